import * as z from 'zod/mini';
import { standing, type TabledItem } from './board.ts';
import { DelegationId, ItemId } from './kernel/ids.ts';
import { type Context, defineSlice, type Refusal, refuse, type Told } from './kernel/slice.ts';
import type { Subject } from './motion.ts';
import { decisionOn, isTieWaiting } from './standingDecision.ts';
import type { ConsultationState, Plenary } from './state.ts';
import { isUnderDecision } from './underDecision.ts';

/** Who sponsors which item, in the order of joining. */
export type Sponsors = Record<ItemId, Sponsorship>;

interface Sponsorship {
  sponsors: DelegationId[];
  /** Those of them that the bureau entered for a delegation in the hall; absent where there was none. */
  entered?: DelegationId[];
}

const Of = { itemId: ItemId };

/** The delegations that put an item forward: they join and leave until it is opened for decision. */
export const sponsor = defineSlice({
  name: 'sponsor',
  commands: {
    join: z.strictObject(Of),
    leave: z.strictObject(Of),
    /** The bureau enters or strikes a delegation that has asked it to. */
    enter: z.strictObject({ ...Of, delegationId: DelegationId }),
    strike: z.strictObject({ ...Of, delegationId: DelegationId }),
  },
  events: {
    plenary: {
      SponsorJoined: z.strictObject({ ...Of, delegationId: DelegationId, by: z.optional(z.literal('bureau')) }),
      SponsorLeft: z.strictObject({ ...Of, delegationId: DelegationId }),
    },
  },
  decide: {
    join(state, { itemId }, { actor }, tell) {
      return changing(state, { itemId, delegationId: own(actor) }, true, tell.plenary.SponsorJoined);
    },
    leave(state, { itemId }, { actor }, tell) {
      return changing(state, { itemId, delegationId: own(actor) }, false, tell.plenary.SponsorLeft);
    },
    enter(state, asked, _context, tell) {
      return changing(state, asked, true, (change) => tell.plenary.SponsorJoined({ ...change, by: 'bureau' })); // SPO-4
    },
    strike(state, asked, _context, tell) {
      return changing(state, asked, false, tell.plenary.SponsorLeft);
    },
  },
  evolve: {
    plenary: {
      SponsorJoined(all, { itemId, delegationId, by }) {
        const known = (all[itemId] ??= { sponsors: [] });
        known.sponsors.push(delegationId);
        if (by === 'bureau') (known.entered ??= []).push(delegationId);
      },
      SponsorLeft(all, { itemId, delegationId }) {
        const known = all[itemId];
        if (!known) return;
        known.sponsors = known.sponsors.filter((id) => id !== delegationId);
        if (known.entered) known.entered = known.entered.filter((id) => id !== delegationId);
      },
    },
  },
});

const own = (actor: Context['actor']) => (actor.kind === 'system' ? null : actor.delegationId);

/** Tells that a delegation joins or leaves, nothing where it has done so already, or why it may not. */
function changing(
  { plenary }: ConsultationState,
  { itemId, delegationId }: { itemId: ItemId; delegationId: DelegationId | null },
  joins: boolean,
  tell: (change: { itemId: ItemId; delegationId: DelegationId }) => Told,
): Told[] | Refusal {
  const item = standing(plenary.board, itemId);
  if ('refused' in item) return item;
  if (item.disposition) return refuse('board.disposed');
  const known = plenary.delegation.byId[delegationId ?? ''];
  if (!known) return refuse('delegation.unknown');
  if (joins && known.kind !== 'member-state') return refuse('sponsor.not-a-member-state'); // SPO-1
  if (isListFixed(plenary, item)) return refuse('sponsor.list-is-fixed'); // SPO-2
  return sponsorsOf(plenary, itemId).includes(known.id) === joins ? [] : [tell({ itemId, delegationId: known.id })];
}

/**
 * EXP-5: whose own proposal is voted on: of an amendment its proposer and co-sponsors; of a motion for division its mover; of an item,
 * of any part of it and of what is left of it, the item's sponsors.
 */
export function sponsorsOfSubject(plenary: Plenary, { itemId, subject }: { itemId: ItemId; subject: Subject }) {
  if (subject.kind === 'amendment') {
    const known = plenary.amendment.byId[subject.amendmentId];
    return known ? [known.proposer, ...known.coSponsors] : [];
  }
  if (subject.kind !== 'division') return sponsorsOf(plenary, itemId);
  const mover = plenary.division.byId[subject.divisionId]?.movedBy;
  return mover ? [mover] : [];
}

/** SPO-2: whether nobody joins or leaves the sponsors of an item any more. */
function isListFixed(plenary: Plenary, item: TabledItem): boolean {
  return isUnderDecision(plenary, item.id) || isTieWaiting(plenary, item) || decisionOn(plenary, item) !== 'none';
}

/** Who sponsors an item. An amendment has sponsors of its own, who are not among these. */
export function sponsorsOf(plenary: Plenary, itemId: ItemId): DelegationId[] {
  return plenary.sponsor[itemId]?.sponsors ?? [];
}

/** Those of an item's sponsors that the bureau entered for a delegation in the hall. */
export function enteredSponsorsOf(plenary: Plenary, itemId: ItemId): DelegationId[] {
  return plenary.sponsor[itemId]?.entered ?? [];
}

/** Whether the sponsors of an item may still change (SPO-2). */
export function isSponsorListOpen(plenary: Plenary, itemId: ItemId): boolean {
  const item = standing(plenary.board, itemId);
  return !('refused' in item) && !item.disposition && !isListFixed(plenary, item);
}
