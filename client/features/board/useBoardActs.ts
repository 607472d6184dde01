import type { TabledItem } from '@shared/domain/board.ts';
import type { ItemId } from '@shared/domain/kernel/ids.ts';
import type { Stage } from '@shared/domain/kernel/words.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import type { CommandAnswer } from '../../sync/commands.ts';
import { useCommand, useSeat } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { followerOf, stepWithin } from './boardView.ts';

/** What the bureau does with cards; a refusal is said, and a move to another column can be undone. */
export interface BoardActs {
  stage(itemId: ItemId, stage: Stage, before: ItemId | null): Promise<void>;
  step(item: TabledItem, direction: 'up' | 'down'): Promise<void>;
  toggleSpotlight(item: TabledItem): Promise<void>;
  toggleComments(itemId: ItemId): Promise<void>;
  takeUp(itemId: ItemId): Promise<void>;
  /** Un-merges or un-splits. */
  restore(item: TabledItem): Promise<void>;
}

/** The bureau's acts on the cards of a board. */
export function useBoardActs(): BoardActs {
  const t = useT();
  const toast = useToast();
  const wordsOf = useRefusalWords();
  const { store } = useSeat();
  // Read when acted, not followed: hundreds of cards must not be drawn again for every event on the board.
  const plenary = () => store.getState().state.plenary;
  const { send: sendStage } = useCommand('board.stage');
  const { send: sendSpotlight } = useCommand('board.spotlight');
  const { send: sendTakeUp } = useCommand('board.takeUp');
  const { send: sendUnmerge } = useCommand('lineage.unmerge');
  const { send: sendUnsplit } = useCommand('lineage.unsplit');
  const { send: sendClose } = useCommand('comment.close');
  const { send: sendReopen } = useCommand('comment.reopen');
  const say = (answer: CommandAnswer) => {
    if (!answer.ok) toast({ text: wordsOf(answer), tone: 'danger' });
    return answer.ok;
  };
  const stage: BoardActs['stage'] = async (itemId, to, before) => {
    const { board } = plenary();
    const item = board.items[itemId];
    if (!item) return;
    const back = { itemId, stage: item.stage, before: followerOf(board, item) };
    if (!say(await sendStage({ itemId, stage: to, before })) || item.stage === to) return;
    toast({
      text: t('board.moved', { title: item.current.title, stage: t(`parts.stage.${to}`) }),
      act: { label: t('board.undo'), onAct: () => void sendStage(back).then(say) },
    });
  };
  return {
    stage,
    async step(item, direction) {
      const before = stepWithin(plenary().board.columns[item.panelId]?.[item.stage] ?? [], item.id, direction);
      if (before !== undefined) await stage(item.id, item.stage, before);
    },
    async toggleSpotlight({ panelId, id }) {
      say(await sendSpotlight({ panelId, itemId: plenary().board.spotlight[panelId] === id ? null : id }));
    },
    async toggleComments(itemId) {
      say(await (plenary().comment.closed[itemId] ? sendReopen({ itemId }) : sendClose({ itemId })));
    },
    async takeUp(itemId) {
      say(await sendTakeUp({ itemId }));
    },
    async restore({ id: itemId, gone }) {
      say(await (gone?.as === 'split' ? sendUnsplit({ itemId }) : sendUnmerge({ itemId })));
    },
  };
}
