/** What is put to a vote: an item, or what belongs to one (an amendment to it, a part of it, a motion about it). */
import * as z from 'zod/mini';
import type { TabledItem } from './board.ts';
import type { Refusal, Told } from './kernel/slice.ts';
import type { ConsultationState } from './state.ts';
import type { Outcome, Vote } from './vote.ts';

/** The subject of a vote; each names what of its item is meant. */
export const Subject = z.union([z.strictObject({ kind: z.literal('item') })]);
export type Subject = z.infer<typeof Subject>;

/** Why a subject cannot be put to the vote now; null where it can. */
export function subjectRefusal(_state: ConsultationState, _item: TabledItem, _subject: Subject): Refusal | null {
  return null;
}

/** What else happens when a vote on a subject is declared. */
export function consequencesOf(_state: ConsultationState, _vote: Vote, _outcome: Outcome): readonly Told[] {
  return [];
}
