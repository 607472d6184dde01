import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { useCommand, useIsBureau, usePermitRefusal } from '../sync/Seat.tsx';
import { Button } from '../ui/Button.tsx';
import { RefusalNote } from './RefusalNote.tsx';

/** What follows a decision: the bureau moves the item on; nothing for others, or where it has been done. */
export function MoveToDecided({ itemId, isReady, label }: { itemId: ItemId; isReady: boolean; label: string }) {
  const isBureau = useIsBureau();
  const refused = usePermitRefusal('board.stage', { itemId });
  const { send, isPending, refusal } = useCommand('board.stage');
  if (!isBureau || refused || !isReady) return null;
  return (
    <>
      <Button
        size="small"
        icon="gavel"
        pending={isPending}
        onClick={() => void send({ itemId, stage: 'decided', before: null })}
      >
        {label}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  );
}
