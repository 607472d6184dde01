import type { Choice } from '@shared/domain/kernel/words.ts';
import { choices } from './choices.ts';

/** What this device has sent in a vote; the server tells nobody a choice before the declaration. */
export interface Sent {
  choice: Choice;
  /** When this device sent it, by the server's clock. */
  sentAt: number;
  /** How often the delegation had cast when it was sent. */
  timesBefore: number;
  /** The id that it was sent under; absent in what an earlier page has kept. */
  commandId?: string;
  /** When the server's acknowledgement came; null while it has not. */
  receivedAt: number | null;
}

/** The place of a person's last choice in one vote, in the memory of this tab. */
export function placeOfSent(consultationId: string, voteId: string, participantId: string): string {
  return `rapporteur.ballot.${consultationId}.${voteId}.${participantId}`;
}

/** What this tab remembers having sent, also after it was loaded again; null where it remembers nothing. */
export function recallSent(place: string): Sent | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    return isSent(kept) ? kept : null;
  } catch {
    // Storage may be forbidden by the browser; then only the server's acknowledgement is shown.
    return null;
  }
}

/** Remembers what was sent until the tab is closed, or forgets it. */
export function rememberSent(place: string, sent: Sent | null): void {
  try {
    if (sent) sessionStorage.setItem(place, JSON.stringify(sent));
    else sessionStorage.removeItem(place);
  } catch {
    // See recallSent.
  }
}

function isSent(kept: unknown): kept is Sent {
  if (typeof kept !== 'object' || kept === null) return false;
  const { choice, sentAt, timesBefore, receivedAt, commandId } = kept as Record<string, unknown>;
  const isKnown = choices.some((each) => each.choice === choice);
  const isNumbered = typeof sentAt === 'number' && typeof timesBefore === 'number';
  const isNamed = commandId === undefined || typeof commandId === 'string';
  return isKnown && isNumbered && isNamed && (receivedAt === null || typeof receivedAt === 'number');
}
