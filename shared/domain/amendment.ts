import * as z from 'zod/mini';
import { amended, carriedOver } from './amendments/apply.ts';
import { amendedText, Change, effective, hasWholeBrackets, misplaced, reachOf } from './amendments/changes.ts';
import type { Amendment, Amendments } from './amendments/shape.ts';
import { amendmentsTo, isForRoomAlone, openAmendments, votesOnAmendment } from './amendments/standing.ts';
import { standing, type TabledItem } from './board.ts';
import type { Actor } from './kernel/actor.ts';
import { AmendmentId, DelegationId, ItemId, PanelId, VoteId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, type Refusal, refuse, type Told } from './kernel/slice.ts';
import { line } from './kernel/words.ts';
import { amendmentProcedure } from './procedures/amendment.ts';
import { leads } from './procedures/procedure.ts';
import { settledRefusal } from './standingDecision.ts';
import type { Plenary } from './state.ts';
import { isUnderDecision } from './underDecision.ts';

/** Most amendments that one item may have. */
const maxAmendments = 200;

const Changes = z.array(Change).check(z.minLength(1), z.maxLength(400));
const Rationale = line(1_000);
const Stated = { version: z.int().check(z.minimum(1)), changes: Changes };

/** Amendments to tabled items: proposed, sponsored, put in order by the chair, accepted, put or not put (rules 90 and 130). */
export const amendment = defineSlice({
  name: 'amendment',
  commands: {
    propose: z.strictObject({ itemId: ItemId, ...Stated, rationale: Rationale }),
    /** Puts the same amendment against the text as it now stands. */
    restate: z.strictObject({ amendmentId: AmendmentId, ...Stated }),
    join: z.strictObject({ amendmentId: AmendmentId }),
    leave: z.strictObject({ amendmentId: AmendmentId }),
    withdraw: z.strictObject({ amendmentId: AmendmentId }),
    takeUp: z.strictObject({ amendmentId: AmendmentId }),
    accept: z.strictObject({ amendmentId: AmendmentId }),
    takeOver: z.strictObject({ amendmentId: AmendmentId }),
    arrange: z.strictObject({ itemId: ItemId, amendmentIds: z.array(AmendmentId).check(z.maxLength(maxAmendments)) }),
    relate: z.strictObject({ amendmentId: AmendmentId, rejects: AmendmentId, isImplied: z.boolean() }),
    ruleNotPut: z.strictObject({ amendmentId: AmendmentId, because: AmendmentId }),
  },
  events: {
    plenary: {
      AmendmentProposed: z.strictObject({
        ...{ amendmentId: AmendmentId, itemId: ItemId, panelId: PanelId, number: z.int(), proposer: DelegationId },
        ...Stated,
        rationale: Rationale,
      }),
      AmendmentRestated: z.strictObject({ amendmentId: AmendmentId, ...Stated }),
      SponsorJoined: z.strictObject({ amendmentId: AmendmentId, delegationId: DelegationId }),
      SponsorLeft: z.strictObject({ amendmentId: AmendmentId, delegationId: DelegationId }),
      AmendmentWithdrawn: z.strictObject({ amendmentId: AmendmentId }),
      AmendmentTakenUp: z.strictObject({ amendmentId: AmendmentId, delegationId: DelegationId }),
      AmendmentAccepted: z.strictObject({ amendmentId: AmendmentId }),
      AmendmentAdopted: z.strictObject({ amendmentId: AmendmentId, voteId: VoteId }),
      AmendmentIndicated: z.strictObject({ amendmentId: AmendmentId, voteId: VoteId }),
      AmendmentRejected: z.strictObject({ amendmentId: AmendmentId, voteId: VoteId }),
      AmendmentNotPut: z.strictObject({ amendmentId: AmendmentId, because: AmendmentId }),
      AmendmentsArranged: z.strictObject({ itemId: ItemId, amendmentIds: z.array(AmendmentId) }),
      RejectionImplied: z.strictObject({ amendmentId: AmendmentId, rejects: AmendmentId, isImplied: z.boolean() }),
    },
  },
  decide: {
    propose({ plenary }, { itemId, rationale, ...stated }, { actor, newId }, tell) {
      const proposer = memberOf(plenary, actor);
      if (typeof proposer !== 'string') return proposer; // AMD-1
      const item = amendable(plenary, itemId);
      if ('refused' in item) return item;
      const known = amendmentsTo(plenary.amendment, itemId);
      if (known.length >= maxAmendments) return refuse('amendment.too-many');
      const changes = read(item, stated);
      if ('refused' in changes) return changes;
      const number = known.length + 1;
      const facts = { itemId, panelId: item.panelId, number, proposer, rationale };
      return [tell.plenary.AmendmentProposed({ amendmentId: newId(), ...facts, version: stated.version, changes })];
    },
    restate({ plenary }, { amendmentId, ...stated }, { actor }, tell) {
      const found = open(plenary, amendmentId, 'restate');
      if ('refused' in found) return found;
      const isBureau = actor.kind === 'participant' && actor.role !== 'delegate';
      if (!isBureau && delegationOf(actor) !== found.known.proposer) return refuse('amendment.not-the-proposer');
      if (votesOnAmendment(plenary.vote, amendmentId).length > 0) return refuse('motion.voting-has-begun');
      const changes = read(found.item, stated);
      if ('refused' in changes) return changes;
      return [tell.plenary.AmendmentRestated({ amendmentId, version: stated.version, changes })];
    },
    join({ plenary }, { amendmentId }, { actor }, tell) {
      const delegationId = memberOf(plenary, actor);
      if (typeof delegationId !== 'string') return delegationId;
      const found = unbegun(plenary, amendmentId, 'sponsor');
      if ('refused' in found) return found;
      const { proposer, coSponsors } = found.known;
      if (proposer === delegationId || coSponsors.includes(delegationId)) return [];
      return [tell.plenary.SponsorJoined({ amendmentId, delegationId })];
    },
    leave({ plenary }, { amendmentId }, { actor }, tell) {
      const found = unbegun(plenary, amendmentId, 'sponsor');
      if ('refused' in found) return found;
      const delegationId = delegationOf(actor);
      if (delegationId === found.known.proposer) return refuse('amendment.proposer-withdraws');
      if (delegationId === null || !found.known.coSponsors.includes(delegationId)) return [];
      return [tell.plenary.SponsorLeft({ amendmentId, delegationId })];
    },
    withdraw({ plenary }, { amendmentId }, { actor }, tell) {
      const found = unbegun(plenary, amendmentId, 'withdraw');
      if ('refused' in found) return found;
      if (delegationOf(actor) !== found.known.proposer) return refuse('amendment.not-the-proposer');
      return [tell.plenary.AmendmentWithdrawn({ amendmentId })];
    },
    takeUp({ plenary }, { amendmentId }, { actor }, tell) {
      const delegationId = memberOf(plenary, actor);
      if (typeof delegationId !== 'string') return delegationId;
      const found = open(plenary, amendmentId, 'takeUp');
      if ('refused' in found) return found;
      return [tell.plenary.AmendmentTakenUp({ amendmentId, delegationId })];
    },
    accept({ plenary }, { amendmentId }, { actor }, tell) {
      const found = unbegun(plenary, amendmentId, 'accept');
      if ('refused' in found) return found;
      const isBureau = actor.kind === 'participant' && actor.role !== 'delegate';
      if (isBureau && isForRoomAlone(plenary)) return refuse('amendment.room-accepts'); // AMD-5
      const stale = staleness(found.item, found.known);
      if (stale) return stale;
      return [
        tell.plenary.AmendmentAccepted({ amendmentId }),
        ...impliedRejections(plenary.amendment, found.known), // AMD-8
        amended(found.item, found.known),
      ];
    },
    takeOver({ plenary }, { amendmentId }, _context, tell) {
      const found = open(plenary, amendmentId, 'takeOver');
      if ('refused' in found) return found;
      const stale = staleness(found.item, found.known);
      if (stale) return stale;
      const voteId = must(found.known.voteId, 'the vote that indicated it');
      return [
        tell.plenary.AmendmentAdopted({ amendmentId, voteId }),
        ...impliedRejections(plenary.amendment, found.known),
        amended(found.item, found.known),
      ];
    },
    arrange({ plenary }, { itemId, amendmentIds }, _context, tell) {
      const item = amendable(plenary, itemId);
      if ('refused' in item) return item;
      const ids = openAmendments(plenary.amendment, itemId).map(({ id }) => id);
      const isSame = ids.length === amendmentIds.length && new Set(amendmentIds).size === ids.length;
      if (!isSame || amendmentIds.some((id) => !ids.includes(id))) return refuse('amendment.order-incomplete');
      return [tell.plenary.AmendmentsArranged({ itemId, amendmentIds })];
    },
    relate({ plenary }, { amendmentId, rejects, isImplied }, _context, tell) {
      const [known, other] = [plenary.amendment.byId[amendmentId], plenary.amendment.byId[rejects]];
      if (!known || !other || known.itemId !== other.itemId) return refuse('motion.unknown');
      if (amendmentId === rejects) return refuse('amendment.rejects-itself');
      if (isUnderDecision(plenary, known.itemId)) return refuse('amendment.under-decision');
      const isOpen = other.phase === 'proposed' && (known.phase === 'proposed' || known.phase === 'indicated');
      if (!isOpen) return refuse('amendment.decided');
      if (known.implies.includes(rejects) === isImplied) return [];
      return [tell.plenary.RejectionImplied({ amendmentId, rejects, isImplied })];
    },
    ruleNotPut({ plenary }, { amendmentId, because }, _context, tell) {
      const found = unbegun(plenary, amendmentId, 'notPut');
      if ('refused' in found) return found;
      const cause = plenary.amendment.byId[because];
      const isCause = cause?.itemId === found.known.itemId && (cause.phase === 'adopted' || cause.phase === 'accepted');
      if (!isCause) return refuse('amendment.not-a-cause'); // AMD-8
      return [tell.plenary.AmendmentNotPut({ amendmentId, because })];
    },
  },
  evolve: {
    plenary: {
      AmendmentProposed(amendments, { amendmentId: id, ...facts }) {
        amendments.byId[id] = {
          ...{ id, ...facts, coSponsors: [], implies: [], phase: 'proposed', voteId: null, because: null },
        };
        (amendments.order[facts.itemId] ??= []).push(id);
      },
      AmendmentRestated(amendments, { amendmentId, ...stated }) {
        Object.assign(of(amendments, amendmentId), stated);
      },
      SponsorJoined(amendments, { amendmentId, delegationId }) {
        of(amendments, amendmentId).coSponsors.push(delegationId);
      },
      SponsorLeft(amendments, { amendmentId, delegationId }) {
        const known = of(amendments, amendmentId);
        known.coSponsors = known.coSponsors.filter((id) => id !== delegationId);
      },
      AmendmentWithdrawn(amendments, { amendmentId }) {
        of(amendments, amendmentId).phase = 'withdrawn';
      },
      AmendmentTakenUp(amendments, { amendmentId, delegationId }) {
        const known = of(amendments, amendmentId);
        Object.assign(known, { phase: 'proposed', proposer: delegationId, coSponsors: [] });
        // What is taken up stands last, as if it had been proposed now.
        const order = must(amendments.order[known.itemId], 'order');
        amendments.order[known.itemId] = [...order.filter((id) => id !== amendmentId), amendmentId];
      },
      AmendmentAccepted(amendments, { amendmentId }) {
        of(amendments, amendmentId).phase = 'accepted';
      },
      AmendmentAdopted(amendments, { amendmentId, voteId }) {
        Object.assign(of(amendments, amendmentId), { phase: 'adopted', voteId });
      },
      AmendmentIndicated(amendments, { amendmentId, voteId }) {
        Object.assign(of(amendments, amendmentId), { phase: 'indicated', voteId });
      },
      AmendmentRejected(amendments, { amendmentId, voteId }) {
        Object.assign(of(amendments, amendmentId), { phase: 'rejected', voteId });
      },
      AmendmentNotPut(amendments, { amendmentId, because }) {
        Object.assign(of(amendments, amendmentId), { phase: 'not-put', because });
      },
      AmendmentsArranged(amendments, { itemId, amendmentIds }) {
        const rest = (amendments.order[itemId] ?? []).filter((id) => !amendmentIds.includes(id));
        amendments.order[itemId] = [...rest, ...amendmentIds];
        amendments.arranged[itemId] = true;
      },
      RejectionImplied(amendments, { amendmentId, rejects, isImplied }) {
        const known = of(amendments, amendmentId);
        known.implies = [...known.implies.filter((id) => id !== rejects), ...(isImplied ? [rejects] : [])];
      },
    },
  },
});

function of(amendments: Amendments, amendmentId: AmendmentId): Amendment {
  return must(amendments.byId[amendmentId], 'amendment');
}

const delegationOf = (actor: Actor): DelegationId | null => (actor.kind === 'system' ? null : actor.delegationId);

/** The member state that somebody sits in, or why they have none. */
function memberOf(plenary: Plenary, actor: Actor): DelegationId | Refusal {
  const id = delegationOf(actor);
  if (id === null || plenary.delegation.byId[id]?.kind !== 'member-state') return refuse('motion.not-entitled');
  return id;
}

/** AMD-3: an item whose text may still change, or why not. */
function amendable(plenary: Plenary, itemId: ItemId): TabledItem | Refusal {
  const item = standing(plenary.board, itemId);
  if ('refused' in item) return item;
  if (item.disposition) return refuse('board.disposed');
  if (isUnderDecision(plenary, itemId)) return refuse('amendment.under-decision');
  return settledRefusal(plenary, item) ?? item;
}

type Act = (typeof amendmentProcedure)['moves'][number]['act'];

/** An amendment that an act may be done to, with its item. */
function open(plenary: Plenary, amendmentId: AmendmentId, act: Act): { known: Amendment; item: TabledItem } | Refusal {
  const known = plenary.amendment.byId[amendmentId];
  if (!known) return refuse('motion.unknown');
  const item = amendable(plenary, known.itemId);
  if ('refused' in item) return item;
  return leads(amendmentProcedure, known.phase, act) ? { known, item } : refuse('amendment.decided');
}

/** The same, of one that no vote has begun on. */
function unbegun(
  plenary: Plenary,
  amendmentId: AmendmentId,
  act: Act,
): { known: Amendment; item: TabledItem } | Refusal {
  const found = open(plenary, amendmentId, act);
  if ('refused' in found) return found;
  return votesOnAmendment(plenary.vote, amendmentId).length > 0 ? refuse('motion.voting-has-begun') : found;
}

/** The changes as they count, or why they are no amendment of the text that stands. */
function read(
  { current }: TabledItem,
  { version, changes }: { version: number; changes: Change[] },
): Change[] | Refusal {
  if (version !== current.version) return refuse('motion.other-version', { version: current.version });
  const wrong = misplaced(current.draft, changes);
  if (wrong.length > 0) return refuse('motion.paragraphs-unclear', { paragraphs: wrong.map((at) => at + 1) });
  const told = effective(current.draft, changes);
  if (told.length === 0) return refuse('amendment.changes-nothing');
  const { untouched, kept, all } = reachOf(current.draft, told);
  if (untouched === 0 && 2 * kept < all) return refuse('amendment.new-proposal'); // AMD-2
  const isWhole = hasWholeBrackets(amendedText(current.draft, told, () => 'new'));
  return isWhole ? told : refuse('amendment.cuts-bracket');
}

/** AMD-10: why an amendment cannot be made to the text that stands now; null where it can. */
export function staleness(item: TabledItem, known: Amendment): Refusal | null {
  const carried = carriedOver(item, known);
  return 'stale' in carried ? refuse('amendment.text-has-changed', { amendment: known.number }) : null;
}

/** AMD-8: what is not put once this one is adopted. */
export function impliedRejections({ byId }: Amendments, { id, implies }: Amendment): Told[] {
  return implies
    .filter((other) => byId[other]?.phase === 'proposed')
    .map((other) => amendment.tell.plenary.AmendmentNotPut({ amendmentId: other, because: id }));
}
