import { column, type TabledItem } from '@shared/domain/board.ts';
import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { decidedAs } from '../../parts/DecidedNote.tsx';
import { useIsBureau, usePermitRefusal, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './DecidedItems.module.css';
import { Reconsider } from './Reconsider.tsx';

/** The items about which something has been decided: why none is put again, and for the bureau the motion by which one is. */
export function DecidedItems({ panelId }: { panelId: PanelId | null }) {
  const t = useT();
  const { consultationId } = useSeat();
  const decided = useDecided(panelId);
  if (decided.length === 0) return null;
  return (
    <Section title={t('vote.decided')} note={t('vote.decided.words')}>
      <ul className={styles.items}>
        {decided.map(({ item, as }) => (
          <li key={item.id} className={styles.item}>
            <div>
              <Link href={`/c/${consultationId}/board/${item.panelId}?item=${encodeURIComponent(item.id)}`}>
                <bdi>{t('vote.itemOption', { title: item.current.title, version: item.current.version })}</bdi>
              </Link>
              <p className={styles.words}>{t(`vote.decided.${as}`)}</p>
            </div>
            {as === 'may' && <ReconsiderAct item={item} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ReconsiderAct({ item }: { item: TabledItem }) {
  const isBureau = useIsBureau();
  const refused = usePermitRefusal('vote.open', { itemId: item.id });
  return isBureau && !refused && <Reconsider item={item} />;
}

/** Each with how it stands. */
function useDecided(panelId: PanelId | null): { item: TabledItem; as: 'may' | 'refused' }[] {
  const plenary = useReplica((state) => state.plenary);
  return useMemo(() => {
    const panels = panelId === null ? plenary.panel.order : [panelId];
    return panels
      .flatMap((id) => [...column(plenary.board, id, 'ready'), ...column(plenary.board, id, 'decided')])
      .flatMap((item) => {
        const as = decidedAs(plenary, item);
        return as ? [{ item, as }] : [];
      });
  }, [plenary, panelId]);
}
