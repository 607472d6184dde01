import type { ParticipantId } from '@shared/domain/kernel/ids.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import type { OwnBallot } from '@shared/domain/vote.ts';
import type { Sent } from './castMemory.ts';

/** How one's delegation's ballot stands, as far as this device can truthfully say. */
export type BallotStanding =
  | { phase: 'none' }
  | { phase: 'sending'; choice: Choice; sentAt: number }
  /** Sent, and nothing was heard of it: the page was loaded again or the line was lost for long. */
  | { phase: 'unconfirmed'; choice: Choice; sentAt: number }
  | {
      phase: 'received';
      at: number;
      castBy: ParticipantId;
      /** How often the delegation has cast. */
      times: number;
      /** What this device sent, where it did and the server acknowledged it. */
      sent: Sent | null;
      /** Somebody else of the delegation has cast after this device did. */
      isReplaced: boolean;
    };

/** Whether the server is known to have taken what this device sent. */
function isConfirmed(sent: Sent, own: OwnBallot | null, self: ParticipantId): boolean {
  return sent.receivedAt !== null || (own !== null && own.castBy === self && own.times > sent.timesBefore);
}

/** Puts together what the server has told of the ballot and what this device remembers of it. */
export function standingOf(
  own: OwnBallot | null,
  sent: Sent | null,
  isPending: boolean,
  self: ParticipantId,
): BallotStanding {
  const confirmed = sent !== null && isConfirmed(sent, own, self);
  if (sent && isPending && !confirmed) return { phase: 'sending', choice: sent.choice, sentAt: sent.sentAt };
  if (sent && !confirmed) return { phase: 'unconfirmed', choice: sent.choice, sentAt: sent.sentAt };
  if (own && (own.times > (sent?.timesBefore ?? 0) || sent === null))
    return { phase: 'received', ...own, sent, isReplaced: sent !== null && own.castBy !== self };
  // The answer has come and the event that tells everybody in the delegation is on its way.
  if (sent?.receivedAt)
    return {
      phase: 'received',
      at: sent.receivedAt,
      castBy: self,
      times: sent.timesBefore + 1,
      sent,
      isReplaced: false,
    };
  return { phase: 'none' };
}
