import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { useT } from '../../i18n/I18n.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import styles from './AgendaPanel.module.css';

/** A panel on the agenda: where it stands, what it asks, who introduces it. */
export function AgendaPanel({ panelId, number, isLive }: { panelId: PanelId; number: number; isLive: boolean }) {
  const t = useT();
  const { consultationId } = useSeat();
  const panel = useReplica(({ plenary }) => plenary.panel.byId[panelId]);
  const itemCount = useReplica(
    ({ plenary }) =>
      Object.values(plenary.board.items).filter((item) => item.panelId === panelId && !item.isTakenBack).length,
  );
  if (!panel) return null;
  return (
    <li className={styles.panel}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.body}>
        <h3 className={styles.title}>
          <a href={`/c/${consultationId}/board/${panelId}`}>
            <bdi>{panel.title}</bdi>
          </a>
        </h3>
        <p className={styles.state}>
          <Badge tone={isLive ? 'accent' : 'neutral'}>{t(`parts.step.${panel.step}`)}</Badge>
          {isLive && <span>{t('lobby.panel.live')}</span>}
          <span>{t('lobby.panel.items', { n: itemCount })}</span>
        </p>
        {panel.questions.length > 0 && (
          <ul className={styles.questions} aria-label={t('lobby.panel.questions')}>
            {panel.questions.map((question) => (
              <li key={question}>
                <bdi>{question}</bdi>
              </li>
            ))}
          </ul>
        )}
        {panel.panelists.length > 0 && (
          <dl className={styles.panelists}>
            <dt>{t('lobby.panel.panelists', { n: panel.panelists.length })}</dt>
            {panel.panelists.map((id) => (
              <dd key={id}>
                <PersonName id={id} />
              </dd>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}
