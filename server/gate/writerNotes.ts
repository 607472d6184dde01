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
  /** What is on its way to the journal, so that the next letters do not ask again. */
  const asked = new Set<string>();

  return {
    /** Settles when it is in the journal, or was refused; nothing where there is nothing to note. */
    written({ roomId, itemId, participantId, paragraphs }: WrittenNote): Promise<void> | undefined {
      const by = writerOf(state(), roomId, participantId);
      if (!by) return undefined;
      const who = 'delegation' in by ? by.delegation : by.region;
      const keyOf = (id: string) => `${itemId} ${who} ${id}`;
      const fresh = unnoted(state(), roomId, itemId, by, paragraphs).filter((id) => !asked.has(keyOf(id)));
      if (fresh.length === 0) return undefined;
      for (const id of fresh) asked.add(keyOf(id));
      const answered = () => {
        for (const id of fresh) asked.delete(keyOf(id));
      };
      return note({ roomId, itemId, participantId, paragraphs: fresh }).then(answered, answered);
    },
  };
}
