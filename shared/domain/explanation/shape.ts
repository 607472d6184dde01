/** What is known of explanations of vote or position: lists per decision, who is on them, who has the floor. */
import * as z from 'zod/mini';
import { mayVote } from '../delegation.ts';
import {
  CallId,
  type DelegationId,
  type ExplanationListId,
  ItemId,
  type PanelId,
  SilenceId,
  VoteId,
} from '../kernel/ids.ts';
import type { Choice } from '../kernel/words.ts';
import type { Subject } from '../motion.ts';
import { callsOn } from '../noObjection.ts';
import { openingOf as silenceOpening, silencesOn } from '../silence/shape.ts';
import { sponsorsOfSubject } from '../sponsor.ts';
import type { Plenary } from '../state.ts';

/** What is explained: a decision that was taken, or what is about to be decided on an item. */
export const Explained = z.union([
  z.strictObject({ kind: z.literal('item'), id: ItemId }),
  z.strictObject({ kind: z.literal('vote'), id: VoteId }),
  z.strictObject({ kind: z.literal('no-objection'), id: CallId }),
  z.strictObject({ kind: z.literal('silence'), id: SilenceId }),
]);
export type Explained = z.infer<typeof Explained>;

/** What one delegation has to say of a decision. */
export interface Explanation {
  delegationId: DelegationId;
  /** A text alone, or a request for the floor that waits, is being heard, was heard. */
  phase: 'filed' | 'waiting' | 'speaking' | 'given';
  askedAt: number;
  startedAt: number | null;
  endedAt: number | null;
  text: string | null;
  /** The paragraphs from which it dissociates itself, by their number in the item. */
  dissociates: number[];
}

export interface ExplanationList {
  id: ExplanationListId;
  explained: Explained;
  itemId: ItemId;
  panelId: PanelId;
  itemVersion: number;
  subject: Subject;
  /** How long each may speak. */
  minutes: number;
  openedAt: number;
  isOpen: boolean;
  /** In the order in which they asked. */
  entries: Explanation[];
}

export interface Explanations {
  byId: Record<ExplanationListId, ExplanationList>;
  order: ExplanationListId[];
  /** Who has the floor; one at a time in the whole consultation. */
  speaking: { listId: ExplanationListId; delegationId: DelegationId; endsAt: number } | null;
}

type Known = Pick<Plenary, 'vote' | 'noObjection' | 'silence' | 'explanation'>;

/** Whether two subjects of one item are the same: what is left of a divided item, put as a whole, is the item. */
export function isSameSubject(one: Subject, other: Subject): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(subject: Subject): string {
  return subject.kind === 'whole' ? 'item' : subject.kind === 'item' ? subject.kind : JSON.stringify(subject);
}

/** What a list before a decision became a list of: the first vote or adoption on the same subject since; null before that. */
function begunBy(plenary: Known, { itemId, subject, openedAt }: ExplanationList): string | null {
  const votes = Object.values(plenary.vote.byId)
    .filter((vote) => vote.itemId === itemId && vote.phase !== 'withdrawn' && isSameSubject(vote.subject, subject))
    .map((vote) => ({ id: vote.id, at: vote.openedAt }));
  // Where an objection was raised nothing was decided, so what is to be explained is still to come.
  const calls = callsOn(plenary, itemId)
    .filter(({ phase }) => subject.kind === 'item' && (phase === 'running' || phase === 'adopted'))
    .map((call) => ({ id: call.id, at: call.calledAt }));
  const silences = silencesOn(plenary.silence, itemId)
    .filter(({ phase }) => subject.kind === 'item' && (phase === 'under-silence' || phase === 'adopted'))
    .map((silence) => ({ id: silence.id, at: silenceOpening(silence).openedAt }));
  const since = [...votes, ...calls, ...silences].filter(({ at }) => at >= openedAt).sort((a, b) => a.at - b.at);
  return since[0]?.id ?? null;
}

/** The decision that a list belongs to, by its id; null while it is still to come. */
export function decisionOf(plenary: Known, list: ExplanationList): string | null {
  return list.explained.kind === 'item' ? begunBy(plenary, list) : list.explained.id;
}

/** Whether a list before a decision has been overtaken by it. */
export function isOvertaken(plenary: Known, list: ExplanationList): boolean {
  return list.explained.kind === 'item' && begunBy(plenary, list) !== null;
}

/** EXP-2: whether what a list is about was put, or is being put, to a secret vote. */
export function isOfSecretVote(plenary: Known, list: ExplanationList): boolean {
  return plenary.vote.byId[decisionOf(plenary, list) ?? '']?.method === 'secret';
}

/** All lists of what a list is about, those before the decision and that after it, in the order of their opening. */
function listsWith(plenary: Known, list: ExplanationList): ExplanationList[] {
  const decision = decisionOf(plenary, list);
  const all = Object.values(plenary.explanation.byId);
  return all.filter(
    (other) =>
      other.itemId === list.itemId &&
      isSameSubject(other.subject, list.subject) &&
      decisionOf(plenary, other) === decision,
  );
}

/** EXP-6: whether a delegation has had its say on this decision on another list, or has been heard on this one. */
export function hasExplained(plenary: Known, list: ExplanationList, delegationId: DelegationId): boolean {
  return listsWith(plenary, list).some((each) =>
    each.entries.some(
      (entry) =>
        entry.delegationId === delegationId &&
        (entry.phase === 'given' || (each.id !== list.id && entry.text !== null)),
    ),
  );
}

/**
 * EXP-13: whether a delegation had its say on an earlier decision about the same: with a vote that is the same as now, or as far
 * as anybody can tell; null where it had not, or has voted differently.
 */
export function saidBefore(
  plenary: Known,
  list: ExplanationList,
  delegationId: DelegationId,
): 'same-vote' | 'vote-unknown' | null {
  const now = decisionOf(plenary, list);
  const earlier = Object.values(plenary.explanation.byId)
    .filter((other) => other.itemId === list.itemId && isSameSubject(other.subject, list.subject))
    .filter((other) => other.openedAt < list.openedAt && decisionOf(plenary, other) !== now)
    .filter(({ entries }) =>
      entries.some((each) => each.delegationId === delegationId && (each.phase === 'given' || each.text !== null)),
    );
  const choices = earlier.map((other) => choiceIn(plenary, decisionOf(plenary, other), delegationId));
  const mine = choiceIn(plenary, now, delegationId);
  if (mine !== null && choices.includes(mine)) return 'same-vote';
  return choices.length > 0 && (mine === null || choices.includes(null)) ? 'vote-unknown' : null;
}

/** How a delegation voted in a decision; null where nobody knows. */
function choiceIn({ vote }: Known, decision: string | null, delegationId: DelegationId): Choice | null {
  const known = vote.byId[decision ?? ''];
  return known?.phase === 'declared' ? (known.rollCall[delegationId] ?? null) : null;
}

/** EXP-4, EXP-5: why a delegation cannot explain at all; null where it can. */
export function barOf(
  plenary: Plenary,
  list: ExplanationList,
  delegationId: DelegationId | null,
): 'explanation.not-entitled' | 'explanation.sponsor' | null {
  if (delegationId === null || !mayVote(plenary.delegation, delegationId)) return 'explanation.not-entitled';
  return sponsorsOfSubject(plenary, list).includes(delegationId) ? 'explanation.sponsor' : null;
}

/** Who is heard next: the first who waits and may still explain. */
export function nextOf(plenary: Plenary, list: ExplanationList): DelegationId | null {
  const next = list.entries.find(
    ({ phase, delegationId }) => phase === 'waiting' && barOf(plenary, list, delegationId) === null,
  );
  return next?.delegationId ?? null;
}

/** How long a delegation has spoken (ms). */
export function spokenMs({ startedAt, endedAt }: Explanation): number {
  return startedAt === null || endedAt === null ? 0 : endedAt - startedAt;
}
