import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { standsSince } from '@shared/domain/reconsideration.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { MoveToDecided } from '../../parts/MoveToDecided.tsx';
import { useReplica } from '../../sync/Seat.tsx';

/** What follows a declaration: the bureau moves the item on; nothing where it has been done. */
export function MoveVoted({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const { itemId } = vote;
  const isReady = useReplica(({ plenary }) => {
    const item = plenary.board.items[itemId];
    const isLast = plenary.vote.order.findLast((id) => isCounted(plenary.vote.byId[id], itemId)) === vote.id;
    const isOfText = item !== undefined && vote.itemVersion >= standsSince(item);
    return isLast && isOfText && item.stage === 'ready' && !item.disposition && !item.isTakenBack;
  });
  // Without a quorum, and before the second vote after a tie, nothing has been decided.
  const isOnWhole = vote.subject.kind === 'item' || vote.subject.kind === 'whole';
  const isSettled = vote.outcome.result === 'carried' || vote.outcome.result === 'not-carried';
  return <MoveToDecided itemId={itemId} isReady={isReady && isSettled && isOnWhole} label={t('vote.moveToDecided')} />;
}

/** A withdrawn vote was none, and a motion to reconsider that was not carried leaves what was decided. */
function isCounted(vote: Vote | undefined, itemId: ItemId): boolean {
  if (vote?.itemId !== itemId || vote.phase === 'withdrawn') return false;
  return vote.subject.kind !== 'reconsideration' || vote.phase !== 'declared';
}
