import type { Call } from '@shared/domain/noObjection.ts';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useCommand, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { DelegationName } from '../DelegationName.tsx';
import { RefusalNote } from '../RefusalNote.tsx';
import styles from './DecisionBanner.module.css';

/** A second press that was meant for the first does not object. */
const stillMs = 400;

/** Objects on behalf of one's delegation, in two presses: a countdown runs, and nobody objects by accident. */
export function ObjectAct({ call }: { call: Call }) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <Button size="large" icon="hand" onClick={() => setAsking(true)}>
        {t('consensus.object')}
      </Button>
    );
  return <Confirm call={call} onBack={() => setAsking(false)} />;
}

function Confirm({ call, onBack }: { call: Call; onBack: () => void }) {
  const t = useT();
  const { delegationId } = useYou();
  const [isStill, setStill] = useState(false);
  const { send, isPending, refusal } = useCommand('noObjection.object');
  useEffect(() => {
    const timer = setTimeout(() => setStill(true), stillMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.confirm}>
      <p className={styles.who}>
        {delegationId && <DelegationName id={delegationId} />} <span>{t('consensus.objects')}</span>
      </p>
      <div className={styles.acts}>
        <Button size="large" icon="back" onClick={onBack} disabled={isPending}>
          {t('consensus.objectBack')}
        </Button>
        <Button
          kind="danger"
          size="large"
          icon="hand"
          disabled={!isStill}
          pending={isPending}
          onClick={() => void send({ callId: call.id })}
        >
          {t('consensus.objectConfirm')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
