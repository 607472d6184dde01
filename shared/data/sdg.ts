import data from './sdg.json' with { type: 'json' };
import type { PickerSource } from './search.ts';

/** A goal of the 2030 Agenda. */
export interface SdgGoal {
  number: number;
  title: string;
  shortTitle: string;
}

/** A target of the 2030 Agenda, in the words of A/RES/70/1. */
export interface SdgTarget {
  code: string;
  text: string;
  /** Whether it is about migration, or touches on it; an editorial flag. */
  migration: 'direct' | 'related' | null;
}

/** A line of the global indicator framework. */
export interface SdgIndicator {
  code: string;
  text: string;
  /** The code under which the same indicator is listed first. */
  repeats?: string;
  migration?: boolean;
}

/** The 17 goals. */
export const sdgGoals: readonly SdgGoal[] = data.goals;

/** The 169 targets, in order. */
export const sdgTargets = data.targets as readonly SdgTarget[];

/** The 248 lines of the indicator framework, 231 of them unique. */
export const sdgIndicators = data.indicators as readonly SdgIndicator[];

const goalsByCode = new Map(sdgGoals.map((goal) => [String(goal.number), goal]));
const targetsByCode = new Map(sdgTargets.map((target) => [target.code, target]));
const indicatorsByCode = new Map(sdgIndicators.map((indicator) => [indicator.code, indicator]));

/** The goal with this code, such as `10`. */
export function sdgGoal(code: string): SdgGoal | undefined {
  return goalsByCode.get(code);
}

/** The target with this code, such as `10.7`. */
export function sdgTarget(code: string): SdgTarget | undefined {
  return targetsByCode.get(code);
}

/** The indicator with this code, such as `10.7.1`. */
export function sdgIndicator(code: string): SdgIndicator | undefined {
  return indicatorsByCode.get(code);
}

function goalTitlesOf(code: string): string[] {
  const goal = sdgGoal(code.split('.')[0] ?? '');
  return goal ? [goal.title, goal.shortTitle] : [];
}

/** Each goal before its targets, as a picker finds them: an item may be aligned with a goal as a whole. */
export function alignmentSources(): PickerSource[] {
  const targets = targetSources();
  return sdgGoals.flatMap((goal) => [
    goalSource(goal),
    ...targets.filter(({ id }) => id.startsWith(`${String(goal.number)}.`)),
  ]);
}

function goalSource({ number, title, shortTitle }: SdgGoal): PickerSource {
  const code = String(number);
  const keywords = ['sdg goal objectif objetivo цель 目标 هدف', shortTitle];
  return { id: code, label: code, detail: title, codes: [code], keywords };
}

/** Targets as a picker finds them: by code, by the code of an indicator, by words of the target or its goal. */
function targetSources(): PickerSource[] {
  return sdgTargets.map(({ code, text, migration }) => ({
    id: code,
    label: code,
    detail: text,
    codes: [code, ...sdgIndicators.filter((indicator) => indicator.code.startsWith(`${code}.`)).map((it) => it.code)],
    keywords: ['sdg goal target cible meta задача 具体目标 غاية', ...goalTitlesOf(code)],
    isFeatured: migration === 'direct',
  }));
}

/** Indicators as a picker finds them. */
export function indicatorSources(): PickerSource[] {
  return sdgIndicators.map(({ code, text, migration = false }) => ({
    id: code,
    label: code,
    detail: text,
    codes: [code],
    keywords: ['sdg goal indicator indicateur indicador показатель 指标 مؤشر', ...goalTitlesOf(code)],
    isFeatured: migration,
  }));
}
