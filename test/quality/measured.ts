/** Compares what the check finds with what a reader found. */
import { meeting2017 } from '@shared/data/meeting2017.ts';
import { sdgTargets } from '@shared/data/sdg.ts';
import { baseLists } from '@shared/domain/concreteness/lists.ts';
import { concretenessOf, readyLists } from '@shared/domain/concreteness.ts';
import { blind } from './blind.ts';
import { recommendations, sentences } from './labelled.ts';
import { targets, translated } from './targets.ts';

const lists = readyLists(baseLists);
export const labels = { who: 'w', what: 'a', when: 't', measure: 'm', vague: 'v' } as const;
export type Label = keyof typeof labels;

export interface Score {
  right: number;
  found: number;
  labelled: number;
}

interface Example {
  set: string;
  expected: string;
  text: string;
}

/**
 * `first` is what the lists were written on, but for every third of it; `once blind` was labelled by somebody who had
 * not seen them, and who has widened them since: what it scored before is the figure to trust, and stands in blind.ts.
 */
const first = Object.entries(sentences).flatMap(([language, list]) =>
  list.map(
    ([expected, text], at): Example => ({ set: `first ${language}${at % 3 === 1 ? ' held out' : ''}`, expected, text }),
  ),
);
const unseen = Object.entries(blind).flatMap(([language, list]) =>
  list.map(([expected, text]): Example => ({ set: `once blind ${language}`, expected, text })),
);
const meeting = meeting2017.items.flatMap(({ id, text }): Example[] => {
  const expected = recommendations[id];
  return expected === undefined ? [] : [{ set: 'June 2017', expected, text }];
});
const agenda = sdgTargets.flatMap(({ code, text }): Example[] => {
  const expected = targets[code];
  return expected === undefined ? [] : [{ set: 'targets en', expected, text }];
});
const agendaElsewhere = Object.entries(translated).flatMap(([language, list]) =>
  list.map(([expected, text]): Example => ({ set: `targets ${language}`, expected, text })),
);
export const examples: readonly Example[] = [...meeting, ...first, ...unseen, ...agenda, ...agendaElsewhere];

/** The letters of what is found in a text. */
export function foundIn(text: string): string {
  const { findings, vague } = concretenessOf([text], new Set(), lists);
  const parts = Object.values(findings).filter(({ from }) => from !== null);
  return parts.map(({ part }) => labels[part]).join('') + (vague.length > 0 ? 'v' : '');
}

/** Right, found and labelled, by set and label. */
export function scores(): Map<string, Record<Label, Score>> {
  const table = new Map<string, Record<Label, Score>>();
  const none = (): Score => ({ right: 0, found: 0, labelled: 0 });
  for (const { set, expected, text } of examples) {
    const row = table.get(set) ?? { who: none(), what: none(), when: none(), measure: none(), vague: none() };
    table.set(set, row);
    const found = foundIn(text);
    for (const label of Object.keys(labels) as Label[]) {
      const isFound = found.includes(labels[label]);
      const isLabelled = expected.includes(labels[label]);
      row[label].found += Number(isFound);
      row[label].labelled += Number(isLabelled);
      row[label].right += Number(isFound && isLabelled);
    }
  }
  return table;
}
