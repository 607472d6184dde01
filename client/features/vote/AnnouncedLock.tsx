import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { LockCountdown } from './LockCountdown.tsx';
import styles from './RunningDesk.module.css';

/** The bureau's desk while an announced lock counts down: what everyone sees, and the way to call it off. */
export function AnnouncedLock({ vote }: { vote: Vote }) {
  const t = useT();
  const { send, isPending, refusal } = useCommand('vote.callOffLock');
  return (
    <>
      <LockCountdown vote={vote} />
      <div className={styles.acts}>
        <Button size="large" icon="undo" pending={isPending} onClick={() => void send({ voteId: vote.id })}>
          {t('ballot.lock.callOff')}
        </Button>
        <p className={styles.hint}>{t('ballot.lock.byItself')}</p>
      </div>
      <RefusalNote refusal={refusal} />
    </>
  );
}
