/** The glossary as it holds in a consultation: the base that it starts from, and what the secretariat and the bureau made of it. */
import type { DisagreementId, TermId } from '../kernel/ids.ts';
import { must } from '../kernel/must.ts';
import type { Language } from '../kernel/words.ts';
import type { Disagreement, TermFacts, TermName, Terms } from '../term.ts';
import type { AvoidReason } from './avoided.ts';
import type { Spelt } from './scanner.ts';

/** A term of the glossary that a consultation starts from. */
export type BaseTerm = TermFacts & {
  id: TermId;
  /** The definition in other languages than its own, where it has been translated. */
  definitions?: Partial<Record<Language, string>>;
  /** Wordings that are advised against, in all languages, and why. */
  avoid?: { because: AvoidReason; wordings: readonly string[] };
};

/** A term as it stands. */
export interface Term extends BaseTerm {
  /** Whether it is the base's, or was defined or settled in this consultation. */
  isBase: boolean;
  /** The disagreement about it that is parked now. */
  parked: DisagreementId | null;
}

/** Every term that holds: those of the base in its order, then those that only this consultation has. */
export function glossaryOf(terms: Terms, base: readonly BaseTerm[]): Term[] {
  const baseIds = new Set(base.map(({ id }) => id));
  const kept = base.flatMap((each) => {
    const own = terms.byId[each.id];
    return own === null ? [] : [termOf(terms, each.id, own ?? each, own?.definedAt ?? null)];
  });
  const added = Object.entries(terms.byId).flatMap(([id, own]) =>
    own && !baseIds.has(id) ? [termOf(terms, id, own, own.definedAt)] : [],
  );
  return [...kept, ...added];
}

function termOf(terms: Terms, id: TermId, facts: Omit<BaseTerm, 'id'>, definedAt: number | null): Term {
  const about = terms.disagreements.filter((each) => each.termId === id);
  const settled = about.findLast(({ settledAt }) => settledAt !== null && settledAt > (definedAt ?? -1));
  const { names, definition, definitions = {}, source, status, neutral, note } = facts;
  return {
    ...{ id, names, definition, definitions, source, status, neutral, note },
    ...(settled ? ruled(settled) : {}),
    isBase: definedAt === null && !settled,
    parked: about.find(({ outcome }) => outcome === null)?.id ?? null,
  };
}

/** TERM-7: what the bureau settled holds until the secretariat defines the term anew. */
function ruled({ outcome }: Disagreement): Partial<Term> {
  if (outcome?.as === 'working-term') return { status: 'working', neutral: outcome.words };
  // A definition of the bureau's making is no longer that of the source.
  if (outcome?.as === 'definition')
    return { status: 'working', definition: outcome.words, definitions: {}, source: { document: '', paragraph: '' } };
  return { status: 'contested' };
}

/** A term's name in a language, or in the first that it has. */
export function nameIn({ names }: Pick<TermFacts, 'names'>, language: Language): TermName {
  return names.find((name) => name.language === language) ?? must(names[0], 'a name');
}

/** A term's definition in a language, or in that in which it was written. */
export function definitionIn(
  { definition, definitions }: Pick<BaseTerm, 'definition' | 'definitions'>,
  language: Language,
): string {
  return definitions?.[language] ?? definition;
}

/** The terms as a scanner wants them: every name and variant, in all their languages. */
export function speltOf(terms: readonly BaseTerm[]): Spelt[] {
  return terms.map(({ id, names, neutral }) => ({
    id,
    spellings: [...names.flatMap(({ preferred, variants }) => [preferred, ...variants]), ...(neutral ? [neutral] : [])],
  }));
}
