import { isCallOver } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { CalledNow } from './CalledNow.tsx';
import { CallerActs } from './CallerActs.tsx';
import { CallerList } from './CallerList.tsx';
import { DeclareAct } from './DeclareAct.tsx';
import styles from './RunningDesk.module.css';
import { TakeBackAbsence } from './TakeBackAbsence.tsx';
import { WithdrawAct } from './WithdrawAct.tsx';

/** The caller's desk: the lot, whose turn it is, what was answered, and the list that goes round. */
export function RollCallDesk({ vote }: { vote: Vote }) {
  const t = useT();
  const call = useReplica(({ plenary }) => plenary.rollCall[vote.id]);
  if (!call) return null;
  return (
    <>
      {!call.lot && <DrawAct vote={vote} commitment={call.commitment} />}
      {call.lot && <CalledNow call={call} />}
      {call.lot && !isCallOver(call) && <CallerActs vote={vote} call={call} />}
      {isCallOver(call) && <DeclareAct vote={vote} hint={t('ballot.roll.declareWords')} />}
      <TakeBackAbsence vote={vote} call={call} />
      <CallerList call={call} />
    </>
  );
}

/** 128 bits of this device's own chance. */
function freshNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function DrawAct({ vote, commitment }: { vote: Vote; commitment: string }) {
  const t = useT();
  const { send, isPending, refusal } = useCommand('rollCall.draw');
  return (
    <>
      <div className={styles.acts}>
        <Button
          kind="primary"
          size="large"
          icon="order"
          pending={isPending}
          onClick={() => void send({ voteId: vote.id, nonce: freshNonce() })}
        >
          {t('ballot.roll.draw')}
        </Button>
        <WithdrawAct vote={vote} />
      </div>
      <p className={styles.hint}>
        {t('ballot.roll.drawWords')}{' '}
        <code className={styles.digest} dir="ltr">
          {commitment}
        </code>
      </p>
      <RefusalNote refusal={refusal} />
    </>
  );
}
