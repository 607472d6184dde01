import type { TabledItem } from '@shared/domain/board.ts';
import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { RoomRegions } from '../../parts/RoomRegions.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Restore } from './Restore.tsx';
import styles from './SetAsideList.module.css';
import { useItemHref } from './useItemHref.ts';

const LineageGraph = lazy(() => import('./LineageGraph.tsx').then((module) => ({ default: module.LineageGraph })));

/** What became part of an item, what it was split from, and its whole lineage. */
export function ItemLineage({ item }: { item: TabledItem }) {
  const t = useT();
  const hrefOf = useItemHref(item.panelId);
  const items = useReplica(({ plenary }) => plenary.board.items);
  const sources = useMemo(
    () => Object.values(items).filter(({ gone }) => gone?.into.includes(item.id)),
    [items, item.id],
  );
  return (
    <>
      {sources.length > 0 && (
        <Section title={t('board.lineage.sources')} level={3}>
          <ul className={styles.list}>
            {sources.map((source) => (
              <li key={source.id} className={styles.item}>
                <div className={styles.words}>
                  <Link href={hrefOf(source.id)} className={styles.title} dir="auto">
                    {source.current.title}
                  </Link>
                  <div className={styles.origin}>
                    <RoomRegions roomId={source.roomId} />
                  </div>
                </div>
                <Restore item={source} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Suspense fallback={<Skeleton />}>
        <LineageGraph itemId={item.id} />
      </Suspense>
    </>
  );
}

/** Says what an item became, with the way there. */
export function GoneNotice({ item }: { item: TabledItem }) {
  const t = useT();
  const hrefOf = useItemHref(item.panelId);
  const items = useReplica(({ plenary }) => plenary.board.items);
  if (!item.gone) return null;
  return (
    <Notice tone="caution">
      <strong>{t(`board.gone.${item.gone.as}`)}</strong>
      <ul>
        {item.gone.into.map((id) => (
          <li key={id}>
            <Link href={hrefOf(id)} dir="auto">
              {items[id]?.current.title}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
