import * as z from 'zod/mini';
import { standing } from './board.ts';
import { profileOf } from './consultation.ts';
import { mayVote, members } from './delegation.ts';
import { CallId, DelegationId, ItemId, PanelId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, type Refusal, refuse } from './kernel/slice.ts';
import { wasHeard } from './kernel/wasHeard.ts';
import { Instant } from './kernel/words.ts';
import { noObjectionProcedure } from './procedures/noObjection.ts';
import { leads } from './procedures/procedure.ts';
import { settledRefusal, wholeRefusal } from './standingDecision.ts';
import type { ConsultationState, Plenary } from './state.ts';
import { isUnderDecision, openingRefusal } from './underDecision.ts';

/** How short and how long a countdown may be, and how long it is unless the bureau says otherwise. */
export const countdownSeconds = { least: 10, most: 120, usual: 10 } as const;

const Terms = {
  isIndicative: z.boolean(),
  profile: z.string(),
  profileVersion: z.int(),
  /** How many delegations could have objected. */
  members: z.int(),
  /** How many of them the bureau has found present; null when no quorum is asked for. */
  present: z.nullable(z.int()),
};
const Why = z.enum(['chair', 'interrupted']);

interface CallFacts {
  id: CallId;
  itemId: ItemId;
  panelId: PanelId;
  /** The version of the item that is adopted. */
  itemVersion: number;
  terms: {
    isIndicative: boolean;
    profile: string;
    profileVersion: number;
    members: number;
    present: number | null;
  };
  calledAt: number;
  /** The last instant at which an objection counts. */
  endsAt: number;
}

/** A call for adoption without a vote. */
export type Call = CallFacts &
  (
    | { phase: 'running' }
    | { phase: 'adopted'; endedAt: number }
    | { phase: 'called-off'; endedAt: number; why: z.infer<typeof Why> }
    | { phase: 'objected'; endedAt: number; objector: DelegationId }
    /** The chair heard the objection as a question; nothing was adopted, and the chair may call anew. */
    | { phase: 'retracted'; endedAt: number; objector: DelegationId; retractedAt: number }
  );

export interface Calls {
  byId: Record<CallId, Call>;
  order: CallId[];
}

/** Decision without a vote: the bureau calls for adoption, a countdown runs, one objection stops it. */
export const noObjection = defineSlice({
  name: 'noObjection',
  commands: {
    call: z.strictObject({
      itemId: ItemId,
      seconds: z.int().check(z.minimum(countdownSeconds.least), z.maximum(countdownSeconds.most)),
      present: z.nullable(z.int().check(z.minimum(0), z.maximum(1_000))),
    }),
    object: z.strictObject({ callId: CallId }),
    retract: z.strictObject({ callId: CallId }),
    callOff: z.strictObject({ callId: CallId }),
    /** Done by the program when a countdown is over. */
    gavel: z.strictObject({ callId: CallId }),
  },
  events: {
    plenary: {
      AdoptionCalled: z.strictObject({
        callId: CallId,
        itemId: ItemId,
        panelId: PanelId,
        itemVersion: z.int(),
        endsAt: Instant,
        ...Terms,
      }),
      ObjectionRaised: z.strictObject({ callId: CallId, delegationId: DelegationId }),
      ObjectionRetracted: z.strictObject({ callId: CallId }),
      AdoptedWithoutVote: z.strictObject({ callId: CallId }),
      CallCalledOff: z.strictObject({ callId: CallId, why: Why }),
    },
  },
  decide: {
    call(state, asked, { now, newId }, tell) {
      const { plenary } = state;
      const { itemId, seconds, present } = asked;
      const item = standing(plenary.board, itemId);
      if ('refused' in item) return item;
      // NOB-3: pressed twice, called once.
      if (runningCall(plenary)?.itemId === itemId) return [];
      if (item.disposition) return refuse('board.unknown');
      if (item.stage !== 'ready') return refuse('noObjection.item-not-ready'); // NOB-1
      const unready = wholeRefusal(plenary, item); // ONE-1
      if (unready) return unready;
      const isHeld = isUnderDecision(plenary, itemId) ? refuse('board.under-vote') : openingRefusal(plenary);
      if (isHeld) return isHeld;
      if (adoptedCall(plenary, itemId)) return refuse('noObjection.already-adopted');
      const settled = settledRefusal(plenary, item); // ONE-2, ONE-3
      if (settled) return settled;
      const noDecision = termsRefusal(plenary, present);
      if (noDecision) return noDecision;
      const profile = profileOf(plenary.consultation);
      return [
        tell.plenary.AdoptionCalled({
          callId: newId(),
          itemId,
          panelId: item.panelId,
          itemVersion: item.current.version,
          endsAt: now + seconds * 1_000,
          isIndicative: profile.isIndicative,
          profile: profile.id,
          profileVersion: profile.version,
          members: members(plenary.delegation).length,
          present: profile.quorum === 'none' ? null : present,
        }),
      ];
    },
    object({ plenary }, { callId }, { actor, now }, tell) {
      const delegationId = actor.kind === 'system' ? null : actor.delegationId;
      if (delegationId === null || !mayVote(plenary.delegation, delegationId))
        return refuse('noObjection.not-entitled'); // NOB-5: the right is looked at before the call's existence
      const known = plenary.noObjection.byId[callId];
      if (!known) return refuse('noObjection.unknown');
      // One delegation objects once, however many of its people press.
      if (known.phase === 'objected' && known.objector === delegationId) return [];
      if (!leads(noObjectionProcedure, known.phase, 'object')) return refuse('noObjection.over');
      if (now > known.endsAt) return refuse('noObjection.too-late'); // NOB-6
      return [tell.plenary.ObjectionRaised({ callId, delegationId })];
    },
    retract({ plenary }, { callId }, { actor }, tell) {
      const known = plenary.noObjection.byId[callId];
      if (!known) return refuse('noObjection.unknown');
      const delegationId = actor.kind === 'system' ? null : actor.delegationId;
      if (!('objector' in known) || known.objector !== delegationId) return refuse('noObjection.not-yours'); // NOB-7
      if (known.phase === 'retracted') return [];
      if (!leads(noObjectionProcedure, known.phase, 'retract') || callsOn(plenary, known.itemId).at(-1) !== known)
        return refuse('noObjection.over');
      return [tell.plenary.ObjectionRetracted({ callId })];
    },
    callOff({ plenary }, { callId }, _context, tell) {
      const known = plenary.noObjection.byId[callId];
      if (!known) return refuse('noObjection.unknown');
      if (known.phase === 'called-off') return [];
      if (!leads(noObjectionProcedure, known.phase, 'call-off')) return refuse('noObjection.over'); // NOB-10
      return [tell.plenary.CallCalledOff({ callId, why: 'chair' })];
    },
    gavel({ plenary }, { callId }, context, tell) {
      const known = plenary.noObjection.byId[callId];
      if (known?.phase !== 'running' || context.now <= known.endsAt) return []; // NOB-8
      const act = wasHeard({ from: known.calledAt, to: known.endsAt }, context) ? 'gavel' : 'break-off';
      return leads(noObjectionProcedure, known.phase, act) === 'adopted'
        ? [tell.plenary.AdoptedWithoutVote({ callId })]
        : [tell.plenary.CallCalledOff({ callId, why: 'interrupted' })];
    },
  },
  evolve: {
    plenary: {
      AdoptionCalled(calls, { callId, itemId, panelId, itemVersion, endsAt, ...terms }, { at }) {
        calls.byId[callId] = {
          ...{ id: callId, itemId, panelId, itemVersion, terms, calledAt: at, endsAt, phase: 'running' },
        };
        calls.order.push(callId);
      },
      ObjectionRaised(calls, { callId, delegationId }, { at }) {
        Object.assign(must(calls.byId[callId], 'call'), { phase: 'objected', objector: delegationId, endedAt: at });
      },
      ObjectionRetracted(calls, { callId }, { at }) {
        Object.assign(must(calls.byId[callId], 'call'), { phase: 'retracted', retractedAt: at });
      },
      AdoptedWithoutVote(calls, { callId }, { at }) {
        Object.assign(must(calls.byId[callId], 'call'), { phase: 'adopted', endedAt: at });
      },
      CallCalledOff(calls, { callId, why }, { at }) {
        Object.assign(must(calls.byId[callId], 'call'), { phase: 'called-off', endedAt: at, why });
      },
    },
  },
});

/** NOB-4: a decision needs members who could object and, where the profile sets one, a quorum. */
function termsRefusal({ consultation, delegation }: Plenary, present: number | null): Refusal | null {
  if (!profileOf(consultation).procedures.includes('no-objection')) return refuse('noObjection.not-in-profile');
  const entitled = members(delegation).length;
  if (entitled === 0) return refuse('vote.nobody-entitled');
  if (profileOf(consultation).quorum === 'none') return null;
  if (present === null) return refuse('vote.presence-missing');
  if (present > entitled) return refuse('vote.presence-too-high', { members: entitled });
  const required = Math.floor(entitled / 2) + 1;
  return present < required ? refuse('noObjection.no-quorum', { present, required }) : null;
}

/** The call that is running, if any. */
export function runningCall({ noObjection: calls }: Pick<Plenary, 'noObjection'>): Call | null {
  const last = calls.byId[calls.order.at(-1) ?? ''];
  return last?.phase === 'running' ? last : null;
}

/** The calls on an item, oldest first. */
export function callsOn({ noObjection: calls }: Pick<Plenary, 'noObjection'>, itemId: ItemId): Call[] {
  return calls.order.map((id) => must(calls.byId[id], 'call')).filter((call) => call.itemId === itemId);
}

/** The call by which an item was adopted in the version that stands on the board now, if it was. */
export function adoptedCall(plenary: Pick<Plenary, 'noObjection' | 'board'>, itemId: ItemId): Call | null {
  const version = plenary.board.items[itemId]?.current.version;
  return callsOn(plenary, itemId).find((call) => call.phase === 'adopted' && call.itemVersion === version) ?? null;
}

/** When the running countdown must be gavelled: an objection at its last instant still counts, so one after it. */
export function gavelDue({ plenary }: ConsultationState): { at: number; callId: CallId } | null {
  const call = runningCall(plenary);
  return call && { at: call.endsAt + 1, callId: call.id };
}
