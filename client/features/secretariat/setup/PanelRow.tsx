import type { Panel } from '@shared/domain/panel.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { PersonName } from '../../../parts/PersonName.tsx';
import { useSeat } from '../../../sync/Seat.tsx';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import styles from './PanelRow.module.css';

export interface PanelRowProps {
  panel: Panel;
  number: number;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onRemove: () => void;
}

/** One panel with all that the secretariat may do to it. */
export function PanelRow({ panel, number, isFirst, isLast, onMove, onEdit, onRemove }: PanelRowProps) {
  const t = useT();
  const { consultationId } = useSeat();
  return (
    <li className={styles.row}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.words}>
        <h3 className={styles.title}>
          <bdi>{panel.title}</bdi>
        </h3>
        <p className={styles.facts}>
          <Badge>{t(`parts.step.${panel.step}`)}</Badge>
          {panel.section && !panel.section.includes(panel.title) && <bdi>{panel.section}</bdi>}
          <span>{t('secretariat.panel.questions', { n: panel.questions.length })}</span>
          {panel.panelists.map((id) => (
            <PersonName key={id} id={id} />
          ))}
        </p>
      </div>
      <div className={styles.acts}>
        <IconButton
          icon="up"
          label={t('secretariat.panel.up', { title: panel.title })}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon="down"
          label={t('secretariat.panel.down', { title: panel.title })}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <LinkButton size="small" href={`/c/${consultationId}/steering/${panel.id}`}>
          {t('secretariat.panel.steer')}
        </LinkButton>
        <Button size="small" icon="edit" onClick={onEdit}>
          {t('secretariat.panel.edit')}
        </Button>
        <IconButton
          icon="delete"
          label={t('secretariat.panel.removeNamed', { title: panel.title })}
          onClick={onRemove}
        />
      </div>
    </li>
  );
}
