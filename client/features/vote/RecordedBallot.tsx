import type { Vote } from '@shared/domain/vote.ts';
import { BallotEnd } from './BallotEnd.tsx';
import { BallotForm } from './BallotForm.tsx';
import { LockCountdown } from './LockCountdown.tsx';
import { NoBallot } from './NoBallot.tsx';
import { useBallot } from './useBallot.ts';
import type { WhyNot } from './whyNot.ts';

/** One's delegation's ballot in a recorded vote: chosen, reviewed and cast while it is open, then what became of it. */
export function RecordedBallot({ vote, reason }: { vote: Vote; reason: WhyNot | null }) {
  const ballot = useBallot(vote);
  if (vote.phase !== 'open') return <BallotEnd vote={vote} ballot={ballot} mayVote={reason === null} />;
  return (
    <>
      <LockCountdown vote={vote} />
      {reason === null ? <BallotForm vote={vote} ballot={ballot} /> : <NoBallot vote={vote} reason={reason} />}
    </>
  );
}
