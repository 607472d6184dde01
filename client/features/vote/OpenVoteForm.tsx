import { profileOf } from '@shared/domain/consultation.ts';
import { majorityOf } from '@shared/domain/itemVotes.ts';
import type { PanelId } from '@shared/domain/kernel/ids.ts';
import type { Majority } from '@shared/domain/majority.ts';
import type { Method } from '@shared/domain/ruleProfile.ts';
import { tieBefore } from '@shared/domain/voting/tie.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { PresenceField, usePresence } from '../../parts/deciding/PresenceField.tsx';
import { ReadyItemField, useLikelyItem, useOpenItems } from '../../parts/deciding/ReadyItemField.tsx';
import { QuestionMajority } from '../../parts/QuestionMajority.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { TieNotice } from '../../parts/TieNotice.tsx';
import { useCommand, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import styles from './OpenVoteForm.module.css';
import { screensOf } from './screensOf.ts';

/** Puts an item to the vote: which one, by what majority, with how many present where a quorum is asked for. */
export function OpenVoteForm({ panelId }: { panelId: PanelId }) {
  const t = useT();
  const { consultationId } = useSeat();
  const ready = useOpenItems(panelId);
  const profile = useReplica(({ plenary }) => profileOf(plenary.consultation));
  const votes = useReplica(({ plenary }) => plenary.vote);
  const { likely, setChosen } = useLikelyItem(panelId, ready);
  const presence = usePresence();
  const { entitled } = presence;
  const [chosenMajority, setMajority] = useState<Majority | null>(null);
  const [chosenMethod, setMethod] = useState<Method | null>(null);
  const method =
    chosenMethod ?? (profile.methods.includes('recorded') ? 'recorded' : (profile.methods[0] ?? 'recorded'));
  const { Opening } = screensOf[method];
  const { send, isPending, refusal } = useCommand('vote.open');
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
  const bound = tied?.terms.majority ?? majorityOf(votes, likely.id);
  const majority = bound ?? chosenMajority ?? profile.majorityDefault;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ itemId: likely.id, majority, method, present: presence.present });
      }}
    >
      <ReadyItemField ready={ready} value={likely.id} onChange={setChosen} />
      <div>
        <LinkButton size="small" href={`/c/${consultationId}/amendments/${likely.id}`}>
          {t('amendments.toPage')}
        </LinkButton>
      </div>
      {tied && <TieNotice vote={tied} />}
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
      <RadioGroup
        label={t('vote.majority')}
        value={majority}
        onChange={setMajority}
        options={(bound ? [bound] : profile.majorities).map((value) => ({
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
      <QuestionMajority itemId={likely.id} isFirst />
      <PresenceField presence={presence} />
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
