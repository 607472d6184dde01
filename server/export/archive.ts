/**
 * The complete archive: the record, the journal with its chain of hashes, the people, the drafts of all rooms. For the
 * secretariat. What must not leave yet, or ever, is withheld as payload: its hash stays, so that the chain still verifies.
 */
import type { DraftText } from '@shared/domain/draftText.ts';
import { isUnattributed } from '@shared/domain/room.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import type { JournalExportEntry, JournalHead } from '../ports/journal.ts';
import type { PersonRecord } from '../ports/people.ts';
import { canonicalJson, withholdPayload } from '../storage/hashChain.ts';
import { digestOf } from './digest.ts';
import { recordOf } from './exports.ts';

interface ArchiveRequest {
  consultationId: string;
  state: ConsultationState;
  entries: Iterable<JournalExportEntry>;
  head: JournalHead;
  people: readonly PersonRecord[];
  /** The text of a draft as it is stored; null where nothing was ever written. Recovered drafts are their writers' alone. */
  draftText(itemId: string): DraftText | null;
}

/** The archive as JSON in one spelling: the same consultation gives the same bytes, an entry of the journal a line. */
export function archiveJson({ consultationId, state, entries, head, people, draftText }: ArchiveRequest): Uint8Array {
  const parts: [string, string][] = [
    ['consultationId', canonicalJson(consultationId)],
    ['digest', canonicalJson(digestOf(state))],
    ['drafts', canonicalJson(draftsOf(state, draftText))],
    ['format', canonicalJson('rapporteur-archive')],
    ['head', canonicalJson(head)],
    ['journal', `[\n${journalLines(state, entries).join(',\n')}\n]`],
    ['people', canonicalJson([...people].sort((a, b) => (a.participantId < b.participantId ? -1 : 1)))],
    ['record', canonicalJson(state.plenary.consultation.phase === 'unopened' ? null : recordOf(state))],
    ['version', canonicalJson(1)],
  ];
  return new TextEncoder().encode(`{\n${parts.map(([key, json]) => `"${key}":${json}`).join(',\n')}\n}\n`);
}

function journalLines(state: ConsultationState, entries: Iterable<JournalExportEntry>): string[] {
  const lines: string[] = [];
  for (const entry of entries) lines.push(canonicalJson(mayLeave(state, entry) ? entry : withholdPayload(entry)));
  return lines;
}

/** Where an event of a room says who. */
const whose = new Set(['startedBy', 'participantId', 'delegationId', 'proposedBy', 'by']);

/** Whether an entry's payload may leave the house as things stand. */
function mayLeave({ plenary }: ConsultationState, { scope, data }: JournalExportEntry): boolean {
  // Choices of a vote that has not been declared or keeps no names (HAND-2), and anything sealed that belongs to no vote.
  if (scope === 'sealed') {
    const vote = plenary.vote.byId[String(data?.voteId)];
    return vote?.phase === 'declared' && (vote.method === 'recorded' || vote.method === 'roll-call');
  }
  // Under the Chatham House Rule nothing that leaves a room says who did what in it.
  if (!isUnattributed(plenary.room, scope)) return true;
  return !Object.keys(data ?? {}).some((key) => whose.has(key));
}

/** Every draft of every room, reported or not, in the order of the rooms; nobody stands beside it. */
function draftsOf({ plenary, room }: ConsultationState, draftText: ArchiveRequest['draftText']): unknown[] {
  return plenary.seating.order
    .flatMap((roundId) => plenary.seating.byId[roundId]?.roomIds ?? [])
    .flatMap((roomId) => {
      const items = room[roomId]?.actionItem;
      return (items?.order ?? []).map((itemId) => {
        const { title = '', fields = {}, phase = 'drafting', version = 0 } = items?.byId[itemId] ?? {};
        return { itemId, roomId, title, fields, phase, version, text: draftText(itemId) };
      });
    });
}
