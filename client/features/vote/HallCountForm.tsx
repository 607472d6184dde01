import type { Vote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { choices } from './choices.ts';
import styles from './OpenVoteForm.module.css';

const numberIn = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

/** The hands as they were counted in the hall, to be entered and corrected until the lock. */
export function HallCountForm({ vote }: { vote: Vote }) {
  const t = useT();
  const entered = useReplica(({ bureau }) => bureau.showOfHands[vote.id]);
  const [texts, setTexts] = useState({
    yes: String(entered?.yes ?? ''),
    no: String(entered?.no ?? ''),
    abstain: String(entered?.abstain ?? ''),
  });
  const { send, isPending, refusal } = useCommand('showOfHands.enterCount');
  const count = { yes: numberIn(texts.yes), no: numberIn(texts.no), abstain: numberIn(texts.abstain) };
  const { yes, no, abstain } = count;
  const isWhole = yes !== null && no !== null && abstain !== null;
  return (
    <Disclosure summary={t('ballot.hands.enter')} open={entered !== undefined}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) void send({ voteId: vote.id, yes, no, abstain });
        }}
      >
        <Stack gap={3}>
          <p>{t('ballot.hands.enterWords')}</p>
          <Cluster gap={3}>
            {choices.map(({ choice }) => (
              <TextField
                key={choice}
                label={t(`vote.choice.${choice}`)}
                inputMode="numeric"
                value={texts[choice]}
                onChange={(text) => setTexts({ ...texts, [choice]: text })}
                error={texts[choice] !== '' && count[choice] === null ? t('ballot.hands.number') : undefined}
                className={styles.number}
              />
            ))}
          </Cluster>
          {entered && <p role="status">{t('ballot.hands.entered', { ...entered })}</p>}
          <RefusalNote refusal={refusal} />
          <div>
            <Button type="submit" icon="check" pending={isPending} disabled={!isWhole}>
              {t(entered ? 'ballot.hands.correct' : 'ballot.hands.enterAct')}
            </Button>
          </div>
        </Stack>
      </form>
    </Disclosure>
  );
}
