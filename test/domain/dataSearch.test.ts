import { gcmObjectives } from '@shared/data/gcmObjectives.ts';
import { indicatorUnit } from '@shared/data/indicatorUnit.ts';
import { instruments } from '@shared/data/instruments.ts';
import { loadPicker, openPicker, type Picker, type PickerKind, type Reach } from '@shared/data/pickers.ts';
import { nodeId, type PickerNode } from '@shared/data/pickerTree.ts';
import { sdgGoals, sdgIndicators, sdgTargets } from '@shared/data/sdg.ts';
import type { LoadSdgTexts, SdgTexts } from '@shared/data/sdgTexts.ts';
import { buildIndex, fold, searchIndex } from '@shared/data/search.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { Language } from '@shared/domain/kernel/words.ts';
import { describe, expect, test } from 'vitest';

async function found(kind: PickerKind, typed: string, limit = 5, language: Language = 'en'): Promise<string[]> {
  return (await loadPicker(kind, language)).find(typed, limit).map(({ id }) => id);
}

describe('ranking', () => {
  const index = buildIndex([
    { id: 'some', label: 'return of nationals', detail: '' },
    { id: 'prefix', label: 'returning workers', detail: 'integration of workers who come home' },
    { id: 'all', label: 'return and integration', detail: '' },
    { id: 'code', label: '7.2', detail: 'something else', codes: ['7.2'] },
    { id: 'subcode', label: '7.2.1', detail: 'something else', codes: ['7.2.1'] },
    { id: 'featured', label: 'return of goods', detail: '', isFeatured: true },
  ]);
  const ids = (typed: string, limit = 10) => searchIndex(index, typed, limit).map(({ id }) => id);

  test('puts an exact code before the beginning of a code', () => {
    expect(ids('7.2')).toEqual(['code', 'subcode']);
    expect(ids('7')).toEqual(['code', 'subcode']);
  });

  test('puts all words before some words, and whole words before beginnings', () => {
    expect(ids('return integration')).toEqual(['all', 'prefix', 'featured', 'some']);
  });

  test('puts the featured first among equals and while nothing is typed', () => {
    expect(ids('return of')).toEqual(['featured', 'some', 'prefix', 'all']);
    expect(ids('   ')).toEqual(['featured', 'some', 'prefix', 'all', 'code', 'subcode']);
  });

  test('stops at the limit and answers nothing to nonsense', () => {
    expect(ids('return', 2)).toHaveLength(2);
    expect(ids('', 2)).toHaveLength(2);
    expect(ids('xyzzy')).toEqual([]);
    expect(ids('..., !?')).toHaveLength(6);
  });

  test('does not answer for a small word alone in common', () => {
    expect(ids('of mountains')).toEqual([]);
  });
});

test('folding ignores case and diacritics in every script', () => {
  expect(fold('CÔTE')).toBe('cote');
  expect(fold('Türkiye')).toBe('turkiye');
  expect(fold('أفغانستان')).toBe(fold('افغانستان'));
});

describe('targets and indicators', () => {
  test('are found by their codes', async () => {
    expect((await found('target', '10.7'))[0]).toBe('10.7');
    expect((await found('target', 'SDG 10.7'))[0]).toBe('10.7');
    expect(await found('target', '16.9.1')).toEqual(['16.9']);
    expect(await found('indicator', '16.9.1')).toEqual(['16.9.1']);
    expect(await found('indicator', '10.7', 10)).toEqual(['10.7.1', '10.7.2', '10.7.3', '10.7.4']);
    expect((await found('target', '10.c'))[0]).toBe('10.c');
    expect((await found('target', 'goal 10', 20)).slice(0, 3)).toEqual(['10', '10.1', '10.2']);
  });

  test('every goal, target, indicator and objective comes first for its own number', async () => {
    for (const { number } of sdgGoals) expect((await found('target', String(number)))[0]).toBe(String(number));
    for (const { code } of sdgTargets) expect((await found('target', code))[0]).toBe(code);
    for (const { code } of sdgIndicators) expect((await found('indicator', code))[0]).toBe(code);
    for (const { number } of gcmObjectives) expect((await found('objective', String(number)))[0]).toBe(String(number));
  });

  test('a goal as a whole is found by its title and by its word in each language', async () => {
    expect(await found('target', 'reduced inequalities')).toContain('10');
    for (const word of ['goal', 'objectif', 'objetivo', 'цель', '目标', 'هدف'])
      expect((await found('target', `${word} 16`))[0]).toBe('16');
  });

  test('are found by words, in whatever order', async () => {
    expect((await found('target', 'migration orderly safe'))[0]).toBe('10.7');
    expect((await found('target', 'legal identity birth registration'))[0]).toBe('16.9');
    expect((await found('target', 'REMITTANCE'))[0]).toBe('10.c');
    expect(await found('indicator', 'recruitment cost')).toContain('10.7.1');
  });

  test('offer those on migration first while nothing is typed', async () => {
    const first = await found('target', '', 8);
    expect(first.sort()).toEqual(['10.7', '10.c', '16.2', '17.18', '4.b', '5.2', '8.7', '8.8'].sort());
    expect(await found('target', '', 500)).toHaveLength(17 + 169);
    expect(await found('indicator', '', 500)).toHaveLength(248);
  });
});

describe('objectives, instruments and terms', () => {
  test('objectives are found by number, with or without the word', async () => {
    expect(await found('objective', 'objective 23')).toEqual(['23']);
    expect(await found('objective', '23')).toEqual(['23']);
    expect(await found('objective', 'Objectif 4')).toEqual(['4']);
    expect(await found('objective', '2', 10)).toEqual(['2', '20', '21', '22', '23']);
    expect((await found('objective', 'legal identity'))[0]).toBe('4');
  });

  test('instruments are found by short name, full name and symbol, bodies too', async () => {
    expect((await found('instrument', 'migof'))[0]).toBe('migof');
    expect((await found('instrument', 'Migration Governance Framework'))[0]).toBe('migof');
    expect((await found('instrument', 'A/RES/73/195'))[0]).toBe('gcm');
    expect((await found('instrument', 'unodc'))[0]).toBe('unodc');
    expect(await found('instrument', '', 200)).toHaveLength(81);
  });

  test('terms are found by a variant', async () => {
    expect((await found('term', 'human smuggling'))[0]).toBe('smuggling');
    expect(await found('term', 'AVRR')).toContain('avrr');
    expect(await found('term', '', 200)).toHaveLength(40);
  });

  test('a stored id is turned back into words', async () => {
    const picker = await loadPicker('target', 'en');
    expect(picker.entry('10.7')?.detail).toMatch(/^Facilitate orderly, safe, regular and responsible migration/);
    expect(picker.entry('99.9')).toBeUndefined();
  });
});

/** Made-up words: the official ones are tested by whoever brings them. */
const words: Partial<Record<Language, SdgTexts>> = {
  fr: { goals: { '10': 'Réduire les inégalités' }, targets: { '10.7': 'Faciliter des migrations ordonnées' } },
  ar: { goals: {}, targets: { '10.7': 'تيسير الهجرة' }, indicators: { '10.7.1': 'تكلفة الاستقدام' } },
  zh: { goals: {}, targets: { '10.7': '促进有序移民' } },
};
const load: LoadSdgTexts = (language) => {
  const texts = words[language];
  return texts ? Promise.resolve(texts) : Promise.reject(new Error('no line'));
};
const picked = async (kind: PickerKind, language: Language, reach: Reach) =>
  (await openPicker(kind, language, reach, load)).picker;

describe('Agenda 2030 in six languages', () => {
  test('is shown in the reader’s language, in English where that has no words', async () => {
    const picker = await picked('target', 'fr', 'own');
    expect(picker.entry('10.7')?.detail).toBe('Faciliter des migrations ordonnées');
    expect(picker.entry('10')?.detail).toBe('Réduire les inégalités');
    expect(picker.entry('10.c')?.detail).toMatch(/^By 2030, reduce to less/);
    expect((await picked('indicator', 'ar', 'own')).entry('10.7.1')?.detail).toBe('تكلفة الاستقدام');
    expect((await picked('target', 'ru', 'own')).entry('10.7')?.detail).toMatch(/^Facilitate orderly/);
  });

  test('is found in the reader’s language and English at once, in all of them once asked', async () => {
    const ids = (picker: Picker, typed: string) => picker.find(typed, 3).map(({ id }) => id);
    const own = await picked('target', 'fr', 'own');
    expect(ids(own, 'migrations ordonnees')[0]).toBe('10.7');
    expect(ids(own, 'facilitate orderly migration')[0]).toBe('10.7');
    expect(ids(own, '有序')).toEqual([]);
    const all = await picked('target', 'fr', 'all');
    for (const typed of ['有序移民', 'هجرة', 'facilitate orderly', 'ordonnées'])
      expect(ids(all, typed)[0]).toBe('10.7');
    expect(ids(await picked('indicator', 'en', 'all'), 'استقدام')[0]).toBe('10.7.1');
    // The goal's words find what is under it.
    expect(ids(all, 'inegalites')).toContain('10.7');
    expect(all.find('inegalites', 50)).toHaveLength(11);
  });

  test('a language that could not be had is left out and asked for again', async () => {
    expect((await openPicker('target', 'fr', 'own', load)).isWhole).toBe(true);
    expect((await openPicker('target', 'en', 'own', load)).isWhole).toBe(true);
    expect((await openPicker('target', 'ru', 'own', load)).isWhole).toBe(false);
    expect((await openPicker('target', 'fr', 'all', load)).isWhole).toBe(false);
  });
});

describe('browsing', () => {
  const drawn = (nodes: readonly PickerNode[], open: ReadonlySet<string>, depth = 0): string[] =>
    nodes.flatMap((node) => [
      `${'  '.repeat(depth)}${nodeId(node)}`,
      ...(open.has(nodeId(node)) ? drawn(node.children, open, depth + 1) : []),
    ]);
  const browsed = async (kind: PickerKind, typed: string) => {
    const { nodes, open } = must((await picked(kind, 'fr', 'all')).tree, kind).browse(typed);
    return drawn(nodes, open);
  };
  const all = (nodes: readonly PickerNode[]): PickerNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);

  test('begins with the goals, closed, and holds every target and indicator', async () => {
    expect(await browsed('target', ' ')).toEqual(sdgGoals.map(({ number }) => String(number)));
    const { nodes } = must((await picked('indicator', 'en', 'own')).tree, 'tree').browse('');
    expect(all(nodes)).toHaveLength(17 + 169 + 248);
    const choices = all(nodes).flatMap((node) => ('group' in node || !node.isChoice ? [] : [node.source.id]));
    expect(choices).toEqual(sdgIndicators.map(({ code }) => code));
  });

  test('a code leaves the target with its goal above it and its indicators below', async () => {
    const lines = ['10', '  10.7', '    10.7.1', '    10.7.2', '    10.7.3', '    10.7.4'];
    expect(await browsed('target', '10.7')).toEqual(lines);
    expect(await browsed('indicator', '10.7')).toEqual(lines);
    // Not what says "per 100,000" somewhere.
    expect((await browsed('target', '10')).filter((line) => !/^ *10\b/.test(line))).toEqual([]);
  });

  test('words leave what has all of them, under its headings', async () => {
    expect(await browsed('target', 'migrations ordonnées')).toEqual(['10', '  10.7']);
    expect(await browsed('target', 'orderly safe migration')).toEqual(['10', '  10.7', '    10.7.2']);
    expect(await browsed('objective', 'remittances')).toEqual(['group:inclusion', '  20']);
    expect(await browsed('instrument', 'palermo')).toEqual(
      expect.arrayContaining(['group:treaties', '  palermo-trafficking', '  palermo-smuggling']),
    );
    expect(await browsed('target', 'xyzzy')).toEqual([]);
  });

  test('every objective and every instrument is in one group', async () => {
    const ids = async (kind: PickerKind) =>
      all(must((await picked(kind, 'en', 'own')).tree, kind).browse('').nodes).flatMap((node) =>
        'group' in node ? [] : [node.source.id],
      );
    expect((await ids('objective')).map(Number).sort((a, b) => a - b)).toEqual(
      gcmObjectives.map(({ number }) => number),
    );
    expect((await ids('instrument')).sort()).toEqual(instruments.map(({ id }) => id).sort());
  });
});

describe('the unit of an indicator', () => {
  test.each([
    ['Proportion of population below the poverty line', 'percent'],
    ['Percentage of infections', 'percent'],
    ['Recruitment cost as a proportion of monthly income', 'percent'],
    ['Number of countries with policies', 'number'],
    ['Number of victims per 100,000 population, by sex', 'per100000'],
    ['Malaria incidence per 1,000 population', 'per1000'],
    ['Maternal mortality ratio', 'deaths'],
    ['Mortality rate attributed to pollution', 'deaths'],
    ['Red List Index', 'index'],
    ['Occupational injuries per 100,000 workers', null],
    ['(a) Food loss index and (b) food waste index', null],
    ['Average hourly earnings', null],
  ])('%s: %s', (text, unit) => {
    expect(indicatorUnit(text)).toBe(unit);
  });

  test('is suggested for most indicators of the framework', () => {
    const told = sdgIndicators.filter(({ text }) => indicatorUnit(text) !== null).length;
    expect(told / sdgIndicators.length).toBeGreaterThan(0.5);
  });
});

describe('states', () => {
  test.each([
    ['cote d ivoire', 'CIV'],
    ["cote d'ivoire", 'CIV'],
    ['Côte d’Ivoire', 'CIV'],
    ['ivoire', 'CIV'],
    ['divoire', 'CIV'],
    ['turkiye', 'TUR'],
    ['Allemagne', 'DEU'],
    ['alemania', 'DEU'],
    ['германия', 'DEU'],
    ['德国', 'DEU'],
    ['ألمانيا', 'DEU'],
    ['المانيا', 'DEU'],
    ['صين', 'CHN'],
    ['keny', 'KEN'],
    ['KEN', 'KEN'],
    ['korea republic', 'KOR'],
    ['saint siege', 'VAT'],
    ['Европейский союз', 'EU'],
  ])('%s finds %s', async (typed, id) => {
    expect((await found('state', typed, 3))[0]).toBe(id);
  });

  test('are shown in the language asked for and explained in English', async () => {
    const picker = await loadPicker('state', 'ar');
    expect(picker.entry('DEU')).toEqual({ id: 'DEU', label: 'ألمانيا', detail: 'Germany' });
    expect(picker.find('', 500)).toHaveLength(196);
  });
});
