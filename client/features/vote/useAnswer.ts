import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Answer } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useCallback, useState } from 'react';
import { type Sender, useCommand, useReplica, useSeat, useServerOffset, useYou } from '../../sync/Seat.tsx';
import { placeOfSent, recallSent, rememberSent, type Sent } from './castMemory.ts';

/** One's delegation's answer in a roll call, which is public as soon as the server has it. */
export interface OwnAnswer {
  /** What the server has; null while the delegation has not answered. */
  given: Answer | null;
  /** Who of the delegation answered, where it was one of its own people. */
  castBy: string | null;
  /** What this device has sent and has not heard of; null where there is nothing to wait for. */
  sent: Sent | null;
  isPending: boolean;
  refusal: Sender<'rollCall.answer'>['refusal'];
  answer(choice: Choice): Promise<void>;
}

/** Answers a call and remembers on this device what was sent until the server's word is there. */
export function useAnswer(vote: Vote): OwnAnswer {
  const { consultationId } = useSeat();
  const { participantId, delegationId } = useYou();
  const offset = useServerOffset();
  const given = useReplica(({ plenary }) => plenary.rollCall[vote.id]?.answers[delegationId ?? ''] ?? null);
  const castBy = useReplica(({ delegation }) => delegation[delegationId ?? '']?.rollCall[vote.id]?.castBy ?? null);
  const place = placeOfSent(consultationId, vote.id, participantId);
  const [sent, setSent] = useState<Sent | null>(() => recallSent(place));
  const { send, isPending, refusal } = useCommand('rollCall.answer');
  const keep = useCallback(
    (next: Sent | null) => {
      rememberSent(place, next);
      setSent(next);
    },
    [place],
  );
  const answer = useCallback(
    async (choice: Choice) => {
      keep({ choice, sentAt: Date.now() + offset, timesBefore: 0, receivedAt: null });
      const heard = await send({ voteId: vote.id, choice });
      // Without an answer it may have arrived all the same; the replica tells as soon as it knows.
      if (heard.ok || heard.code !== 'NO_ANSWER') keep(null);
    },
    [keep, offset, send, vote.id],
  );
  return { given, castBy, sent: given ? null : sent, isPending, refusal, answer };
}
