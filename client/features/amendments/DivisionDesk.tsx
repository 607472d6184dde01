import type { TabledItem } from '@shared/domain/board.ts';
import { divisionsOf, isPending } from '@shared/domain/divisions/standing.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Amendments.module.css';
import { DivisionEntry } from './DivisionEntry.tsx';
import { MoveDivision } from './MoveDivision.tsx';

/** Voting on parts of the item separately: the motion, its parts, and what came of earlier ones. */
export function DivisionDesk({ item }: { item: TabledItem }) {
  const t = useT();
  const known = useReplica(({ plenary }) => plenary.division);
  const list = useMemo(() => divisionsOf(known, item.id).reverse(), [known, item.id]);
  const refused = usePermitRefusal('division.move', { itemId: item.id });
  const [isMoving, setMoving] = useState(false);
  const mayMove = !refused && item.stage === 'ready' && !list.some(isPending);
  if (list.length === 0 && !mayMove) return null;
  return (
    <Section
      title={t('amendments.division')}
      acts={
        mayMove &&
        !isMoving && (
          <Button size="small" icon="add" onClick={() => setMoving(true)}>
            {t('amendments.moveDivision')}
          </Button>
        )
      }
    >
      {isMoving && <MoveDivision item={item} onDone={() => setMoving(false)} />}
      {list.length === 0 && !isMoving && <p>{t('amendments.divisionWords')}</p>}
      <ol className={styles.list}>
        {list.map((each) => (
          <li key={each.id} className={styles.entry}>
            <DivisionEntry item={item} division={each} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
