import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './DraftList.module.css';
import type { RoomSeat } from './useRoomFacts.ts';

/** The keys of the room, listed behind a button. */
export function KeysNote({ seat }: { seat: RoomSeat }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const keys = [
    { key: 'Alt+N', words: t('room.keys.new'), isFor: seat.mayWrite },
    { key: 'Alt+↓', words: t('room.keys.next'), isFor: true },
    { key: 'Alt+↑', words: t('room.keys.previous'), isFor: true },
    { key: 'Alt+H', words: t('room.keys.hand'), isFor: seat.isMember },
    { key: 'Ctrl+Enter', words: t('room.keys.report'), isFor: seat.isRapporteur },
  ];
  return (
    <>
      <Button kind="plain" size="small" icon="info" onClick={() => setOpen(true)}>
        {t('room.keys')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('room.keys')} size="small">
        <dl className={styles.keys}>
          {keys
            .filter(({ isFor }) => isFor)
            .map(({ key, words }) => (
              <div key={key} className={styles.key}>
                <dt>
                  <Kbd>{key}</Kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
        </dl>
      </Dialog>
    </>
  );
}
