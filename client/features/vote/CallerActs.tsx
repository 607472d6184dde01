import type { Choice } from '@shared/domain/kernel/words.ts';
import { type RollCall, turnOf } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useCommand, useYou } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { choices } from './choices.ts';
import styles from './RunningDesk.module.css';

type Entry = Choice | 'absent';

/** What the caller does: goes on to the next, or puts down for whoever is called what they said or that they did not. */
export function CallerActs({ vote, call }: { vote: Vote; call: RollCall }) {
  const t = useT();
  const { role } = useYou();
  const nameOf = useDelegationNames();
  const { current, next } = turnOf(call);
  const callNext = useCommand('rollCall.callNext');
  // Who was meant is kept with the question, so that a call that goes on meanwhile changes nobody's answer.
  const [asked, setAsked] = useState<{ delegationId: string; entry: Entry } | null>(null);
  if (current === null) return null;
  if (call.answers[current])
    return (
      <div className={styles.acts}>
        <Button
          kind="primary"
          size="large"
          icon="forward"
          pending={callNext.isPending}
          onClick={() => void callNext.send({ voteId: vote.id, after: current })}
        >
          {t('ballot.roll.callNext', { delegation: next === null ? '' : nameOf(next) })}
        </Button>
        <RefusalNote refusal={callNext.refusal} />
      </div>
    );
  return (
    <div className={styles.acts}>
      {role === 'secretariat' &&
        choices.map(({ choice, icon }) => (
          <Button key={choice} icon={icon} onClick={() => setAsked({ delegationId: current, entry: choice })}>
            {t('ballot.roll.enter', { choice: t(`vote.choice.${choice}`) })}
          </Button>
        ))}
      <Button onClick={() => setAsked({ delegationId: current, entry: 'absent' })}>{t('ballot.roll.noAnswer')}</Button>
      <p className={styles.hint}>
        {t(role === 'secretariat' ? 'ballot.roll.enterWords' : 'ballot.roll.waitWords', {
          delegation: nameOf(current),
        })}
      </p>
      {asked && <ConfirmEntry vote={vote} {...asked} onDone={() => setAsked(null)} />}
    </div>
  );
}

interface ConfirmEntryProps {
  vote: Vote;
  delegationId: string;
  entry: Entry;
  onDone(): void;
}

/** Asks once more, by name: an answer that is on the record stands. */
function ConfirmEntry({ vote, delegationId, entry, onDone }: ConfirmEntryProps) {
  const t = useT();
  const words = useRefusalWords();
  const nameOf = useDelegationNames();
  const enter = useCommand('rollCall.enter');
  const absent = useCommand('rollCall.markAbsent');
  const refusal = enter.refusal ?? absent.refusal;
  const isAbsent = entry === 'absent';
  const confirm = () =>
    (isAbsent
      ? absent.send({ voteId: vote.id, delegationId })
      : enter.send({ voteId: vote.id, delegationId, choice: entry })
    ).then(({ ok }) => ok && onDone());
  const delegation = nameOf(delegationId);
  return (
    <ConfirmDialog
      isOpen
      title={t(isAbsent ? 'ballot.roll.absentTitle' : 'ballot.roll.enterTitle', {
        delegation,
        choice: isAbsent ? '' : t(`vote.choice.${entry}`),
      })}
      confirmLabel={t(isAbsent ? 'ballot.roll.absentAct' : 'ballot.roll.enterAct')}
      pending={enter.isPending || absent.isPending}
      error={refusal ? words(refusal) : undefined}
      onCancel={onDone}
      onConfirm={() => void confirm()}
    >
      <p>{t(isAbsent ? 'ballot.roll.absentWarning' : 'ballot.roll.enterWarning')}</p>
    </ConfirmDialog>
  );
}
