import { column } from '@shared/domain/board.ts';
import { profileOf } from '@shared/domain/consultation.ts';
import { members } from '@shared/domain/delegation.ts';
import type { PanelId } from '@shared/domain/kernel/ids.ts';
import type { Majority } from '@shared/domain/majority.ts';
import type { Method } from '@shared/domain/ruleProfile.ts';
import { tieBefore } from '@shared/domain/voting/tie.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './OpenVoteForm.module.css';
import { SecondVoteNotice } from './SecondVoteNotice.tsx';
import { screensOf } from './screensOf.ts';

/** Puts an item to the vote: which one, by what majority, with how many present where a quorum is asked for. */
export function OpenVoteForm({ panelId }: { panelId: PanelId }) {
  const t = useT();
  const { consultationId } = useSeat();
  const board = useReplica(({ plenary }) => plenary.board);
  const ready = useMemo(() => column(board, panelId, 'ready'), [board, panelId]);
  const profile = useReplica(({ plenary }) => profileOf(plenary.consultation));
  const votes = useReplica(({ plenary }) => plenary.vote);
  const entitled = useReplica(({ plenary }) => members(plenary.delegation).length);
  const [chosen, setChosen] = useState<string | null>(null);
  const [chosenMajority, setMajority] = useState<Majority | null>(null);
  const [chosenMethod, setMethod] = useState<Method | null>(null);
  const method =
    chosenMethod ?? (profile.methods.includes('recorded') ? 'recorded' : (profile.methods[0] ?? 'recorded'));
  const { Opening } = screensOf[method];
  const [present, setPresent] = useState('');
  const { send, isPending, refusal } = useCommand('vote.open');
  // The item on the screen is what one most likely means.
  const likely = ready.find(({ id }) => id === (chosen ?? board.spotlight[panelId])) ?? ready[0];
  if (!profile.procedures.includes('vote'))
    return (
      <Empty
        title={t('rules.noVotes')}
        act={<LinkButton href={`/c/${consultationId}/rules`}>{t('rules.see')}</LinkButton>}
      >
        {t(`rules.words.${profile.id}`)}
      </Empty>
    );
  if (!likely)
    return (
      <Empty
        title={t('vote.nothingReady')}
        act={<LinkButton href={`/c/${consultationId}/board/${panelId}`}>{t('vote.toBoard')}</LinkButton>}
      >
        {t('vote.nothingReadyWords')}
      </Empty>
    );
  // A second vote after a tie is by the majority of the first.
  const tied = tieBefore(votes, { itemId: likely.id, itemVersion: likely.current.version, subject: { kind: 'item' } });
  const majority = tied?.terms.majority ?? chosenMajority ?? profile.majorityDefault;
  const asksPresence = profile.quorum !== 'none';
  const count = /^\d{1,3}$/.test(present.trim()) ? Number(present) : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ itemId: likely.id, majority, method, present: asksPresence ? count : null });
      }}
    >
      <NativeSelect
        label={t('vote.item')}
        value={likely.id}
        onChange={setChosen}
        options={ready.map(({ id, current }) => ({
          value: id,
          label: t('vote.itemOption', { title: current.title, version: current.version }),
        }))}
      />
      {tied && <SecondVoteNotice vote={tied} />}
      {profile.methods.length > 1 && (
        <RadioGroup
          label={t('ballot.method')}
          value={method}
          onChange={setMethod}
          options={profile.methods.map((value) => ({
            value,
            label: t(`ballot.method.${value}`),
            hint: t(`ballot.hint.${value}`),
          }))}
        />
      )}
      <div>
        <LinkButton size="small" href={`/c/${consultationId}/amendments/${likely.id}`}>
          {t('amendments.toPage')}
        </LinkButton>
      </div>
      <RadioGroup
        label={t('vote.majority')}
        value={majority}
        onChange={setMajority}
        options={(tied ? [tied.terms.majority] : profile.majorities).map((value) => ({
          value,
          label: t(`vote.majority.${value}`),
          hint: (
            <>
              {t(`vote.rule.${value}`, { members: entitled })}
              {profile.agreedMajorities.includes(value) && <em> {t('rules.agreedOnly')}</em>}
            </>
          ),
        }))}
      />
      {asksPresence && (
        <TextField
          label={t('vote.present')}
          hint={t('vote.presentHint', { members: entitled, required: Math.floor(entitled / 2) + 1 })}
          inputMode="numeric"
          value={present}
          onChange={setPresent}
          error={
            present !== '' && (count === null || count > entitled)
              ? t('vote.presentWrong', { members: entitled })
              : undefined
          }
          className={styles.number}
        />
      )}
      <Notice tone={profile.isIndicative ? 'caution' : 'neutral'}>
        {profile.isIndicative && <strong>{t('parts.result.indicative')}. </strong>}
        <Opening members={entitled} />
      </Notice>
      <RefusalNote refusal={refusal} />
      <div>
        <Button type="submit" kind="primary" size="large" icon="vote" pending={isPending}>
          {t('vote.openAct')}
        </Button>
      </div>
    </form>
  );
}
