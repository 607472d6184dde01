import type { ItemId } from '@shared/domain/kernel/ids.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useIsBureau, usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';

/** What follows a declaration: the bureau moves the item on; nothing where it has been done. */
export function MoveToDecided({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const isBureau = useIsBureau();
  const { itemId } = vote;
  const refused = usePermitRefusal('board.stage', { itemId });
  const isReady = useReplica(({ plenary }) => {
    const item = plenary.board.items[itemId];
    const isLast = plenary.vote.order.findLast((id) => isCounted(plenary.vote.byId[id], itemId)) === vote.id;
    return isLast && item?.stage === 'ready' && !item.disposition && !item.isTakenBack;
  });
  const { send, isPending, refusal } = useCommand('board.stage');
  // Without a quorum, and before the second vote after a tie, nothing has been decided.
  const isOnWhole = vote.subject.kind === 'item' || vote.subject.kind === 'whole';
  const isSettled = vote.outcome.result === 'carried' || vote.outcome.result === 'not-carried';
  if (!isBureau || refused || !isReady || !isSettled || !isOnWhole) return null;
  return (
    <>
      <Button
        size="small"
        icon="gavel"
        pending={isPending}
        onClick={() => void send({ itemId, stage: 'decided', before: null })}
      >
        {t('vote.moveToDecided')}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  );
}

/** A withdrawn vote was none. */
function isCounted(vote: Vote | undefined, itemId: ItemId): boolean {
  return vote?.itemId === itemId && vote.phase !== 'withdrawn';
}
