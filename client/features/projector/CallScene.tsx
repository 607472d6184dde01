import type { Call } from '@shared/domain/noObjection.ts';
import { useT } from '../../i18n/I18n.tsx';
import { CallState } from '../../parts/consensus/CallState.tsx';
import { useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { ItemHead } from './SubjectHead.tsx';
import styles from './VoteScene.module.css';

/** A call for adoption without a vote: on what, the time left for objections, then how it ended. */
export function CallScene({ call }: { call: Call }) {
  const t = useT();
  const offset = useServerOffset();
  const isRunning = call.phase === 'running';
  return (
    <div className={styles.vote}>
      <p className={styles.state}>
        <strong>{isRunning ? t('consensus.banner') : t('consensus.ended')}</strong>
        {call.terms.isIndicative && <strong className={styles.indicative}>{t('parts.result.indicative')}</strong>}
      </p>
      <ItemHead itemId={call.itemId} />
      <p>{t('consensus.version', { n: call.itemVersion })}</p>
      {isRunning ? (
        <Clock
          label={t('consensus.clock')}
          deadline={call.endsAt}
          serverOffsetMs={offset}
          size="wall"
          cautionMs={0}
          dangerMs={0}
          announces={false}
        />
      ) : (
        <p className={styles.turnout}>
          <strong>
            <CallState call={call} />
          </strong>
        </p>
      )}
    </div>
  );
}
