import { Choice } from '@shared/domain/kernel/words.ts';
import * as z from 'zod/mini';

const Sent = z.object({
  choice: Choice,
  /** When this device sent it, by the server's clock. */
  sentAt: z.int(),
  /** How often the delegation had cast when it was sent. */
  timesBefore: z.int(),
  /** When the server's acknowledgement came; null while it has not. */
  receivedAt: z.nullable(z.int()),
});

/** What this device has sent in a vote; the server tells nobody a choice before the declaration. */
export type Sent = z.infer<typeof Sent>;

/** The place of a person's last choice in one vote, in the memory of this tab. */
export function placeOfSent(consultationId: string, voteId: string, participantId: string): string {
  return `rapporteur.ballot.${consultationId}.${voteId}.${participantId}`;
}

/** What this tab remembers having sent, also after it was loaded again; null where it remembers nothing. */
export function recallSent(place: string): Sent | null {
  try {
    const read = Sent.safeParse(JSON.parse(sessionStorage.getItem(place) ?? 'null'));
    return read.success ? read.data : null;
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
