import type { TermId } from '@shared/domain/kernel/ids.ts';
import type { Terms } from '@shared/domain/term.ts';
import { type Avoided, avoidedIn, speltAvoided } from '@shared/domain/terms/avoided.ts';
import { type BaseTerm, glossaryOf, speltOf, type Term } from '@shared/domain/terms/glossary.ts';
import { type Scanner, scannerOf } from '@shared/domain/terms/scanner.ts';
import { useEffect, useMemo, useState } from 'react';
import { useReplica } from '../../sync/Seat.tsx';

/** The glossary as it holds now, and how its terms are found in a text. */
export interface KnownTerms {
  all: readonly Term[];
  byId: ReadonlyMap<TermId, Term>;
  scan: Scanner;
  /** Wordings to avoid, by the id under which `scanWriting` finds them among the terms. */
  avoided: ReadonlyMap<string, Avoided>;
  scanWriting: Scanner;
}

// What differs from the base is replaced when it changes: whoever shows a text shares one scanner.
const known = new WeakMap<Terms['byId'], { disagreements: Terms['disagreements']; terms: KnownTerms }>();
let base: readonly BaseTerm[] | null = null;

/** The terms of the consultation; null until the base glossary has been downloaded. */
export function useTerms(): KnownTerms | null {
  const terms = useReplica(({ plenary }) => plenary.term);
  const [loaded, setLoaded] = useState(base);
  useEffect(() => {
    if (loaded) return;
    let isCurrent = true;
    import('@shared/data/glossary.ts').then(
      ({ baseTerms }) => {
        base = baseTerms;
        if (isCurrent) setLoaded(baseTerms);
      },
      // The text is there without its marks.
      (error: unknown) => console.error('glossary not loaded', error),
    );
    return () => {
      isCurrent = false;
    };
  }, [loaded]);
  return useMemo(() => (loaded ? termsOf(terms, loaded) : null), [terms, loaded]);
}

function termsOf({ byId, disagreements }: Terms, from: readonly BaseTerm[]): KnownTerms {
  const before = known.get(byId);
  if (before?.disagreements === disagreements) return before.terms;
  const all = glossaryOf({ byId, disagreements }, from);
  const avoided = avoidedIn(all, from);
  const terms = {
    ...{ all, avoided, byId: new Map(all.map((term) => [term.id, term])) },
    ...{ scan: scannerOf(speltOf(all)), scanWriting: scannerOf([...speltOf(all), ...speltAvoided(avoided)]) },
  };
  known.set(byId, { disagreements, terms });
  return terms;
}
