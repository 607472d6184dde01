import type { Term } from '@shared/domain/terms/glossary.ts';
import type { KnownTerms } from './useTerms.ts';

/** A stretch of a text with the term that it is, or none. */
interface TermStretch {
  text: string;
  /** How many characters of the text stand before it. */
  from: number;
  term: Term | null;
}

/** Cuts a text at the first occurrence of each of its terms. */
export function termStretches(text: string, terms: Pick<KnownTerms, 'scan' | 'byId'> | null): TermStretch[] {
  const seen = new Set<string>();
  const stretches: TermStretch[] = [];
  let done = 0;
  for (const { id, from, to } of terms?.scan(text) ?? []) {
    const term = terms?.byId.get(id);
    if (!term || seen.has(id)) continue;
    seen.add(id);
    if (from > done) stretches.push({ text: text.slice(done, from), from: done, term: null });
    stretches.push({ text: text.slice(from, to), from, term });
    done = to;
  }
  if (done < text.length) stretches.push({ text: text.slice(done), from: done, term: null });
  return stretches;
}
