import { lastAbsent, type RollCall } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './RunningDesk.module.css';

/** Takes back that a delegation did not answer, as long as nobody was heard after it: it is called once more. */
export function TakeBackAbsence({ vote, call }: { vote: Vote; call: RollCall }) {
  const t = useT();
  const nameOf = useDelegationNames();
  const { send, isPending, refusal } = useCommand('rollCall.takeBackAbsence');
  const delegationId = lastAbsent(call);
  if (delegationId === null) return null;
  return (
    <div className={styles.acts}>
      <Button icon="undo" pending={isPending} onClick={() => void send({ voteId: vote.id, delegationId })}>
        {t('ballot.roll.callAgain', { delegation: nameOf(delegationId) })}
      </Button>
      <p className={styles.hint}>{t('ballot.roll.callAgainWords')}</p>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
