import type { Choice } from '@shared/domain/kernel/words.ts';
import type { OwnBallot, Vote } from '@shared/domain/vote.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { newCommandId } from '../../sync/commands.ts';
import { type Sender, useCommand, useReplica, useSeat, useServerOffset, useYou } from '../../sync/Seat.tsx';
import { type BallotStanding, isSame, standingOf } from './ballotStanding.ts';
import { placeOfSent, recallSent, rememberSent, type Sent } from './castMemory.ts';

/** One's delegation's ballot in a vote: how it stands, and the way to cast it. */
export interface Ballot {
  standing: BallotStanding;
  /** What the server has told: a ballot of the delegation was received, from whom and when. */
  own: OwnBallot | null;
  cast(choice: Choice): Promise<void>;
  isPending: boolean;
  refusal: Sender<'vote.cast'>['refusal'];
}

/** Casts, remembers on this device what was sent, and never says more than is known. */
export function useBallot(vote: Vote): Ballot {
  const { consultationId } = useSeat();
  const { participantId, delegationId } = useYou();
  const offset = useServerOffset();
  const own = useReplica(({ delegation }) => delegation[delegationId ?? '']?.vote[vote.id] ?? null);
  const place = placeOfSent(consultationId, vote.id, participantId);
  const [sent, setSent] = useState<Sent | null>(() => recallSent(place));
  const { send, isPending, refusal } = useCommand('vote.cast');
  const keep = useCallback(
    (next: Sent | null) => {
      rememberSent(place, next);
      setSent(next);
    },
    [place],
  );
  const cast = useCallback(
    async (choice: Choice) => {
      const before = sent;
      const commandId = newCommandId();
      const sending = {
        choice,
        sentAt: Date.now() + offset,
        timesBefore: own?.times ?? 0,
        receivedAt: null,
        commandId,
      };
      keep(sending);
      const answer = await send({ voteId: vote.id, choice }, commandId);
      if (answer.ok) keep({ ...sending, receivedAt: Date.now() + offset });
      // Without an answer it may have arrived all the same; a refusal means that what stood before still stands.
      else if (answer.code !== 'NO_ANSWER') keep(before);
    },
    [sent, own, offset, keep, send, vote.id],
  );
  // Told under its id, it is known to have come, also when another takes its place.
  useEffect(() => {
    if (own && sent?.receivedAt === null && isSame(sent, own)) keep({ ...sent, receivedAt: own.at });
  }, [own, sent, keep]);
  useLeaveWarning(isPending);
  const standing = useMemo(
    () => standingOf(own, sent, isPending, participantId),
    [own, sent, isPending, participantId],
  );
  return { standing, own, cast, isPending, refusal };
}

/** Asks before the page is left while a ballot is on its way. */
export function useLeaveWarning(isOnItsWay: boolean): void {
  useEffect(() => {
    if (!isOnItsWay) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isOnItsWay]);
}
