/** Has the house note who wrote in which paragraph, with their words: only what is new, and nothing where nothing is kept. */
import { unnoted, writerOf } from '@shared/domain/authorship.ts';
import type { ConsultationState } from '@shared/domain/state.ts';

export interface WrittenNote {
  roomId: string;
  itemId: string;
  participantId: string;
  paragraphs: string[];
}

export function createWriterNotes(state: () => ConsultationState, note: (written: WrittenNote) => Promise<unknown>) {
  /** What is on its way to the journal: the next letters wait for it, and do not ask again. */
  const asked = new Map<string, Promise<void>>();

  return {
    /** Whether anything is kept of what this one writes. */
    isKept: (roomId: string, participantId: string) => writerOf(state(), roomId, participantId) !== null,
    /** Settles when it is in the journal, or was refused; nothing where there is nothing to note. */
    written({ roomId, itemId, participantId, paragraphs }: WrittenNote): Promise<unknown> | undefined {
      const by = writerOf(state(), roomId, participantId);
      if (!by) return undefined;
      const who = 'delegation' in by ? by.delegation : by.region;
      const keyOf = (id: string) => `${itemId} ${who} ${id}`;
      const unknown = unnoted(state(), roomId, itemId, by, paragraphs);
      if (unknown.length === 0) return undefined;
      const fresh = unknown.filter((id) => !asked.has(keyOf(id)));
      if (fresh.length > 0) {
        const answered = () => {
          for (const id of fresh) asked.delete(keyOf(id));
        };
        const noted = note({ roomId, itemId, participantId, paragraphs: fresh }).then(answered, answered);
        for (const id of fresh) asked.set(keyOf(id), noted);
      }
      return Promise.all(unknown.map((id) => asked.get(keyOf(id))));
    },
  };
}
