import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { type FormEvent, useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useDelegationOptions } from '../../parts/useDelegationOptions.tsx';
import { useCommand, usePermitRefusal } from '../../sync/Seat.tsx';
import { ComboBox } from '../../ui/aria/ComboBox.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { choices } from './choices.ts';
import styles from './OpenVoteForm.module.css';

/** For the bureau: enters how a delegation in the hall had intended to vote. */
export function EnterIntention({ vote }: { vote: Vote }) {
  const t = useT();
  const refused = usePermitRefusal('intendedVote.enter', { voteId: vote.id });
  if (refused) return null;
  return (
    <Disclosure summary={t('ballot.intended.enterAct')}>
      <EntryForm vote={vote} />
    </Disclosure>
  );
}

function EntryForm({ vote }: { vote: Vote }) {
  const t = useT();
  const all = useDelegationOptions();
  const options = useMemo(() => all.filter(({ value }) => vote.electorate.includes(value)), [all, vote.electorate]);
  const [delegationId, setDelegation] = useState<string | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const { send, isPending, refusal } = useCommand('intendedVote.enter');
  const recorded = vote.phase === 'declared' && delegationId !== null ? vote.rollCall[delegationId] : undefined;
  const offered = choices.filter((each) => each.choice !== recorded);
  // What is on record for one delegation may be chosen for another.
  const chosen = choice === recorded ? null : choice;
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    if (delegationId === null || chosen === null) return;
    const { ok } = await send({ voteId: vote.id, delegationId, choice: chosen });
    if (!ok) return;
    setDelegation(null);
    setChoice(null);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void enter(event)}>
      <ComboBox
        label={t('ballot.intended.enterFor')}
        hint={t('ballot.intended.enterHint')}
        value={delegationId}
        onChange={setDelegation}
        options={options}
      />
      <RadioGroup
        label={t('ballot.intended.choice')}
        value={chosen}
        onChange={setChoice}
        options={offered.map((each) => ({
          value: each.choice,
          label: t(`vote.choice.${each.choice}`),
          icon: each.icon,
        }))}
      />
      <RefusalNote refusal={refusal} />
      <div>
        <Button type="submit" icon="footnote" pending={isPending} disabled={delegationId === null || chosen === null}>
          {t('ballot.intended.enter')}
        </Button>
      </div>
    </form>
  );
}
