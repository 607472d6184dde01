import { openingOf, roundOf, type Silence } from '@shared/domain/silence/shape.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica, useServerOffset, useYou } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useNow } from '../../ui/useNow.ts';

/** That one's own delegation has broken silence, who of it, and the way back until the deadline. */
export function OwnObjection({ silence }: { silence: Silence }) {
  const t = useT();
  const format = useFormat();
  const { delegationId } = useYou();
  const own = useReplica(({ delegation }) => delegation[delegationId ?? '']?.silence[silence.id]?.at(-1) ?? null);
  if (!own || own.round !== roundOf(silence).number || silence.phase !== 'broken') return null;
  return (
    <Notice tone="caution" live acts={own.retractedAt === null && <Retract silence={silence} />}>
      <p>
        {t('silence.own.broke', { at: format.dateTime(own.at, { dateStyle: 'medium', timeStyle: 'medium' }) })}{' '}
        <PersonName id={own.by} />
      </p>
      {own.retractedAt !== null && <p>{t('silence.own.retracted', { at: format.dateTime(own.retractedAt) })}</p>}
    </Notice>
  );
}

function Retract({ silence }: { silence: Silence }) {
  const t = useT();
  const words = useRefusalWords();
  const [isAsking, setAsking] = useState(false);
  const { send, isPending, refusal, clear } = useCommand('silence.retract');
  const now = useNow(useServerOffset(), true);
  if (now > openingOf(silence).deadlineAt) return null;
  return (
    <>
      <Button size="small" icon="undo" onClick={() => setAsking(true)}>
        {t('silence.own.retract')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('silence.own.retractTitle')}
        confirmLabel={t('silence.own.retract')}
        pending={isPending}
        error={refusal ? words(refusal) : undefined}
        onCancel={() => {
          clear();
          setAsking(false);
        }}
        onConfirm={() => void send({ silenceId: silence.id }).then(({ ok }) => ok && setAsking(false))}
      >
        <p>{t('silence.own.retractWords')}</p>
      </ConfirmDialog>
    </>
  );
}
