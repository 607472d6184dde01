import { roundOf, type Silence } from '@shared/domain/silence/shape.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useServerOffset } from '../../sync/Seat.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Clock } from '../../ui/Clock.tsx';
import styles from './Silence.module.css';

const tones: Record<Silence['phase'], Tone> = {
  prepared: 'neutral',
  'under-silence': 'accent',
  adopted: 'success',
  broken: 'caution',
  withdrawn: 'neutral',
  revision: 'neutral',
};

/** Where a procedure stands, in words: phase, round, and the time left while silence lasts. */
export function SilenceState({ silence }: { silence: Silence }) {
  const t = useT();
  const format = useFormat();
  const offset = useServerOffset();
  const { number, opening, end } = roundOf(silence);
  return (
    <p className={styles.state}>
      <Badge tone={tones[silence.phase]}>{t(`silence.phase.${silence.phase}`)}</Badge>
      <span>{t('silence.round', { n: number })}</span>
      {silence.phase === 'under-silence' && opening && (
        <Clock
          label={t('silence.clock')}
          deadline={opening.deadlineAt}
          serverOffsetMs={offset}
          cautionMs={24 * 3_600_000}
          dangerMs={2 * 3_600_000}
          announces={false}
        />
      )}
      {end && silence.phase !== 'under-silence' && <span>{format.dateTime(end.at)}</span>}
    </p>
  );
}
