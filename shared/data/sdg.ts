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

const targetsByCode = new Map(sdgTargets.map((target) => [target.code, target]));
const indicatorsByCode = new Map(sdgIndicators.map((indicator) => [indicator.code, indicator]));

/** The target with this code, such as `10.7`. */
export function sdgTarget(code: string): SdgTarget | undefined {
  return targetsByCode.get(code);
}

/** The indicator with this code, such as `10.7.1`. */
export function sdgIndicator(code: string): SdgIndicator | undefined {
  return indicatorsByCode.get(code);
}

const goalTitles = new Map(sdgGoals.map(({ number, title, shortTitle }) => [String(number), [title, shortTitle]]));

function goalTitlesOf(code: string): string[] {
  return goalTitles.get(code.split('.')[0] ?? '') ?? [];
}

/** Targets as a picker finds them: by code, by the code of an indicator, by words of the target or its goal. */
export function targetSources(): PickerSource[] {
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
