import { daysOff } from '@shared/data/officialHolidays.ts';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { SilenceTimes } from '../../../parts/SilenceTimes.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from '../Silence.module.css';
import { instantOf } from './deadline.ts';

/** A deadline in Universal Time, read back where the missions are, with a warning of the days on which they may be closed. */
export function DeadlineField(props: { value: string; onChange: (value: string) => void; from: number }) {
  const t = useT();
  const { value, onChange, from } = props;
  const at = instantOf(value);
  return (
    <div className={styles.form}>
      <TextField
        label={t('silence.deadline')}
        hint={t('silence.deadlineHint')}
        type="datetime-local"
        value={value}
        onChange={onChange}
        error={at === null ? t('silence.deadlineWrong') : undefined}
      />
      {at !== null && <SilenceTimes at={at} />}
      {at !== null && <DaysOff from={from} to={at} />}
    </div>
  );
}

function DaysOff({ from, to }: { from: number; to: number }) {
  const t = useT();
  const format = useFormat();
  const found = daysOff(from, to);
  if (found.length === 0) return null;
  const first = found.slice(0, 8).map(({ day, as }) => {
    const date = format.date(Date.parse(day), { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' });
    return as === 'weekend' ? date : t('silence.holidayOn', { date, name: t(`silence.holiday.${as}`) });
  });
  const left = found.length - first.length;
  return (
    <Notice tone="caution">
      {t('silence.daysOff', { days: format.list(first, 'unit') })}
      {left > 0 && ` ${t('silence.daysOffMore', { n: left })}`}
    </Notice>
  );
}
