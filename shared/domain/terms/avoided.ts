/** TERM-12: wordings that the base glossary advises against, and the terms that it prefers. */
import type { TermId } from '../kernel/ids.ts';
import type { BaseTerm, Term } from './glossary.ts';
import { type Spelt, withoutAside } from './scanner.ts';
import { folded } from './words.ts';

/** `unlawful` is an act and no person; no text knows the `category`; it is `prejudged` what is to be examined; it is the `situation` and not the person; or the wording has an `other-meaning`. */
export type AvoidReason = 'unlawful' | 'category' | 'prejudged' | 'situation' | 'other-meaning';

/** A wording, and what is preferred to it: several terms where it stands for several. */
export interface Avoided {
  /** As a scanner finds it; no term has such an id. */
  id: string;
  wording: string;
  instead: readonly { termId: TermId; because: AvoidReason }[];
}

const mark = 'avoid: ';

/** Whether what a scanner has found is a wording to avoid, and no term. */
export const isAvoided = (id: string): boolean => id.startsWith(mark);

/** The wordings whose term holds, whether as in the base or defined anew. */
export function avoidedIn(terms: readonly Term[], base: readonly BaseTerm[]): Map<string, Avoided> {
  const holding = new Set(terms.map(({ id }) => id));
  const avoided = new Map<string, Avoided>();
  for (const { id: termId, avoid } of base)
    for (const wording of holding.has(termId) ? (avoid?.wordings ?? []) : []) {
      const id = `${mark}${folded(withoutAside(wording))}`;
      const instead = [...(avoided.get(id)?.instead ?? []), ...(avoid ? [{ termId, because: avoid.because }] : [])];
      avoided.set(id, { id, wording, instead });
    }
  return avoided;
}

/** The wordings as a scanner wants them; after the terms, which come first where both fit. */
export function speltAvoided(avoided: ReadonlyMap<string, Avoided>): Spelt[] {
  return [...avoided.values()].map(({ id, wording }) => ({ id, spellings: [wording] }));
}
