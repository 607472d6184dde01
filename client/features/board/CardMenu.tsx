import type { TabledItem } from '@shared/domain/board.ts';
import { stages } from '@shared/domain/kernel/words.ts';
import { isUnderDecision } from '@shared/domain/underDecision.ts';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { Menu, type MenuAct } from '../../ui/aria/Menu.tsx';
import { stepWithin } from './boardView.ts';
import { SetAsideDialog } from './SetAsideDialog.tsx';
import { useBoardActs } from './useBoardActs.ts';

// The dialogs come when they are asked for.
const MergeDialog = lazy(() => import('./MergeDialog.tsx').then((module) => ({ default: module.MergeDialog })));
const SplitDialog = lazy(() => import('./SplitDialog.tsx').then((module) => ({ default: module.SplitDialog })));

type Sheet = 'parked' | 'not-taken-up' | 'merge' | 'split';
type Act = `to:${(typeof stages)[number]}` | 'up' | 'down' | 'spotlight' | 'comments' | Sheet;

/** The bureau's acts on one card, all of them also for the keyboard; nothing for everybody else. */
export function CardMenu({ item, labelled = false }: { item: TabledItem; labelled?: boolean }) {
  const t = useT();
  const acts = useBoardActs();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const close = () => setSheet(null);
  const items = useCardActs(item);
  if (items.length === 0) return null;
  const act = (key: Act) => {
    if (key === 'parked' || key === 'not-taken-up' || key === 'merge' || key === 'split') setSheet(key);
    else if (key === 'spotlight') void acts.toggleSpotlight(item);
    else if (key === 'comments') void acts.toggleComments(item.id);
    else if (key === 'up' || key === 'down') void acts.step(item, key);
    else {
      const stage = stages.find((each) => `to:${each}` === key);
      if (stage) void acts.stage(item.id, stage, null);
    }
  };
  return (
    <>
      <Menu
        label={labelled ? t('board.acts') : t('board.actsOn', { title: item.current.title })}
        labelHidden={!labelled}
        items={items}
        onAct={act}
      />
      {(sheet === 'parked' || sheet === 'not-taken-up') && <SetAsideDialog item={item} as={sheet} onClose={close} />}
      <Suspense fallback={null}>
        {sheet === 'merge' && <MergeDialog item={item} onClose={close} />}
        {sheet === 'split' && <SplitDialog item={item} onClose={close} />}
      </Suspense>
    </>
  );
}

/** The acts that may be asked for now, by the same table as the server's. */
function useCardActs(item: TabledItem): MenuAct<Act>[] {
  const t = useT();
  const place = { itemId: item.id };
  const mayStage = usePermitRefusal('board.stage', place) === null;
  const maySpotlight = usePermitRefusal('board.spotlight', { panelId: item.panelId }) === null;
  const mayClose = usePermitRefusal('comment.close', place) === null;
  const column = useReplica(({ plenary }) => plenary.board.columns[item.panelId]?.[item.stage]) ?? [];
  const isSpotlit = useReplica(({ plenary }) => plenary.board.spotlight[item.panelId] === item.id);
  const isClosed = useReplica(({ plenary }) => plenary.comment.closed[item.id] === true);
  const isUnderVote = useReplica(({ plenary }) => isUnderDecision(plenary, item.id));
  const lineageActs = useLineageActs(item, isUnderVote);
  const moves = t('board.group.move');
  const list: (MenuAct<Act> | false)[] = [
    ...stages.map(
      (stage): MenuAct<Act> | false =>
        mayStage &&
        !item.disposition &&
        !isUnderVote &&
        stage !== item.stage && { key: `to:${stage}`, label: t(`parts.stage.${stage}`), icon: 'forward', group: moves },
    ),
    mayStage &&
      stepWithin(column, item.id, 'up') !== undefined && { key: 'up', label: t('board.up'), icon: 'up', group: moves },
    mayStage &&
      stepWithin(column, item.id, 'down') !== undefined && {
        key: 'down',
        label: t('board.down'),
        icon: 'down',
        group: moves,
      },
    maySpotlight && {
      key: 'spotlight',
      label: t(isSpotlit ? 'board.spotlightOff' : 'board.spotlightOn'),
      icon: 'screen',
      group: t('board.group.plenary'),
    },
    mayClose && {
      key: 'comments',
      label: t(isClosed ? 'board.reopenComments' : 'board.closeComments'),
      icon: isClosed ? 'chat' : 'lock',
      group: t('board.group.plenary'),
    },
    ...lineageActs,
    mayStage &&
      !isUnderVote && { key: 'parked', label: t('board.park'), icon: 'archive', group: t('board.group.aside') },
    mayStage &&
      !isUnderVote && {
        key: 'not-taken-up',
        label: t('board.notTakenUp'),
        icon: 'minus',
        group: t('board.group.aside'),
      },
  ];
  return list.filter((each) => each !== false);
}

/** What makes other items of this one; what is decided stays one item. */
function useLineageActs(item: TabledItem, isUnderVote: boolean): MenuAct<Act>[] {
  const t = useT();
  const mayMerge = usePermitRefusal('lineage.merge', { into: item.id }) === null;
  if (!mayMerge || isUnderVote || item.disposition || item.stage === 'decided') return [];
  const group = t('board.group.lineage');
  const merge: MenuAct<Act> = { key: 'merge', label: t('board.merge'), icon: 'forward', group };
  const split: MenuAct<Act> = { key: 'split', label: t('board.split'), icon: 'order', group };
  return item.current.draft.blocks.length > 1 ? [merge, split] : [merge];
}
