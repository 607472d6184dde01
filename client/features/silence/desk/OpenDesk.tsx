import { profileOf } from '@shared/domain/consultation.ts';
import { members } from '@shared/domain/delegation.ts';
import { hourMs, roundOf, type Silence } from '@shared/domain/silence/shape.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../../parts/RefusalNote.tsx';
import { SilenceTimes } from '../../../parts/SilenceTimes.tsx';
import { useCommand, useReplica, useServerOffset } from '../../../sync/Seat.tsx';
import { ConfirmDialog } from '../../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useLanguageNames } from '../RoundFacts.tsx';
import styles from '../Silence.module.css';
import { DeadlineField } from './DeadlineField.tsx';
import { fieldOf, instantOf, suggested } from './deadline.ts';

/** A prepared round: languages, deadline, what has to be said where either falls short; then the opening. */
export function OpenDesk({ silence }: { silence: Silence }) {
  const t = useT();
  const { silenceHours } = useReplica(({ plenary }) => profileOf(plenary.consultation));
  const offset = useServerOffset();
  const [from] = useState(() => Date.now() + offset);
  const [deadline, setDeadline] = useState(() => fieldOf(suggested(from, silenceHours)));
  const [shorter, setShorter] = useState('');
  const [waived, setWaived] = useState('');
  const [isAsking, setAsking] = useState(false);
  const at = instantOf(deadline);
  const isShorter = at !== null && at - from < silenceHours * hourMs;
  const isMissing = roundOf(silence).languages.some(({ isReady }) => !isReady);
  const isWhole = at !== null && (!isShorter || shorter.trim() !== '') && (!isMissing || waived.trim() !== '');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) setAsking(true);
      }}
    >
      <Languages silence={silence} />
      {isMissing && (
        <TextArea
          label={t('silence.waive')}
          hint={t('silence.waiveHint')}
          value={waived}
          onChange={setWaived}
          limit={1_000}
          rows={2}
        />
      )}
      <DeadlineField value={deadline} onChange={setDeadline} from={from} />
      {isShorter && (
        <TextArea
          label={t('silence.shorter', { hours: silenceHours })}
          hint={t('silence.shorterHint')}
          value={shorter}
          onChange={setShorter}
          limit={1_000}
          rows={2}
        />
      )}
      <div>
        <Button type="submit" kind="primary" size="large" disabled={!isWhole}>
          {t('silence.open')}
        </Button>
      </div>
      {at !== null && (
        <OpenDialog
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          payload={{
            ...{ silenceId: silence.id, deadlineAt: at },
            ...(isShorter ? { shorterBecause: shorter } : {}),
            ...(isMissing ? { languagesWaived: waived } : {}),
          }}
        />
      )}
    </form>
  );
}

interface OpenPayload {
  silenceId: string;
  deadlineAt: number;
  shorterBecause?: string;
  languagesWaived?: string;
}

function OpenDialog({ isOpen, onClose, payload }: { isOpen: boolean; onClose: () => void; payload: OpenPayload }) {
  const t = useT();
  const words = useRefusalWords();
  const notified = useReplica(({ plenary }) => members(plenary.delegation).length);
  const { send, isPending, refusal, clear } = useCommand('silence.open');
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('silence.openTitle')}
      confirmLabel={t('silence.open')}
      pending={isPending}
      error={refusal ? words(refusal) : undefined}
      onCancel={() => {
        clear();
        onClose();
      }}
      onConfirm={() => void send(payload).then(({ ok }) => ok && onClose())}
    >
      <SilenceTimes at={payload.deadlineAt} />
      <p>{t('silence.openWords', { n: notified })}</p>
    </ConfirmDialog>
  );
}

function Languages({ silence }: { silence: Silence }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useLanguageNames();
  const { send, refusal } = useCommand('silence.markLanguage');
  const { languages } = roundOf(silence);
  const left = languages.filter(({ isReady }) => !isReady).length;
  return (
    <fieldset className={styles.form}>
      <legend>{t('silence.languages', { n: format.number(left), left })}</legend>
      {languages.map(({ language, isReady }) => (
        <Checkbox
          key={language}
          label={nameOf(language)}
          checked={isReady}
          onChange={(next) => void send({ silenceId: silence.id, language, isReady: next })}
        />
      ))}
      <RefusalNote refusal={refusal} />
    </fieldset>
  );
}
