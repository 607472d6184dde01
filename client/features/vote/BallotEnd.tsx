import type { Vote } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { VoteResult } from '../../parts/VoteResult.tsx';
import { useReplica, useSeat, useYou } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './BallotEnd.module.css';
import sentStyles from './BallotSent.module.css';
import { ChoiceWords } from './ChoiceWords.tsx';
import { HandsLists } from './HandsLists.tsx';
import { IntendedVoteAct } from './IntendedVoteAct.tsx';
import { ReceivedWords } from './ReceivedWords.tsx';
import type { Ballot } from './useBallot.ts';
import { Withdrawn } from './Withdrawn.tsx';

interface BallotEndProps {
  vote: Exclude<Vote, { phase: 'open' }>;
  ballot: Ballot;
  mayVote: boolean;
}

/** A vote that takes no more ballots: locked, declared with its result, or withdrawn. */
export function BallotEnd({ vote, ballot, mayVote }: BallotEndProps) {
  const t = useT();
  const { consultationId } = useSeat();
  return (
    <div className={styles.end}>
      <RefusalNote refusal={ballot.refusal} />
      {vote.phase === 'locked' && <Locked vote={vote} ballot={ballot} mayVote={mayVote} />}
      {vote.phase === 'declared' && <Declared vote={vote} />}
      {vote.phase === 'withdrawn' && <Withdrawn vote={vote} />}
      {vote.method === 'recorded' && <IntendedVoteAct vote={vote} />}
      <div>
        <LinkButton href={`/c/${consultationId}/votes/${vote.panelId}`} icon="order">
          {t('vote.toVotes')}
        </LinkButton>
      </div>
    </div>
  );
}

function Locked({
  vote,
  ballot: { standing, own },
  mayVote,
}: BallotEndProps & { vote: Extract<Vote, { phase: 'locked' }> }) {
  const t = useT();
  const format = useFormat();
  // Where hands were counted in the hall no device has cast, and none has missed anything.
  const isInHall = useReplica(({ plenary }) => plenary.showOfHands[vote.id]?.isCountedInHall === true);
  // What this device sent may not have come; a ballot that did is said to be in, and not how it was.
  const other = own && { phase: 'received' as const, ...own, sent: null, isReplaced: false };
  const received = standing.phase === 'received' ? standing : other;
  return (
    <>
      <Notice live>
        {t(isInHall ? 'ballot.hands.lockedAt' : 'vote.lockedAt', { at: format.time(vote.lockedAt, { seconds: true }) })}
      </Notice>
      {received ? (
        <div className={sentStyles.state}>
          <ReceivedWords standing={received} isNamed={vote.method === 'recorded'} />
        </div>
      ) : (
        mayVote && !isInHall && <Notice tone="caution">{t('vote.noBallot')}</Notice>
      )}
    </>
  );
}

function Declared({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const format = useFormat();
  const { delegationId } = useYou();
  const choice = vote.rollCall[delegationId ?? ''];
  return (
    <>
      <p>{t('vote.declaredAt', { at: format.dateTime(vote.declaredAt) })}</p>
      <VoteResult vote={vote} />
      {vote.method === 'show-of-hands' && <HandsLists vote={vote} />}
      {vote.method === 'recorded' && delegationId !== null && vote.electorate.includes(delegationId) && (
        <p>
          <DelegationName id={delegationId} withRegion /> {t(choice ? 'vote.isRecorded' : 'vote.isNotRecorded')}{' '}
          {choice && <ChoiceWords choice={choice} />}
        </p>
      )}
    </>
  );
}
