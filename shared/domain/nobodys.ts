/** Acts that are nobody's in the journal: the head of an entry, with who acted, stands in every copy of the chain (AUD-2). */
import type { Told } from './kernel/slice.ts';
import { isUnattributed } from './room.ts';
import type { ConsultationState } from './state.ts';

/** What only the bureau and a delegation's own people may know the author of (SIL-14, SIL-16); it stands in what the events say. */
const hidden: ReadonlySet<string> = new Set(['silence.BreakNoted', 'silence.RetractionNoted', 'silence.TextRead']);

/** Whether what one command has told must not say who gave it; also what a room under the Chatham House Rule tells everyone. */
export function isNobodys({ plenary }: Pick<ConsultationState, 'plenary'>, told: readonly Told[]): boolean {
  return told.some(({ scope, type }) => hidden.has(type) || isUnattributed(plenary.room, scope));
}
