import data from './gcmObjectives.json' with { type: 'json' };
import type { PickerNode } from './pickerTree.ts';
import type { PickerSource } from './search.ts';

/** An objective of the Global Compact for Migration (A/RES/73/195); theme and links to targets are editorial. */
export interface GcmObjective {
  number: number;
  title: string;
  paragraph: number;
  theme: string;
  relatedSdgTargets: string[];
}

/** The 23 objectives, in order. */
export const gcmObjectives: readonly GcmObjective[] = data.objectives;

/** The objective with this number. */
export function gcmObjective(number: number): GcmObjective | undefined {
  return gcmObjectives[number - 1];
}

/** Objectives as a picker finds them: by number, title, theme. */
export function objectiveSources(): PickerSource[] {
  return gcmObjectives.map(({ number, title, theme }) => ({
    id: String(number),
    label: String(number),
    detail: title,
    codes: [String(number)],
    keywords: ['gcm compact objective objectif objetivo цель 目标 الهدف', theme],
  }));
}

/** The objectives as the round tables of the International Migration Review Forum take them together (A/RES/73/326). */
const roundTables = {
  drivers: [2, 5, 6, 12, 18],
  safety: [4, 8, 9, 10, 11, 13, 21],
  inclusion: [14, 15, 16, 19, 20, 22],
  cooperation: [1, 3, 7, 17, 23],
} as const;

/** Objectives by what they are about, to be browsed. */
export function objectiveTree(): PickerNode[] {
  const sources = new Map(objectiveSources().map((source) => [source.id, source]));
  return Object.entries(roundTables).map(([group, numbers]) => ({
    group,
    children: numbers.flatMap((number) => {
      const source = sources.get(String(number));
      return source ? [{ source, isChoice: true, children: [] }] : [];
    }),
  }));
}
