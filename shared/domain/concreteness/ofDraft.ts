/** What a draft says of who, what, when and measure: reckoned once, for the gate of a report and for those who write. */
import { isMeasureExcused } from '../anchors.ts';
import { type Concreteness, concretenessOf, type Part, type ReadyLists } from '../concreteness.ts';
import type { DraftText } from '../draftText.ts';
import { type Fields, statedIn } from '../itemFields.ts';

export interface DraftConcreteness extends Concreteness {
  /** What neither a field nor the words say. */
  gaps: Part[];
  /** The words in which each part was found, each once. */
  quotes: Record<Part, string[]>;
}

export function draftConcreteness(fields: Fields, draft: DraftText, lists: ReadyLists): DraftConcreteness {
  const paragraphs = draft.blocks.map(({ runs }) => runs.map(({ text }) => text).join(''));
  const said = concretenessOf(paragraphs, statedIn(fields), lists);
  const hasWords = paragraphs.some((words) => words.trim() !== '');
  // CRT-5: of a language without a list nobody can say that its words do nothing.
  const isTaken = (part: Part) =>
    (part === 'what' && said.language === null && hasWords) || (part === 'measure' && isMeasureExcused(fields));
  const quotesOf = (part: Part) => {
    const words = said.findings[part].places.map(({ paragraph, from, to }) => paragraphs[paragraph]?.slice(from, to));
    return [...new Set(words.filter((each) => each !== undefined))];
  };
  return {
    ...said,
    gaps: Object.values(said.findings).flatMap(({ part, from }) => (from !== null || isTaken(part) ? [] : [part])),
    quotes: {
      who: quotesOf('who'),
      what: quotesOf('what'),
      when: quotesOf('when'),
      measure: quotesOf('measure'),
    },
  };
}
