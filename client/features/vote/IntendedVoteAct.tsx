import { standingIntentions } from '@shared/domain/intendedVote.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, usePermitRefusal, useReplica, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import { ChoiceWords } from './ChoiceWords.tsx';
import { choices } from './choices.ts';
import { whyNot } from './whyNot.ts';

/** For a delegation whose ballot does not say what it meant: a footnote to the record, which changes no number. */
export function IntendedVoteAct({ vote }: { vote: Vote }) {
  const t = useT();
  const you = useYou();
  const mayVote = useReplica(({ plenary }) => whyNot(you, plenary.delegation, vote) === null);
  const stated = useReplica(({ plenary }) => standingIntentions(plenary, vote.id)[you.delegationId ?? '']);
  const refused = usePermitRefusal('intendedVote.state', { voteId: vote.id });
  const [choice, setChoice] = useState<Choice | null>(null);
  const state = useCommand('intendedVote.state');
  const retract = useCommand('intendedVote.retract');
  const isOver = vote.phase === 'locked' || vote.phase === 'declared';
  if (!isOver || !mayVote || refused) return null;
  const recorded = vote.phase === 'declared' ? vote.rollCall[you.delegationId ?? ''] : undefined;
  return (
    <Disclosure summary={t('ballot.intended.act')} open={stated !== undefined}>
      <Stack gap={3}>
        <p>{t('ballot.intended.words')}</p>
        {stated && (
          <p role="status">
            {t('ballot.intended.stated')} <ChoiceWords choice={stated.choice} />
          </p>
        )}
        <RadioGroup
          label={t('ballot.intended.choice')}
          value={choice}
          onChange={setChoice}
          options={choices
            .filter((each) => each.choice !== recorded)
            .map((each) => ({ value: each.choice, label: t(`vote.choice.${each.choice}`), icon: each.icon }))}
        />
        <RefusalNote refusal={state.refusal ?? retract.refusal} />
        <Cluster>
          <Button
            icon="footnote"
            disabled={choice === null}
            pending={state.isPending}
            onClick={() => choice && void state.send({ voteId: vote.id, choice })}
          >
            {t('ballot.intended.state')}
          </Button>
          {stated && (
            <Button icon="undo" pending={retract.isPending} onClick={() => void retract.send({ voteId: vote.id })}>
              {t('ballot.intended.retract')}
            </Button>
          )}
        </Cluster>
      </Stack>
    </Disclosure>
  );
}
