import type { Outcome } from '../domain/majority.ts';
import type { Translate } from './translate.ts';

/** What a declared result is told from: the count that was declared, and what of it is worth what. */
export interface ToldOutcome extends Pick<Outcome, 'yes' | 'no' | 'abstain' | 'absent' | 'denominator' | 'required'> {
  majority: Outcome['majority'];
  quorum: { required: number | null; present: number | null; met: boolean };
  result: Outcome['result'];
  /** One of majority.ts's reasons. */
  reason: string;
}

/** A result in sentences, each with its numbers: the count, who is counted and how many were needed, the quorum, the verdict. */
export interface ResultSentences {
  /** "Indicative, not a decision", or null where the vote decides. */
  heading: string | null;
  count: string;
  formula: string;
  quorum: string | null;
  verdict: string;
  /** Until when a second vote is held after a tie, where there is one. */
  secondVote: string | null;
}

/** MAJ-11: an outcome in words, for screens, the hall and documents alike; an indicative one is never said to adopt anything. */
export function outcomeWords(
  outcome: ToldOutcome,
  isIndicative: boolean,
  t: Translate,
  /** The last instant of a second vote, written out. */
  secondVoteUntil: string | null = null,
): ResultSentences {
  const { yes, no, abstain, absent, quorum, result, reason } = outcome;
  const mode = isIndicative ? 'indicative' : 'decision';
  return {
    heading: isIndicative ? t('parts.result.indicative') : null,
    count: t('result.count', { yes, no, abstain, absent }),
    formula: formulaOf(outcome, t),
    quorum:
      quorum.required === null
        ? null
        : t(quorum.met ? 'result.quorumMet' : 'result.quorumMissed', {
            present: quorum.present ?? 0,
            required: quorum.required,
          }),
    verdict: t(`result.${mode}.${reason}`),
    secondVote:
      result === 'tied' && secondVoteUntil !== null ? t('result.secondVote', { until: secondVoteUntil }) : null,
  };
}

/** The sentences of a result in one run, as a document prints them. */
export function inOneRun(sentences: readonly (string | null)[], t: Translate): string {
  return sentences
    .filter((each): each is string => each !== null)
    .reduce((first, second) => t('result.joined', { first, second }));
}

function formulaOf({ majority, denominator, required }: ToldOutcome, t: Translate): string {
  // "More than half of the 0 present" would be a riddle.
  return denominator === 0
    ? t(`result.formula.nobody.${majority}`, { required })
    : t(`result.formula.${majority}`, { denominator, required });
}
