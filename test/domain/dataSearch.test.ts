import { gcmObjectives } from '@shared/data/gcmObjectives.ts';
import { loadPicker, type PickerKind } from '@shared/data/pickers.ts';
import { sdgGoals, sdgIndicators, sdgTargets } from '@shared/data/sdg.ts';
import { buildIndex, fold, searchIndex } from '@shared/data/search.ts';
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
