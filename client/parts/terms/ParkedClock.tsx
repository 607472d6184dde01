import type { Disagreement } from '@shared/domain/term.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useNow } from '../../ui/useNow.ts';
import styles from './ParkedClock.module.css';
import { waited } from './waited.ts';

/** How long a disagreement has been parked, running, and the time left where the bureau has given it some. */
export function ParkedClock({ disagreement: { words, parkedAt, dueAt } }: { disagreement: Disagreement }) {
  const t = useT();
  const format = useFormat();
  const offset = useServerOffset();
  const units = waited(useNow(offset) - parkedAt).map(([count, unit]) =>
    format.number(count, { style: 'unit', unit, unitDisplay: 'short' }),
  );
  return (
    <span className={styles.clocks}>
      <span role="timer" aria-live="off" className={styles.runs}>
        <Icon name="clock" />
        {units.length === 0 ? t('terms.parked.now') : t('terms.parked.for', { time: format.list(units, 'unit') })}
      </span>
      {dueAt !== null && (
        <Clock label={t('terms.time.of', { words })} deadline={dueAt} serverOffsetMs={offset} announces={false} />
      )}
    </span>
  );
}
