/** What several acts of the silence procedure ask: who, which, whether its text still stands. */
import { board, type Snapshot, standing, type TabledItem } from '../board.ts';
import { profileOf } from '../consultation.ts';
import { mayVote } from '../delegation.ts';
import type { Actor } from '../kernel/actor.ts';
import type { DelegationId, ItemId, SilenceId } from '../kernel/ids.ts';
import { must } from '../kernel/must.ts';
import { type Context, type Refusal, refuse, type Told } from '../kernel/slice.ts';
import { leads } from '../procedures/procedure.ts';
import { silenceProcedure } from '../procedures/silence.ts';
import { settledRefusal, wholeRefusal } from '../standingDecision.ts';
import type { Plenary } from '../state.ts';
import { isUnderDecision } from '../underDecision.ts';
import { hourMs, roundOf, type Silence, type SilencePhase, type SilenceRound } from './shape.ts';
import { canonicalText } from './text.ts';

const longestMs = 366 * 24 * hourMs;

type Act = (typeof silenceProcedure.moves)[number]['act'];

/** A procedure in which an act has its place now, or why not. */
export function found({ silence }: Plenary, id: SilenceId, act: Act): Silence | Refusal {
  const known = silence.byId[id];
  if (!known) return refuse('silence.unknown');
  return leads(silenceProcedure, known.phase, act) ? known : refuse('silence.wrong-phase', { phase: known.phase });
}

/** SIL-6: whoever acts is a delegate of a member state with credentials. */
export function isEntitled(
  { delegation }: Plenary,
  actor: Actor,
): actor is Extract<Actor, { kind: 'participant' }> & { delegationId: DelegationId } {
  return actor.kind === 'participant' && mayVote(delegation, actor.delegationId);
}

/** SIL-16: who is told of an objection alike, whoever made it; its delegation is among them, also where it has lost the right since. */
export function memberStates({ delegation }: Plenary): DelegationId[] {
  return Object.values(delegation.byId)
    .filter(({ kind }) => kind === 'member-state')
    .map(({ id }) => id);
}

/** SIL-1: an item that can be put under silence, or why not. */
export function eligible(plenary: Plenary, itemId: ItemId): TabledItem | Refusal {
  if (!profileOf(plenary.consultation).procedures.includes('silence')) return refuse('silence.not-in-profile');
  const item = standing(plenary.board, itemId);
  if ('refused' in item) return item;
  if (item.disposition || item.stage !== 'ready') return refuse('silence.item-not-ready');
  const unready = wholeRefusal(plenary, item); // ONE-1
  if (unready) return unready;
  if (isUnderDecision(plenary, itemId)) return refuse('silence.item-under-decision');
  const settled = settledRefusal(plenary, item); // ONE-2, ONE-3
  if (settled) return settled;
  const { brackets } = item.current;
  return canonicalText(item.current) === null ? refuse('silence.text-has-brackets', { n: brackets }) : item;
}

/** What a round is prepared with. */
export function prepared({ consultation }: Plenary, item: TabledItem, round: number, sha256: Context['sha256']) {
  return {
    ...{ itemId: item.id, panelId: item.panelId, round, itemVersion: item.current.version },
    textHash: sha256(must(canonicalText(item.current), 'agreed text')),
    languages: consultation.phase === 'unopened' ? [] : consultation.languages,
  };
}

/** SIL-2: the item stands as it was prepared, letter by letter, and nothing else is being decided about it. */
export function textRefusal(plenary: Plenary, silence: Silence, { sha256 }: Pick<Context, 'sha256'>): Refusal | null {
  const item = eligible(plenary, silence.itemId);
  if ('refused' in item) return item;
  const { itemVersion, textHash } = roundOf(silence);
  const isSame = item.current.version === itemVersion && sha256(canonicalText(item.current) ?? '') === textHash;
  return isSame ? null : refuse('silence.text-changed');
}

/** A deadline lies ahead, and not further than a year. */
export function deadlineRefusal(deadlineAt: number, now: number): Refusal | null {
  if (deadlineAt <= now) return refuse('silence.deadline-passed');
  return deadlineAt - now > longestMs ? refuse('silence.deadline-too-far') : null;
}

/** Puts the next version of an item where the last one stood. */
export function tabledAnew({ id: itemId, panelId, roundId, roomId }: TabledItem, snapshot: Snapshot): readonly Told[] {
  return [
    board.tell.plenary.ItemTabled({ itemId, panelId, roundId, roomId, snapshot }),
    board.tell.plenary.ItemStaged({ itemId, stage: 'ready', before: null }),
  ];
}

/** Ends the round in hand, or takes it up again. */
export function ended(silence: Silence, phase: SilencePhase, end: SilenceRound['end']): void {
  silence.phase = phase;
  roundOf(silence).end = end;
}
