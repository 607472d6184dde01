import type { TermStatus } from '../domain/term.ts';
import type { BaseTerm } from '../domain/terms/glossary.ts';
import data from './glossary.json' with { type: 'json' };
import type { PickerSource } from './search.ts';

/** A term of the working glossary: its definition settles nothing, a consultation may adopt another. */
export interface GlossaryTerm {
  id: string;
  term: string;
  variants: string[];
  definition: string;
  /** `legal`: a treaty defines it; `policy`: a text uses it without force; `working`: no source defines it for all. */
  basis: 'legal' | 'policy' | 'working';
  sources: string[];
  instruments: string[];
  whyContested: string | null;
  avoid: string[];
  related: string[];
}

/** The 40 terms. */
export const glossaryTerms = data.terms as readonly GlossaryTerm[];

// What a treaty defines is agreed; whatever else the glossary says is ours for the moment.
const statusOf: Record<GlossaryTerm['basis'], TermStatus> = { legal: 'agreed', policy: 'working', working: 'working' };

/** The terms that every consultation starts from. */
export const baseTerms: readonly BaseTerm[] = glossaryTerms.map(
  ({ id, term, variants, definition, basis, sources, whyContested }) => ({
    id,
    names: [{ language: 'en', preferred: term, variants }],
    definition,
    source: { document: sources.join('; '), paragraph: '' },
    status: statusOf[basis],
    ...{ neutral: '', note: whyContested ?? '' },
  }),
);

const byId = new Map(glossaryTerms.map((term) => [term.id, term]));

/** The term with this id. */
export function glossaryTerm(id: string): GlossaryTerm | undefined {
  return byId.get(id);
}

/** Terms as a picker finds them: by the term, its variants, and the wording to avoid. */
export function termSources(): PickerSource[] {
  return glossaryTerms.map(({ id, term, variants, avoid, definition }) => ({
    id,
    label: term,
    detail: definition,
    keywords: [...variants, ...avoid],
  }));
}
