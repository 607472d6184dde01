import type { Term } from '@shared/domain/terms/glossary.ts';
import type { KnownTerms } from './useTerms.ts';

/** A stretch of a text with the term that it is, or none. */
interface TermStretch {
  text: string;
  /** How many characters of the text stand before it. */
  from: number;
  term: Term | null;
}

/** A piece of a paragraph, which may be cut by signs that cut no term. */
export interface PieceOfLine {
  text: string;
  /** The whole paragraph, and how many of its characters stand before the piece. */
  line: string;
  at: number;
}

/** Cuts a piece at the first occurrence of each of its paragraph's terms. */
export function termStretches(
  { text, line, at }: PieceOfLine,
  terms: Pick<KnownTerms, 'scan' | 'byId'> | null,
): TermStretch[] {
  const seen = new Set<string>();
  const stretches: TermStretch[] = [];
  let done = 0;
  for (const found of terms?.scan(line) ?? []) {
    const term = terms?.byId.get(found.id);
    if (!term || seen.has(found.id)) continue;
    seen.add(found.id);
    const [from, to] = [Math.max(found.from - at, 0), Math.min(found.to - at, text.length)];
    if (from >= to) continue;
    if (from > done) stretches.push({ text: text.slice(done, from), from: done, term: null });
    stretches.push({ text: text.slice(from, to), from, term });
    done = to;
  }
  if (done < text.length) stretches.push({ text: text.slice(done), from: done, term: null });
  return stretches;
}
