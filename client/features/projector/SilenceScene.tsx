import { roundOf, type Silence } from '@shared/domain/silence/shape.ts';
import { useT } from '../../i18n/I18n.tsx';
import { SilenceTimes } from '../../parts/SilenceTimes.tsx';
import { useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { ItemHead } from './SubjectHead.tsx';
import styles from './VoteScene.module.css';

/** A text under silence: its title, round and deadline; where it stands, and never who agrees. */
export function SilenceScene({ silence }: { silence: Silence }) {
  const t = useT();
  const offset = useServerOffset();
  const { number, opening } = roundOf(silence);
  return (
    <div className={styles.vote}>
      <p className={styles.state}>
        <strong>{t(`silence.phase.${silence.phase}`)}</strong>
        <span>{t('silence.round', { n: number })}</span>
      </p>
      <ItemHead itemId={silence.itemId} />
      {silence.phase === 'under-silence' && opening && (
        <>
          <Clock label={t('silence.clock')} deadline={opening.deadlineAt} serverOffsetMs={offset} size="wall" />
          <SilenceTimes at={opening.deadlineAt} />
          <p>{t('silence.meaning')}</p>
        </>
      )}
    </div>
  );
}
