import type { Outcome } from '@shared/domain/majority.ts';
import type { Translate } from '@shared/i18n/translate.ts';

/** What a declared vote is told from: the count that was declared, and whether it only indicates. */
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
}

/** Says an outcome in words; an indicative one is never said to adopt anything. */
export function voteWords(outcome: ToldOutcome, isIndicative: boolean, t: Translate): ResultSentences {
  const { yes, no, abstain, absent, majority, denominator, required, quorum, reason } = outcome;
  const mode = isIndicative ? 'indicative' : 'decision';
  return {
    heading: isIndicative ? t('parts.result.indicative') : null,
    count: t('parts.result.count', { yes, no, abstain, absent }),
    formula: t(`parts.result.formula.${majority}`, { denominator, required }),
    quorum:
      quorum.required === null
        ? null
        : t(quorum.met ? 'parts.result.quorumMet' : 'parts.result.quorumMissed', {
            present: quorum.present ?? 0,
            required: quorum.required,
          }),
    verdict: t(`parts.result.${mode}.${reason}`),
  };
}
