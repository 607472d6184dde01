import type { TabledItem } from '@shared/domain/board.ts';
import { profileOf } from '@shared/domain/consultation.ts';
import { members } from '@shared/domain/delegation.ts';
import { runningVote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useCommand, useReplica, useSeat } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './DecidedItems.module.css';

/** For the bureau, at a decided item: puts the motion that it be reconsidered, once whoever speaks against it has been heard. */
export function Reconsider({ item }: { item: TabledItem }) {
  const t = useT();
  const words = useRefusalWords();
  const { consultationId } = useSeat();
  const [, navigate] = useLocation();
  const isRunning = useReplica(({ plenary }) => runningVote(plenary.vote) !== null);
  const asksPresence = useReplica(({ plenary }) => profileOf(plenary.consultation).quorum !== 'none');
  const [isAsking, setAsking] = useState(false);
  const [movedBy, setMovedBy] = useState('');
  const [present, setPresent] = useState('');
  const { send, isPending, refusal, clear } = useCommand('vote.open');
  const close = () => {
    clear();
    setAsking(false);
  };
  const put = async () => {
    const count = /^\d{1,3}$/.test(present.trim()) ? Number(present) : null;
    const { ok } = await send({
      ...{ itemId: item.id, majority: 'two-thirds', present: asksPresence ? count : null },
      subject: { kind: 'reconsideration', ...(movedBy === '' ? {} : { movedBy }) },
    });
    if (!ok) return;
    close();
    navigate(`/c/${consultationId}/votes/${item.panelId}`);
  };
  if (isRunning) return null;
  return (
    <>
      <Button size="small" icon="undo" onClick={() => setAsking(true)}>
        {t('vote.reconsider')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('vote.reconsider.title')}
        confirmLabel={t('vote.reconsider.put')}
        pending={isPending}
        error={refusal ? words(refusal) : undefined}
        onCancel={close}
        onConfirm={() => void put()}
      >
        <div className={styles.dialog}>
          <p>
            <strong>
              <bdi>{item.current.title}</bdi>
            </strong>
          </p>
          <p>{t('vote.reconsider.words')}</p>
          <p>{t('vote.reconsider.speakers')}</p>
          <Mover value={movedBy} onChange={setMovedBy} />
          {asksPresence && <Presence value={present} onChange={setPresent} />}
        </div>
      </ConfirmDialog>
    </>
  );
}

interface Field {
  value: string;
  onChange: (value: string) => void;
}

function Mover(field: Field) {
  const t = useT();
  const nameOf = useDelegationNames();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const options = Object.values(byId)
    .filter(({ kind }) => kind === 'member-state')
    .map(({ id }) => ({ value: id, label: nameOf(id) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <NativeSelect
      label={t('vote.reconsider.mover')}
      {...field}
      options={[{ value: '', label: t('vote.reconsider.nobody') }, ...options]}
    />
  );
}

function Presence(field: Field) {
  const t = useT();
  const entitled = useReplica(({ plenary }) => members(plenary.delegation).length);
  return (
    <TextField
      label={t('vote.present')}
      hint={t('vote.presentHint', { members: entitled, required: Math.floor(entitled / 2) + 1 })}
      inputMode="numeric"
      {...field}
    />
  );
}
