import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './RunningDesk.module.css';

/** Declares the result of a vote that takes no more ballots; the hint says what becomes known. */
export function DeclareAct({ vote, hint }: { vote: Vote; hint: string }) {
  const t = useT();
  const { send, isPending, refusal } = useCommand('vote.declare');
  return (
    <div className={styles.acts}>
      <Button
        kind="primary"
        size="large"
        icon="gavel"
        pending={isPending}
        onClick={() => void send({ voteId: vote.id })}
      >
        {t('vote.declare')}
      </Button>
      <p className={styles.hint}>{hint}</p>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
