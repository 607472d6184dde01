import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { Button } from '../../ui/Button.tsx';
import { useHand } from './useHand.ts';

/** Asks for the floor of the room by a raised hand, and takes it down again. */
export function HandButton({ room }: { room: Room }) {
  const t = useT();
  const hand = useHand(room);
  if (!hand.isPossible) return null;
  return (
    <div>
      <Button
        wide
        icon="hand"
        shortcut="Alt+H"
        pending={hand.isPending}
        aria-pressed={hand.isRaised}
        onClick={() => void hand.toggle()}
      >
        {t(hand.isRaised ? 'room.hand.lower' : 'room.hand.raise')}
      </Button>
      <RefusalNote refusal={hand.refusal} />
    </div>
  );
}
