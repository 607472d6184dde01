import { openingOf, roundOf, type Silence } from '@shared/domain/silence/shape.ts';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { silenceZones } from '../../../parts/SilenceTimes.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { CopyText } from '../CopyText.tsx';
import styles from '../Silence.module.css';
import { useSnapshot } from '../useSnapshot.ts';

/** The texts of a round, ready to be copied into the mail of the secretariat: this program sends none. */
export function NoticeTexts({ silence }: { silence: Silence }) {
  const t = useT();
  const texts = useNoticeTexts(silence);
  if (texts.length === 0) return null;
  return (
    <Disclosure summary={t('silence.texts')}>
      <div className={styles.form}>
        <p>{t('silence.textsWords')}</p>
        {texts.map(({ name, text }) => (
          <CopyText key={name} label={t(`silence.texts.${name}`)} text={text} rows={9} />
        ))}
      </div>
    </Disclosure>
  );
}

interface NoticeText {
  name: 'notification' | 'reminder' | 'outcome';
  text: string;
}

/** What may be sent now: the notification and the reminder while silence lasts, the outcome afterwards. */
function useNoticeTexts(silence: Silence): NoticeText[] {
  const t = useT();
  const format = useFormat();
  const round = roundOf(silence);
  const { title } = useSnapshot(silence, round.itemVersion);
  const consultation = useReplica(({ plenary }) =>
    plenary.consultation.phase === 'unopened' ? '' : plenary.consultation.title,
  );
  if (!round.opening) return [];
  const told = (at: number, timeZone: string) =>
    format.dateTime(at, { dateStyle: 'full', timeStyle: 'short', timeZone });
  const { deadlineAt } = openingOf(silence);
  const times = silenceZones.map(([name, zone]) => `${t(`silence.zone.${name}`)}: ${told(deadlineAt, zone)}`);
  const about = [`${consultation}`, t('silence.mail.text', { title, version: round.itemVersion, round: round.number })];
  const foot = [t('silence.mail.hash', { hash: round.textHash })];
  const lines = (...parts: string[]) => parts.join('\n\n');
  if (silence.phase === 'under-silence')
    return [
      {
        name: 'notification',
        text: lines(...about, t('silence.mail.opened'), times.join('\n'), t('silence.mail.how'), ...foot),
      },
      { name: 'reminder', text: lines(...about, t('silence.mail.reminder'), times.join('\n'), ...foot) },
    ];
  const end = round.end?.as;
  if (!end) return [];
  const ended = round.end ? [told(round.end.at, 'UTC')] : [];
  return [{ name: 'outcome', text: lines(...about, `${t(`silence.mail.${end}`)} (${ended.join('')} UTC)`, ...foot) }];
}
