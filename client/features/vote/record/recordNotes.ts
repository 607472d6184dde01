import type { DelegationId, VoteId } from '@shared/domain/kernel/ids.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { enteredInHall } from '@shared/domain/rollCall.ts';
import type { Plenary } from '@shared/domain/state.ts';
import { marksOf } from '@shared/i18n/recordMarks.ts';
import type { Translate } from '@shared/i18n/translate.ts';
import { useMemo } from 'react';
import { useReplica } from '../../../sync/Seat.tsx';

/** What the record of a vote notes beside names, and counts nowhere (AUD-10). */
export interface RecordNotes {
  /** Whose answer the secretariat entered for them in the hall. */
  entered: ReadonlySet<DelegationId>;
  /** How they stated afterwards that they had intended to vote. */
  intended: ReadonlyMap<DelegationId, Choice>;
}

export function notesOf(
  { rollCall, intendedVote }: Pick<Plenary, 'rollCall' | 'intendedVote'>,
  voteId: VoteId,
): RecordNotes {
  const call = rollCall[voteId];
  const stated = Object.entries(intendedVote[voteId] ?? {});
  return {
    entered: new Set(call ? enteredInHall(call) : []),
    intended: new Map(stated.map(([id, { choice }]) => [id, choice])),
  };
}

/** The notes of a vote, while one looks at it. */
export function useRecordNotes(voteId: VoteId): RecordNotes {
  const rollCall = useReplica(({ plenary }) => plenary.rollCall);
  const intendedVote = useReplica(({ plenary }) => plenary.intendedVote);
  return useMemo(() => notesOf({ rollCall, intendedVote }, voteId), [rollCall, intendedVote, voteId]);
}

/** The signs that stand beside a name; empty for most. */
export function signsOf({ entered, intended }: RecordNotes, id: DelegationId): string {
  return marksOf({ isEntered: entered.has(id), hasIntended: intended.has(id) });
}

/** The same in words: none, one or two. */
export function noteWords({ entered, intended }: RecordNotes, id: DelegationId, t: Translate): string[] {
  const choice = intended.get(id);
  return [
    ...(entered.has(id) ? [t('ballot.roll.enteredMark')] : []),
    ...(choice ? [t('trust.note.intended', { entry: t(`vote.choice.${choice}`) })] : []),
  ];
}
