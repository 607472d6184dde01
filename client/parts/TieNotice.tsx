import type { Vote } from '@shared/domain/vote.ts';
import { awaitsSecond } from '@shared/domain/voting/tie.ts';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { Notice } from '../ui/Notice.tsx';

/** What a tie came to: until when a second vote may be held, that it was, or that it was not in time; nothing of other votes. */
export function TieNotice({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const format = useFormat();
  const isWaiting = useReplica(({ plenary }) => awaitsSecond(plenary, vote));
  if (vote.outcome.result !== 'tied') return null;
  if (vote.tieLapsedAt !== undefined)
    return <Notice>{t('ballot.tie.lapsed', { at: format.dateTime(vote.tieLapsedAt) })}</Notice>;
  if (!isWaiting) return <Notice>{t('ballot.tie.held')}</Notice>;
  if (vote.secondVoteUntil === undefined) return null;
  return <Notice tone="caution">{t('ballot.tie.until', { at: format.dateTime(vote.secondVoteUntil) })}</Notice>;
}
