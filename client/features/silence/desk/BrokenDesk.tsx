import { openingOf, roundOf, type Silence } from '@shared/domain/silence/shape.ts';
import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { DelegationName } from '../../../parts/DelegationName.tsx';
import { RefusalNote } from '../../../parts/RefusalNote.tsx';
import { useCommand, useReplica, useServerOffset } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from '../Silence.module.css';
import { DeadlineField } from './DeadlineField.tsx';
import { fieldOf, instantOf } from './deadline.ts';

/** After silence was broken: who broke it, whether to circulate that, to restore silence or to revise the text. */
export function BrokenDesk({ silence }: { silence: Silence }) {
  const t = useT();
  const { send, isPending, refusal } = useCommand('silence.revise');
  const isRetracted = openingOf(silence).objections.at(-1)?.retractedAt !== null;
  return (
    <>
      <Breaker silence={silence} />
      {isRetracted && (
        <Disclosure summary={t('silence.restore')} open>
          <RestoreForm silence={silence} />
        </Disclosure>
      )}
      <div className={styles.acts}>
        <Button
          kind={isRetracted ? 'quiet' : 'primary'}
          icon="edit"
          pending={isPending}
          onClick={() => void send({ silenceId: silence.id })}
        >
          {t('silence.revise')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
    </>
  );
}

/** Who broke silence and why, as only the bureau knows until it is circulated. */
function Breaker({ silence }: { silence: Silence }) {
  const t = useT();
  const heard = useReplica(({ bureau }) => bureau.silence.objections[silence.id]?.at(-1) ?? null);
  const { send, isPending, refusal } = useCommand('silence.circulate');
  if (!heard) return null;
  const isShown = openingOf(silence).objections.at(-1)?.by !== null;
  const circulate = (
    <Button
      size="small"
      icon="announce"
      pending={isPending}
      onClick={() => void send({ silenceId: silence.id, round: roundOf(silence).number })}
    >
      {t('silence.circulate')}
    </Button>
  );
  return (
    <>
      <Notice tone="caution" acts={!isShown && circulate}>
        <p>
          <DelegationName id={heard.delegationId} withRegion /> {t('silence.broke')}
        </p>
        {heard.reason && (
          <p>
            {t('silence.reason')} <bdi>{heard.reason}</bdi>
          </p>
        )}
        {heard.alternative && (
          <p>
            {t('silence.alternative')} <bdi>{heard.alternative}</bdi>
          </p>
        )}
        <p>{t(isShown ? 'silence.shownToAll' : 'silence.shownToBureau')}</p>
      </Notice>
      <RefusalNote refusal={refusal} />
    </>
  );
}

function RestoreForm({ silence }: { silence: Silence }) {
  const t = useT();
  const offset = useServerOffset();
  const [from] = useState(() => Date.now() + offset);
  const { deadlineAt } = openingOf(silence);
  const [deadline, setDeadline] = useState(() => fieldOf(deadlineAt));
  const { send, isPending, refusal } = useCommand('silence.restore');
  // The field knows minutes; the same minute is the same deadline.
  const at = deadline === fieldOf(deadlineAt) ? deadlineAt : instantOf(deadline);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (at !== null) void send({ silenceId: silence.id, deadlineAt: at });
      }}
    >
      <p>{t('silence.restoreWords')}</p>
      <DeadlineField value={deadline} onChange={setDeadline} from={from} />
      <RefusalNote refusal={refusal} />
      <div>
        <Button type="submit" kind="primary" pending={isPending} disabled={at === null}>
          {t('silence.restore')}
        </Button>
      </div>
    </form>
  );
}
