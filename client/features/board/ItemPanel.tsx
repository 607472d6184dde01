import type { TabledItem } from '@shared/domain/board.ts';
import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { useT } from '../../i18n/I18n.tsx';
import { ItemConsensus } from '../../parts/consensus/ItemConsensus.tsx';
import { FieldsView } from '../../parts/FieldsView.tsx';
import { ReconsideredNote } from '../../parts/ReconsideredNote.tsx';
import { RoomRegions } from '../../parts/RoomRegions.tsx';
import { TextAs } from '../../parts/TextAs.tsx';
import { useMadeBy } from '../../parts/useMadeBy.ts';
import { useReplica } from '../../sync/Seat.tsx';
import { Drawer } from '../../ui/aria/Drawer.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { CardMenu } from './CardMenu.tsx';
import { Comments } from './Comments.tsx';
import { ItemAmendments } from './ItemAmendments.tsx';
import { GoneNotice, ItemLineage } from './ItemLineage.tsx';
import styles from './ItemPanel.module.css';
import { ItemPositions } from './ItemPositions.tsx';
import { ItemSilence } from './ItemSilence.tsx';
import { ItemText } from './ItemText.tsx';
import { ItemVersions } from './ItemVersions.tsx';
import { ItemVotes } from './ItemVotes.tsx';
import { OwnPosition, useTakesPosition } from './OwnPosition.tsx';
import { Restore } from './Restore.tsx';
import { TakeUp } from './SetAsideList.tsx';
import { usePassageDesk } from './usePassageDesk.ts';

/** One item, to be read beside the board: its text and fields, where delegations stand, what is said, votes, versions. */
export function ItemPanel({ itemId, onClose }: { itemId: ItemId; onClose: () => void }) {
  const t = useT();
  const item = useReplica(({ plenary }) => plenary.board.items[itemId]);
  if (!item)
    return (
      <Drawer isOpen onClose={onClose} title={t('board.item.unknown')}>
        <p>{t('board.item.unknownHint')}</p>
      </Drawer>
    );
  return <OpenItem item={item} onClose={onClose} />;
}

function OpenItem({ item, onClose }: { item: TabledItem; onClose: () => void }) {
  const t = useT();
  const takesPosition = useTakesPosition(item);
  const desk = usePassageDesk(item);
  return (
    <Drawer isOpen onClose={onClose} title={item.current.title} acts={takesPosition && <OwnPosition item={item} />}>
      <div className={styles.panel}>
        <ItemHead item={item} />
        <ItemText item={item} desk={desk} />
        <TextAs title={item.current.title} read={() => item.current.draft} />
        <Section title={t('board.item.fields')} level={3}>
          <FieldsView fields={item.current.fields} />
        </Section>
        <ItemPositions itemId={item.id} />
        <Comments item={item} desk={desk} />
        <ItemConsensus itemId={item.id} />
        <ItemAmendments item={item} />
        <ItemVotes itemId={item.id} />
        <ItemSilence itemId={item.id} />
        <ItemLineage item={item} />
        <ItemVersions item={item} />
      </div>
    </Drawer>
  );
}

function ItemHead({ item }: { item: TabledItem }) {
  const t = useT();
  const withMaker = useMadeBy();
  const { current, disposition, isTakenBack } = item;
  return (
    <div className={styles.head}>
      <div className={styles.facts}>
        <Badge tone="accent">{t(`parts.stage.${item.stage}`)}</Badge>
        <RoomRegions roomId={item.roomId} />
        <span>{withMaker(t('board.version', { n: current.version }), current.amendedBy)}</span>
        <span>{t('board.brackets', { n: current.brackets })}</span>
        <span className={styles.acts}>
          <HeadActs item={item} />
        </span>
      </div>
      <ReconsideredNote version={current} />
      <GoneNotice item={item} />
      {isTakenBack && <Notice tone="caution">{t('board.item.takenBack')}</Notice>}
      {disposition && (
        <Notice tone="caution">
          <strong>{t(`board.aside.${disposition.as}`)}</strong> <span dir="auto">{disposition.reason}</span>
        </Notice>
      )}
      {current.waiver !== null && (
        <Notice>
          <strong>{t('board.item.waiver')}</strong> <span dir="auto">{current.waiver}</span>
        </Notice>
      )}
    </div>
  );
}

function HeadActs({ item }: { item: TabledItem }) {
  if (item.gone) return <Restore item={item} />;
  return item.disposition ? <TakeUp item={item} /> : <CardMenu item={item} labelled />;
}
