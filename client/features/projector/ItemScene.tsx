import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { BurnDown } from '../../parts/BurnDown.tsx';
import { DraftTextView } from '../../parts/DraftTextView.tsx';
import { RoomRegions } from '../../parts/RoomRegions.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import styles from './ItemScene.module.css';

/** The item in the spotlight, to be read by the whole hall: title, text with its brackets, where it comes from. */
export function ItemScene({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const item = useReplica(({ plenary }) => plenary.board.items[itemId]);
  const points = useReplica(({ plenary }) => plenary.bracket[itemId]);
  const scene = useRef<HTMLElement>(null);
  // Another item begins at its beginning; the arrow keys scroll it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the item is what changes.
  useEffect(() => scene.current?.focus(), [itemId]);
  if (!item) return null;
  const { current } = item;
  return (
    <article ref={scene} className={styles.item} tabIndex={-1}>
      <h1 className={styles.title} dir="auto">
        {current.title}
      </h1>
      <div className={styles.facts}>
        <RoomRegions roomId={item.roomId} />
        <span>{t(`parts.stage.${item.stage}`)}</span>
        <span>{t('projector.version', { n: current.version })}</span>
        <span>{t('projector.brackets', { n: current.brackets })}</span>
      </div>
      <DraftTextView draft={current.draft} size="wall" withAttributions />
      <BurnDown points={points ?? []} size="wall" />
    </article>
  );
}
