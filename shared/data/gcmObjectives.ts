import data from './gcmObjectives.json' with { type: 'json' };
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
