import type { Language } from '@shared/domain/kernel/words.ts';
import type { TermFacts, TermStatus } from '@shared/domain/term.ts';
import { languages } from '@shared/i18n/translate.ts';

/** A term as it is typed: every language has a line, variants stand in one with semicolons between. */
export interface TypedTerm {
  names: Record<Language, { preferred: string; variants: string }>;
  definition: string;
  document: string;
  paragraph: string;
  status: TermStatus;
  neutral: string;
  note: string;
}

export function typedOf(facts: TermFacts | null): TypedTerm {
  const nameOf = (language: Language) => facts?.names.find((name) => name.language === language);
  return {
    names: Object.fromEntries(
      languages.map((language) => [
        language,
        { preferred: nameOf(language)?.preferred ?? '', variants: nameOf(language)?.variants.join('; ') ?? '' },
      ]),
    ) as TypedTerm['names'],
    definition: facts?.definition ?? '',
    document: facts?.source.document ?? '',
    paragraph: facts?.source.paragraph ?? '',
    status: facts?.status ?? 'working',
    neutral: facts?.neutral ?? '',
    note: facts?.note ?? '',
  };
}

/** What was typed as facts; languages without a name are left out. */
export function factsOf(typed: TypedTerm): TermFacts {
  return {
    names: languages.flatMap((language) => {
      const { preferred, variants } = typed.names[language];
      if (preferred.trim() === '') return [];
      const others = variants.split(/[;；؛]/u).map((variant) => variant.trim());
      return [{ language, preferred: preferred.trim(), variants: others.filter(Boolean) }];
    }),
    definition: typed.definition.trim(),
    source: { document: typed.document.trim(), paragraph: typed.paragraph.trim() },
    status: typed.status,
    neutral: typed.neutral.trim(),
    note: typed.note.trim(),
  };
}
