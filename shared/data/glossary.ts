import type { Language } from '../domain/kernel/words.ts';
import type { TermStatus } from '../domain/term.ts';
import type { AvoidReason } from '../domain/terms/avoided.ts';
import type { BaseTerm } from '../domain/terms/glossary.ts';
import ar from './glossary/ar.json' with { type: 'json' };
import es from './glossary/es.json' with { type: 'json' };
import fr from './glossary/fr.json' with { type: 'json' };
import ru from './glossary/ru.json' with { type: 'json' };
import zh from './glossary/zh.json' with { type: 'json' };
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
  /** Why these wordings are advised against; missing where there are none. */
  avoidBecause?: AvoidReason;
  related: string[];
}

/** A term in another language than English. */
export type TranslatedTerm = Pick<GlossaryTerm, 'term' | 'variants' | 'definition' | 'avoid'>;

// All of them come with the glossary: a draft is in whatever language its room writes, or in several.
const tables: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, TranslatedTerm>>>> = {
  fr,
  es,
  ar,
  ru,
  zh,
};

/** The languages other than English, with what each calls a term and says of it. */
export function translationsOf(id: string): { language: Language; said: TranslatedTerm }[] {
  return Object.entries(tables).flatMap(([language, terms]) => {
    const said = terms[id];
    return said ? [{ language: language as Language, said }] : [];
  });
}

/** The 40 terms. */
export const glossaryTerms = data.terms as readonly GlossaryTerm[];

// What a treaty defines is agreed; whatever else the glossary says is ours for the moment.
const statusOf: Record<GlossaryTerm['basis'], TermStatus> = { legal: 'agreed', policy: 'working', working: 'working' };

/** The terms that every consultation starts from. */
export const baseTerms: readonly BaseTerm[] = glossaryTerms.map(
  ({ id, term, variants, definition, basis, sources, whyContested, avoid, avoidBecause }) => ({
    id,
    names: [
      { language: 'en', preferred: term, variants },
      ...translationsOf(id).map(({ language, said }) => ({ language, preferred: said.term, variants: said.variants })),
    ],
    definition,
    definitions: Object.fromEntries(translationsOf(id).map(({ language, said }) => [language, said.definition])),
    source: { document: sources.join('; '), paragraph: '' },
    status: statusOf[basis],
    ...{ neutral: '', note: whyContested ?? '' },
    ...(avoidBecause && {
      avoid: { because: avoidBecause, wordings: [...avoid, ...translationsOf(id).flatMap(({ said }) => said.avoid)] },
    }),
  }),
);

const byId = new Map(glossaryTerms.map((term) => [term.id, term]));

/** The term with this id. */
export function glossaryTerm(id: string): GlossaryTerm | undefined {
  return byId.get(id);
}

/** Terms as a picker finds them: by the term, its variants, and the wording to avoid, in every language. */
export function termSources(): PickerSource[] {
  return glossaryTerms.map(({ id, term, variants, avoid, definition }) => ({
    id,
    label: term,
    detail: definition,
    keywords: [
      ...[...variants, ...avoid],
      ...translationsOf(id).flatMap(({ said }) => [said.term, ...said.variants, ...said.avoid]),
    ],
  }));
}
