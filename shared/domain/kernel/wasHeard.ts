import type { Context } from './slice.ts';

/** What is done later than this after its instant says that the program was held up while somebody may have wanted to object. */
const latestMs = 5_000;

/** NOB-9, DIV-11: whether an objection would have been heard through the whole of a countdown (epoch ms, both ends included). */
export function wasHeard({ from, to }: { from: number; to: number }, { now, servingSince = 0 }: Context): boolean {
  return now - to <= latestMs && servingSince <= from;
}
