import type { Language } from '../domain/kernel/words.ts';
import type { PickerNode } from './pickerTree.ts';
import data from './sdg.json' with { type: 'json' };
import type { SdgTexts } from './sdgTexts.ts';
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

/** The words of goals, targets and indicators in the languages that are loaded, the reader's own among them or not. */
export interface SdgWords {
  language: Language;
  texts: ReadonlyMap<Language, SdgTexts>;
}

type Part = 'goals' | 'targets' | 'indicators';

/** The words under a code as the reader has them; in English where the language lacks them. */
function wordsIn({ language, texts }: SdgWords, part: Part, code: string, english: string): string {
  return texts.get(language)?.[part]?.[code] ?? english;
}

/** The words of a goal, target or indicator as the reader has them; none for a code that is none of these. */
export function sdgText(words: SdgWords, code: string): string | undefined {
  const goal = sdgGoal(code);
  if (goal) return wordsIn(words, 'goals', code, goal.title);
  const target = sdgTarget(code);
  if (target) return wordsIn(words, 'targets', code, target.text);
  const indicator = sdgIndicator(code);
  return indicator && wordsIn(words, 'indicators', code, indicator.text);
}

/** The words under a code in every loaded language: whatever is typed finds them. */
function allWords({ texts }: SdgWords, part: Part, code: string, english: string): string[] {
  return [english, ...[...texts.values()].flatMap((each) => each[part]?.[code] ?? [])];
}

function goalWordsOf(words: SdgWords, code: string): string[] {
  const goal = sdgGoal(code.split('.')[0] ?? '');
  return goal ? [...allWords(words, 'goals', String(goal.number), goal.title), goal.shortTitle] : [];
}

/** Each goal before its targets, as a picker finds them: an item may be aligned with a goal as a whole. */
export function alignmentSources(words: SdgWords): PickerSource[] {
  return sdgGoals.flatMap((goal) => [goalSource(goal, words), ...targetSources(String(goal.number), words)]);
}

function goalSource({ number, title, shortTitle }: SdgGoal, words: SdgWords): PickerSource {
  const code = String(number);
  const named = allWords(words, 'goals', code, title);
  const keywords = ['sdg goal objectif objetivo цель 目标 هدف', shortTitle, ...named];
  return { id: code, label: code, detail: wordsIn(words, 'goals', code, title), codes: [code], keywords };
}

/** A goal's targets as a picker finds them: by code, by the code of an indicator, by words of the target or its goal. */
function targetSources(goal: string, words: SdgWords): PickerSource[] {
  const ofGoal = sdgTargets.filter(({ code }) => code.startsWith(`${goal}.`));
  return ofGoal.map(({ code, text, migration }) => ({
    id: code,
    label: code,
    detail: wordsIn(words, 'targets', code, text),
    codes: [code, ...indicatorsOf(code).map((each) => each.code)],
    keywords: [
      'sdg goal target cible meta задача 具体目标 غاية',
      ...goalWordsOf(words, code),
      ...allWords(words, 'targets', code, text),
    ],
    isFeatured: migration === 'direct',
  }));
}

const indicatorsOf = (target: string) => sdgIndicators.filter(({ code }) => code.startsWith(`${target}.`));

/** Indicators as a picker finds them. */
export function indicatorSources(words: SdgWords): PickerSource[] {
  return sdgIndicators.map(({ code, text, migration = false }) => ({
    id: code,
    label: code,
    detail: wordsIn(words, 'indicators', code, text),
    codes: [code],
    keywords: [
      'sdg goal indicator indicateur indicador показатель 指标 مؤشر',
      ...goalWordsOf(words, code),
      ...allWords(words, 'indicators', code, text),
    ],
    isFeatured: migration,
  }));
}

/** Goals, their targets, and the indicators of these, to be browsed; `isChoice` tells which of them a field takes. */
export function sdgTree(words: SdgWords, isChoice: (source: 'goal' | 'target' | 'indicator') => boolean): PickerNode[] {
  const indicators = indicatorSources(words);
  return sdgGoals.map((goal): PickerNode => {
    const targets = targetSources(String(goal.number), words).map(
      (target): PickerNode => ({
        source: target,
        isChoice: isChoice('target'),
        children: indicators
          .filter(({ id }) => id.startsWith(`${target.id}.`))
          .map((source) => ({ source, isChoice: isChoice('indicator'), children: [] })),
      }),
    );
    return { source: goalSource(goal, words), isChoice: isChoice('goal'), children: targets };
  });
}
