import type { VoteOutline } from '@shared/domain/record/shape.ts';
import { inOneRun, outcomeWords } from '@shared/i18n/outcomeWords.ts';
import type { Translate } from '@shared/i18n/translate.ts';
import type { Wording } from '../wording.ts';

type Declared = Extract<VoteOutline, { phase: 'declared' }>;

/** A vote in sentences: the count, what was needed of what, and what follows. */
export function voteSentences(vote: VoteOutline, { t }: Wording): string {
  const name = t('record.vote.name', { number: vote.number, version: vote.itemVersion });
  if (vote.phase === 'running') return `${name} ${t('record.vote.running', { n: vote.received })}`;
  const indicative = vote.terms.isIndicative ? t('record.vote.indicative') : null;
  return inOneRun([name, countWords(vote, t), requirementWords(vote, t), indicative], t);
}

/** "7 in favour, 2 against, 1 abstention; 5 members did not vote." */
export function countWords(vote: Declared, t: Translate): string {
  return wordsOf(vote, t).count;
}

/** What the majority was counted of and how many were needed, the quorum where there is one, and the verdict. */
export function requirementWords(vote: Declared, t: Translate): string {
  const { formula, quorum, verdict } = wordsOf(vote, t);
  return inOneRun([formula, quorum, verdict], t);
}

function wordsOf({ outcome, terms }: Declared, t: Translate) {
  return outcomeWords(outcome, terms.isIndicative, t);
}
