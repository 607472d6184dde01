import type { TabledItem } from '@shared/domain/board.ts';
import { profileOf } from '@shared/domain/consultation.ts';
import { members } from '@shared/domain/delegation.ts';
import { majorityOf } from '@shared/domain/itemVotes.ts';
import type { Majority } from '@shared/domain/majority.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { runningVote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { QuestionMajority } from '../../parts/QuestionMajority.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, usePermitRefusal, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Amendments.module.css';

/** Puts what is next to the vote; the majority is chosen with the first vote and stays the same for all that follow. */
export function PutToVote({ item, subject }: { item: TabledItem; subject: Subject }) {
  const t = useT();
  const { consultationId } = useSeat();
  const [, navigate] = useLocation();
  const refused = usePermitRefusal('vote.open', { itemId: item.id });
  const isRunning = useReplica(({ plenary }) => runningVote(plenary.vote) !== null);
  const { majorities, quorum } = useReplica(({ plenary }) => profileOf(plenary.consultation));
  const asksPresence = quorum !== 'none';
  const entitled = useReplica(({ plenary }) => members(plenary.delegation).length);
  const bound = useReplica(({ plenary }) => majorityOf(plenary.vote, item.id));
  const [chosen, setChosen] = useState<Majority>('simple');
  const [present, setPresent] = useState('');
  const { send, isPending, refusal } = useCommand('vote.open');
  if (refused || item.stage !== 'ready') return null;
  if (isRunning) return <p className={styles.rationale}>{t('refusal.vote.another-is-running')}</p>;
  const majority = subject.kind === 'division' ? 'simple' : (bound ?? chosen);
  const count = /^\d{1,3}$/.test(present.trim()) ? Number(present) : null;
  const open = async () => {
    const answer = await send({ itemId: item.id, majority, present: asksPresence ? count : null, subject });
    if (answer.ok) navigate(`/c/${consultationId}/votes/${item.panelId}`);
  };
  return (
    <form
      className={styles.inline}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      {bound === null && subject.kind !== 'division' && <QuestionMajority itemId={item.id} isFirst />}
      <NativeSelect
        label={t('amendments.majority')}
        value={majority}
        disabled={bound !== null || subject.kind === 'division'}
        onChange={(next) => setChosen(majorities.find((each) => each === next) ?? 'simple')}
        options={majorities.map((value) => ({ value, label: t(`vote.majority.${value}`) }))}
      />
      {asksPresence && (
        <TextField
          label={t('amendments.present', { members: entitled })}
          inputMode="numeric"
          value={present}
          onChange={setPresent}
        />
      )}
      <Button type="submit" kind="primary" icon="vote" pending={isPending}>
        {t('amendments.put')}
      </Button>
      <RefusalNote refusal={refusal} />
    </form>
  );
}
