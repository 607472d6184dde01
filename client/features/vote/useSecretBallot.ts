import type { Choice } from '@shared/domain/kernel/words.ts';
import type { OwnSlips, SecretChoice } from '@shared/domain/secretBallot.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useCallback, useState } from 'react';
import { type Sender, useCommand, useReplica, useSeat, useYou } from '../../sync/Seat.tsx';
import { placeOfSlip, recallSlip, rememberSlip, type SentSlip, slipAfter, slipToSend } from './receipts.ts';
import { useLeaveWarning } from './useBallot.ts';

/** One's delegation's secret ballot, as far as this device can truthfully say. */
export interface OwnSecretBallot {
  /** What the server has told: a ballot of the delegation is in the box, from whom and since when. */
  own: OwnSlips[string] | null;
  /** What this tab has sent; its choice is nowhere any more. */
  sent: SentSlip | null;
  cast(choice: Choice): Promise<void>;
  isPending: boolean;
  refusal: Sender<'secretBallot.cast'>['refusal'];
}

/** The words in which choices travel; each is as long as the others. */
const spelt: Record<Choice, SecretChoice> = { yes: 'yea', no: 'nay', abstain: 'abs' };

/** Casts once, and remembers the receipt alone. */
export function useSecretBallot(vote: Vote): OwnSecretBallot {
  const { consultationId } = useSeat();
  const { participantId, delegationId } = useYou();
  const own = useReplica(({ delegation }) => delegation[delegationId ?? '']?.secretBallot[vote.id] ?? null);
  const place = placeOfSlip(consultationId, vote.id, participantId);
  const [sent, setSent] = useState<SentSlip | null>(() => recallSlip(place));
  const { send, isPending, refusal } = useCommand('secretBallot.cast');
  const keep = useCallback(
    (next: SentSlip | null) => {
      rememberSlip(place, next);
      setSent(next);
    },
    [place],
  );
  const cast = useCallback(
    async (choice: Choice) => {
      const before = sent;
      const sending = slipToSend(before);
      keep(sending);
      const answer = await send({ voteId: vote.id, choice: spelt[choice], receipt: sending.receipt });
      keep(slipAfter(answer, { before, sent: sending, self: participantId }));
    },
    [keep, send, vote.id, sent, participantId],
  );
  useLeaveWarning(isPending);
  return { own, sent, cast, isPending, refusal };
}
