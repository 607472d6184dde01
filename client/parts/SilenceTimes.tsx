import { useFormat, useT } from '../i18n/I18n.tsx';
import styles from './SilenceTimes.module.css';

/** Where a deadline is told besides Universal Time. */
export const silenceZones = [
  ['utc', 'UTC'],
  ['newYork', 'America/New_York'],
  ['geneva', 'Europe/Zurich'],
] as const;

/** A deadline where the missions are, and on this device where that is elsewhere. */
export function SilenceTimes({ at }: { at: number }) {
  const t = useT();
  const format = useFormat();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const options = { weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
  const told = (timeZone: string) => format.dateTime(at, { ...options, hourCycle: 'h23', timeZone });
  const isElsewhere = !silenceZones.some(([, zone]) => told(zone) === told(own));
  return (
    <dl className={styles.times}>
      {silenceZones.map(([name, zone]) => (
        <div key={zone}>
          <dt>{t(`silence.zone.${name}`)}</dt>
          <dd>{told(zone)}</dd>
        </div>
      ))}
      {isElsewhere && (
        <div>
          <dt>{t('silence.zone.own')}</dt>
          <dd>{told(own)}</dd>
        </div>
      )}
    </dl>
  );
}
