import type { ParticipantId } from '@shared/domain/kernel/ids.ts';
import type { Receipt } from '@shared/domain/kernel/words.ts';
import type { CommandAnswer } from '../../sync/commands.ts';

/** What this tab remembers of a secret ballot that it has sent: the mark that it drew, never the choice. */
export interface SentSlip {
  receipt: Receipt;
  /** Whether the server has acknowledged this very ballot. */
  isConfirmed: boolean;
}

const bytes = 16;

/** Draws a receipt: 128 bits that nobody can guess. */
export function drawReceipt(): Receipt {
  const drawn = crypto.getRandomValues(new Uint8Array(bytes));
  return [...drawn].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A receipt in groups of four, as one reads it aloud. */
export function inGroups(receipt: Receipt): string {
  return receipt.match(/.{4}/g)?.join(' ') ?? receipt;
}

/** What somebody typed or pasted as a receipt, without what stands between its groups. */
export function readReceipt(typed: string): string {
  return typed.toLowerCase().replace(/[^0-9a-z]/g, '');
}

/** What is sent next: the receipt that an earlier try has drawn, so that whichever of them arrives has the one that is kept. */
export function slipToSend(kept: SentSlip | null): SentSlip {
  return kept && !kept.isConfirmed ? kept : { receipt: drawReceipt(), isConfirmed: false };
}

/** What is remembered after an answer: a refusal means that this try did not arrive, and not that an earlier one did not. */
export function slipAfter(
  answer: CommandAnswer,
  { before, sent, self }: { before: SentSlip | null; sent: SentSlip; self: ParticipantId },
): SentSlip | null {
  if (answer.ok) return { ...sent, isConfirmed: true };
  if (answer.code === 'NO_ANSWER') return sent;
  if (answer.code !== 'secretBallot.already-cast') return before;
  // One's own ballot lies in the box: where this device had sent one before, that may be it.
  return answer.details?.castBy === self ? before : null;
}

/** The place of a person's receipt in one vote, in the memory of this tab. */
export function placeOfSlip(consultationId: string, voteId: string, participantId: string): string {
  return `rapporteur.receipt.${consultationId}.${voteId}.${participantId}`;
}

/** What this tab remembers, also after it was loaded again; null where it remembers nothing. */
export function recallSlip(place: string): SentSlip | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Partial<SentSlip> | null;
    return typeof kept?.receipt === 'string' && typeof kept.isConfirmed === 'boolean'
      ? { receipt: kept.receipt, isConfirmed: kept.isConfirmed }
      : null;
  } catch {
    // Storage may be forbidden by the browser; then the receipt is on the page as long as that stands.
    return null;
  }
}

/** Remembers a receipt until the tab is closed, or forgets it. */
export function rememberSlip(place: string, sent: SentSlip | null): void {
  try {
    if (sent) sessionStorage.setItem(place, JSON.stringify(sent));
    else sessionStorage.removeItem(place);
  } catch {
    // See recallSlip.
  }
}
