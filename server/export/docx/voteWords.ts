import type { VoteOutline } from '@shared/domain/record/shape.ts';
import type { Wording } from '../wording.ts';

type Declared = Extract<VoteOutline, { phase: 'declared' }>;

/** A vote in sentences: the count, what was needed of what, and what follows. */
export function voteSentences(vote: VoteOutline, { t }: Wording): string {
  const name = t('record.vote.name', { number: vote.number, version: vote.itemVersion });
  if (vote.phase === 'running') return `${name} ${t('record.vote.running', { n: vote.received })}`;
  const said = [name, countWords(vote, t), requirementWords(vote, t), verdictWords(vote, t)];
  if (vote.terms.isIndicative) said.push(t('record.vote.indicative'));
  return said.join(' ');
}

/** "7 in favour, 2 against, 1 abstention, 5 not voting." */
export function countWords({ outcome: { yes, no, abstain, absent } }: Declared, t: Wording['t']): string {
  return t('record.vote.count', { yes, no, abstain, absent });
}

/** What the majority was counted of and how many were needed, and the quorum where there is one. */
export function requirementWords({ outcome, terms }: Declared, t: Wording['t']): string {
  const { denominator, required, quorum } = outcome;
  const majority = t(`record.vote.majority.${terms.majority}`, { denominator, required });
  if (quorum.required === null) return majority;
  return `${majority} ${t('record.vote.quorum', { present: quorum.present ?? 0, required: quorum.required })}`;
}

export function verdictWords({ outcome }: Declared, t: Wording['t']): string {
  return t(`record.vote.verdict.${outcome.reason}`);
}
