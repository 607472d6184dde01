import { useMemo } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { DecisionPlaces } from '../../../parts/DecisionPlaces.tsx';
import { DelegationName } from '../../../parts/DelegationName.tsx';
import { useReplica, useSeat, useYou } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { placeOfSent, recallSent } from '../castMemory.ts';
import { placeOfSlip, recallSlip } from '../receipts.ts';
import styles from './BallotsPage.module.css';
import { OwnVoteEntry } from './OwnVoteEntry.tsx';
import { ownVotes } from './ownBallots.ts';

/** What the server has of one's delegation's ballots, beside what was published and what this device sent. */
export function BallotsPage() {
  const t = useT();
  const { consultationId } = useSeat();
  const { role, delegationId, participantId } = useYou();
  const votes = useReplica(({ plenary }) => plenary.vote);
  const rollCalls = useReplica(({ plenary }) => plenary.rollCall);
  const within = useReplica(({ delegation }) => delegation[delegationId ?? '']);
  const isVoter = useReplica(
    ({ plenary }) => role === 'delegate' && plenary.delegation.byId[delegationId ?? '']?.kind === 'member-state',
  );
  const entries = useMemo(() => {
    if (!isVoter || delegationId === null) return [];
    const sentIn = (id: string) => recallSent(placeOfSent(consultationId, id, participantId));
    const receiptOf = (id: string) => recallSlip(placeOfSlip(consultationId, id, participantId))?.receipt ?? null;
    return ownVotes({ votes, rollCalls, within, sentIn, receiptOf }, delegationId);
  }, [isVoter, votes, rollCalls, within, delegationId, consultationId, participantId]);
  return (
    <>
      <PageTitle
        title={t('trust.ballots')}
        under={delegationId && <DelegationName id={delegationId} withRegion />}
        acts={
          <span className={styles.acts}>
            {entries.length > 0 && (
              <Button icon="print" onClick={() => window.print()}>
                {t('trust.print')}
              </Button>
            )}
          </span>
        }
      />
      <DecisionPlaces current="ballots" />
      <div className={styles.page}>
        {!isVoter && <Empty title={t('trust.ballots.never')}>{t('trust.ballots.neverWords')}</Empty>}
        {isVoter && entries.length === 0 && (
          <Empty title={t('trust.ballots.none')}>{t('trust.ballots.noneWords')}</Empty>
        )}
        {entries.length > 0 && (
          <ol className={styles.votes}>
            {entries.map((entry) => (
              <li key={entry.vote.id}>
                <OwnVoteEntry entry={entry} />
              </li>
            ))}
          </ol>
        )}
        <Section title={t('trust.how')}>
          <p className={styles.words}>{t('trust.how.sealed')}</p>
          <p className={styles.words}>{t('trust.how.recount')}</p>
        </Section>
      </div>
    </>
  );
}
