import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';

/** What a motion to reconsider came to, in words; nothing of other votes, and of one without a quorum, which decided nothing. */
export function ReconsideredWords({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const { result } = vote.outcome;
  if (vote.subject.kind !== 'reconsideration' || result === 'no-quorum') return null;
  return (
    <p>
      {result === 'carried'
        ? t('vote.reconsider.carried', { version: vote.itemVersion + 1 })
        : t('vote.reconsider.notCarried')}
    </p>
  );
}
