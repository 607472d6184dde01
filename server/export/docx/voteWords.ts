import type { VoteOutline } from '@shared/domain/record/shape.ts';
import { inOneRun, outcomeWords } from '@shared/i18n/outcomeWords.ts';
import type { Wording } from '../wording.ts';

export type DeclaredVote = Extract<VoteOutline, { phase: 'declared' }>;

/** A vote in sentences: the count, what was needed of what, and what follows. */
export function voteSentences(vote: VoteOutline, wording: Wording): string {
  const { t } = wording;
  const name = t('record.vote.name', { number: vote.number, version: vote.itemVersion });
  if (vote.phase === 'running') return `${name} ${t('record.vote.running', { n: vote.received })}`;
  const indicative = vote.terms.isIndicative ? t('record.vote.indicative') : null;
  return inOneRun([name, countWords(vote, wording), requirementWords(vote, wording), indicative], t);
}

/** "7 in favour, 2 against, 1 abstention; 5 members did not vote." */
export function countWords(vote: DeclaredVote, wording: Wording): string {
  return wordsOf(vote, wording).count;
}

/** What the majority was counted of and how many were needed, the quorum where there is one, the verdict, what follows a tie. */
export function requirementWords(vote: DeclaredVote, wording: Wording): string {
  const { formula, quorum, verdict, secondVote } = wordsOf(vote, wording);
  return inOneRun([formula, quorum, verdict, secondVote, tieWords(vote, wording)], wording.t);
}

function wordsOf({ outcome, terms, tie }: DeclaredVote, { t, instant }: Wording) {
  const until = tie?.as === 'waiting' ? t('record.letter.date', { when: instant(tie.until) }) : null;
  return outcomeWords(outcome, terms.isIndicative, t, until);
}

/** What became of a tie that waits no more. */
function tieWords({ tie }: DeclaredVote, { t, instant }: Wording): string | null {
  if (tie?.as === 'lapsed') return t('ballot.tie.lapsed', { at: t('record.letter.date', { when: instant(tie.at) }) });
  return tie?.as === 'held' ? t('ballot.tie.held') : null;
}
