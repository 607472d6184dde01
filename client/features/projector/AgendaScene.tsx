import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import styles from './AgendaScene.module.css';

/** The meeting and its panels; the one that is on stands out, with its questions. */
export function AgendaScene({ panelId }: { panelId: PanelId }) {
  const t = useT();
  const format = useFormat();
  const consultation = useReplica(({ plenary }) => plenary.consultation);
  const { order, byId } = useReplica(({ plenary }) => plenary.panel);
  if (consultation.phase === 'unopened') return null;
  const day = (date: string) => format.date(Date.parse(date), { dateStyle: 'long', timeZone: 'UTC' });
  const dates =
    consultation.from === consultation.to
      ? day(consultation.from)
      : t('projector.dates', { from: day(consultation.from), to: day(consultation.to) });
  return (
    <div className={styles.agenda}>
      <h1 className={styles.title} dir="auto">
        {consultation.title}
      </h1>
      <p className={styles.place}>{[consultation.place, dates].filter(Boolean).join(' · ')}</p>
      <ol className={styles.panels}>
        {order.map((id, at) => (
          <li key={id} className={styles.panel} aria-current={id === panelId ? 'step' : undefined}>
            <span className={styles.number}>{format.number(at + 1)}</span>
            <span className={styles.words}>
              <span dir="auto">{byId[id]?.title}</span>
              {id === panelId &&
                byId[id]?.questions.slice(0, 2).map((question) => (
                  <span key={question} className={styles.question} dir="auto">
                    {question}
                  </span>
                ))}
            </span>
            <span className={styles.step}>{t(`parts.step.${byId[id]?.step ?? 'opening'}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
