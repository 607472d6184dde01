import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { lockWords } from '../../parts/lockWords.ts';
import { useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** The lock that was announced, counting down; nothing while none is. */
export function LockCountdown({ vote }: { vote: Vote }) {
  const t = useT();
  const offset = useServerOffset();
  if (vote.phase !== 'open' || vote.locksAt === undefined) return null;
  return (
    <Notice
      tone="caution"
      live
      acts={
        <Clock
          label={t('ballot.lock.clock')}
          deadline={vote.locksAt}
          serverOffsetMs={offset}
          dangerMs={0}
          cautionMs={0}
          size="large"
          announces={false}
        />
      }
    >
      {t(lockWords[vote.method].announced)}
    </Notice>
  );
}
