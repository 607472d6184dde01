import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AskedRecorded } from './AskedRecorded.tsx';
import { AskRecordedAct } from './AskRecordedAct.tsx';
import { BallotEnd } from './BallotEnd.tsx';
import { BallotForm } from './BallotForm.tsx';
import { LockCountdown } from './LockCountdown.tsx';
import { NoBallot } from './NoBallot.tsx';
import { type Ballot, useBallot } from './useBallot.ts';
import type { WhyNot } from './whyNot.ts';

/** One's delegation's hand: shown on the device or in the hall; or the wish for a recorded vote instead. */
export function HandsBallot({ vote, reason }: { vote: Vote; reason: WhyNot | null }) {
  const ballot = useBallot(vote);
  const askedBy = useReplica(({ plenary }) => plenary.showOfHands[vote.id]?.askedBy);
  if (vote.phase !== 'open') return <BallotEnd vote={vote} ballot={ballot} mayVote={reason === null} />;
  if (askedBy !== undefined) return <AskedRecorded by={askedBy} />;
  return (
    <>
      <LockCountdown vote={vote} />
      {reason === null ? <Hand vote={vote} ballot={ballot} /> : <NoBallot vote={vote} reason={reason} />}
    </>
  );
}

function Hand({ vote, ballot }: { vote: Vote; ballot: Ballot }) {
  const t = useT();
  const isCountedInHall = useReplica(({ plenary }) => plenary.showOfHands[vote.id]?.isCountedInHall === true);
  return (
    <>
      {isCountedInHall ? <Notice live>{t('ballot.hands.inHall')}</Notice> : <BallotForm vote={vote} ballot={ballot} />}
      <AskRecordedAct vote={vote} />
    </>
  );
}
