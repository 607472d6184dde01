import { openingOf, roundOf, type Silence } from '@shared/domain/silence/shape.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { RefusalNote } from '../../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../../parts/useDelegationNames.ts';
import { useCommand, useReplica } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import styles from '../Silence.module.css';
import { DeadlineField } from './DeadlineField.tsx';
import { fieldOf, instantOf } from './deadline.ts';

/** While silence lasts: who has opened the text, and the way to lengthen the deadline. */
export function RunningDesk({ silence }: { silence: Silence }) {
  const t = useT();
  return (
    <>
      <Receipts silence={silence} />
      <Disclosure summary={t('silence.extend')}>
        <ExtendForm key={openingOf(silence).deadlineAt} silence={silence} />
      </Disclosure>
    </>
  );
}

/** Delegations that have opened the text, and those that have not; it says nothing of consent. */
function Receipts({ silence }: { silence: Silence }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useDelegationNames();
  const read = useReplica(({ bureau }) => bureau.silence.read[silence.id]?.[roundOf(silence).number]);
  const { notified } = openingOf(silence);
  const opened = notified.filter((id) => read?.[id] !== undefined);
  const names = (ids: readonly string[]) => ids.map(nameOf).sort(format.compare).join(' · ');
  return (
    <Disclosure summary={t('silence.receipts', { n: opened.length, of: notified.length })}>
      <p>{t('silence.receiptsWords')}</p>
      <p>
        <strong>{t('silence.receipts.read')}</strong> {names(opened) || t('silence.receipts.nobody')}
      </p>
      <p>
        <strong>{t('silence.receipts.unread')}</strong>{' '}
        {names(notified.filter((id) => !opened.includes(id))) || t('silence.receipts.nobody')}
      </p>
    </Disclosure>
  );
}

function ExtendForm({ silence }: { silence: Silence }) {
  const t = useT();
  const { deadlineAt } = openingOf(silence);
  const [deadline, setDeadline] = useState(() => fieldOf(deadlineAt + 86_400_000));
  const [reason, setReason] = useState('');
  const { send, isPending, refusal } = useCommand('silence.extend');
  const at = instantOf(deadline);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const said = reason.trim();
        if (at !== null) void send({ silenceId: silence.id, deadlineAt: at, ...(said ? { reason: said } : {}) });
      }}
    >
      <p>{t('silence.extendWords')}</p>
      <DeadlineField value={deadline} onChange={setDeadline} from={deadlineAt} />
      <TextArea label={t('silence.extendReason')} optional value={reason} onChange={setReason} limit={1_000} rows={2} />
      <RefusalNote refusal={refusal} />
      <div>
        <Button type="submit" icon="clock" pending={isPending} disabled={at === null}>
          {t('silence.extend')}
        </Button>
      </div>
    </form>
  );
}
