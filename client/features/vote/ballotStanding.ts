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
      /** Another ballot of the delegation came after what this device sent: a colleague's, or one's own from another device. */
      isReplaced: boolean;
    };

/** Whether the server is known to have taken what this device sent: by its answer, or by the id that it was sent under (VOTE-16). */
function isConfirmed(sent: Sent, own: OwnBallot | null): boolean {
  return sent.receivedAt !== null || isSame(sent, own);
}

/** Whether the ballot that counts is the one that this device sent. */
export function isSame({ commandId }: Sent, own: OwnBallot | null): boolean {
  return commandId !== undefined && own?.commandId === commandId;
}

/** What this device may say of its own ballot beside the one that counts. */
function besides(own: OwnBallot, sent: Sent | null, self: ParticipantId): { sent: Sent | null; isReplaced: boolean } {
  if (sent === null) return { sent, isReplaced: false };
  if (own.commandId !== undefined && sent.commandId !== undefined) return { sent, isReplaced: !isSame(sent, own) };
  if (own.castBy !== self) return { sent, isReplaced: true };
  // Told without an id: it is known to be this one only where no other can have come.
  return { sent: own.times === sent.timesBefore + 1 ? sent : null, isReplaced: false };
}

/** Puts together what the server has told of the ballot and what this device remembers of it. */
export function standingOf(
  own: OwnBallot | null,
  sent: Sent | null,
  isPending: boolean,
  self: ParticipantId,
): BallotStanding {
  const confirmed = sent !== null && isConfirmed(sent, own);
  if (sent && isPending && !confirmed) return { phase: 'sending', choice: sent.choice, sentAt: sent.sentAt };
  if (sent && !confirmed) return { phase: 'unconfirmed', choice: sent.choice, sentAt: sent.sentAt };
  if (own && (sent === null || own.times > sent.timesBefore)) {
    const { at, castBy, times } = own;
    return { phase: 'received', at, castBy, times, ...besides(own, sent, self) };
  }
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
