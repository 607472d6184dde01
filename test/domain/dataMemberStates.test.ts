import {
  compareRollCall,
  englishSortKey,
  memberState,
  memberStates,
  standingObservers,
} from '@shared/data/memberStates.ts';
import { loadStateNames, stateName } from '@shared/data/stateNames.ts';
import { Language } from '@shared/domain/kernel/words.ts';
import { beforeAll, describe, expect, test } from 'vitest';

const languages = Language.options;
const en = (code: string) => stateName(code, 'en');

beforeAll(async () => {
  await Promise.all(languages.map(loadStateNames));
});

describe('member states', () => {
  test('are exactly 193, each with its own codes', () => {
    expect(memberStates).toHaveLength(193);
    expect(new Set(memberStates.map(({ id }) => id)).size).toBe(193);
    expect(new Set(memberStates.map(({ alpha2 }) => alpha2)).size).toBe(193);
    for (const { id, alpha2 } of memberStates) {
      expect(id).toMatch(/^[A-Z]{3}$/);
      expect(alpha2).toMatch(/^[A-Z]{2}$/);
    }
  });

  test('are 54, 54, 23, 33 and 29 in the five regional groups', () => {
    const sizes: Record<string, number> = {};
    for (const { regionalGroup } of memberStates) sizes[regionalGroup] = (sizes[regionalGroup] ?? 0) + 1;
    expect(sizes).toEqual({ africa: 54, 'asia-pacific': 54, 'eastern-europe': 23, grulac: 33, weog: 29 });
  });

  test('count 45 LDC, 32 LLDC and 37 SIDS as of September 2024', () => {
    const count = (group: 'LDC' | 'LLDC' | 'SIDS') =>
      memberStates.filter(({ developmentGroups }) => developmentGroups.includes(group)).length;
    expect([count('LDC'), count('LLDC'), count('SIDS')]).toEqual([45, 32, 37]);
  });

  test('do not include the observers', () => {
    expect(standingObservers.map(({ id }) => id)).toEqual(['VAT', 'PSE', 'EU']);
    for (const { id } of standingObservers) expect(memberState(id)).toBeUndefined();
  });
});

describe('English alphabetical order', () => {
  test('is the order of the sort keys of the English names', () => {
    const byKey = [...memberStates].sort((a, b) => {
      const [first, second] = [englishSortKey(en(a.id)), englishSortKey(en(b.id))];
      return first < second ? -1 : first > second ? 1 : 0;
    });
    expect(byKey.map(({ id }) => id)).toEqual(memberStates.map(({ id }) => id));
    expect(memberStates.map(({ rollCallOrder }) => rollCallOrder)).toEqual(memberStates.map((_, at) => at + 1));
  });

  test('puts Côte d’Ivoire after Costa Rica and before Croatia', () => {
    expect(['HRV', 'CIV', 'CRI'].sort(compareRollCall)).toEqual(['CRI', 'CIV', 'HRV']);
  });

  test('puts names under the letter that the United Nations puts them under', () => {
    const neighbours = (code: string) => {
      const at = memberStates.findIndex(({ id }) => id === code);
      return [memberStates[at - 1]?.id, memberStates[at + 1]?.id].map((id) => en(id ?? ''));
    };
    expect(en('IRN')).toBe('Iran (Islamic Republic of)');
    expect(neighbours('IRN')).toEqual(['Indonesia', 'Iraq']);
    expect(en('KOR')).toBe('Republic of Korea');
    expect(neighbours('KOR')).toEqual(['Qatar', 'Republic of Moldova']);
    expect(en('TZA')).toBe('United Republic of Tanzania');
    expect(neighbours('TZA')).toEqual([
      'United Kingdom of Great Britain and Northern Ireland',
      'United States of America',
    ]);
  });

  test('ignores an article in brackets and diacritics', () => {
    expect(englishSortKey('Gambia (the)')).toBe(englishSortKey('Gambia'));
    expect(englishSortKey('Türkiye')).toBe('turkiye');
    expect(englishSortKey('Côte d’Ivoire')).toBe('cote divoire');
  });

  test('puts those who are not member states last', () => {
    expect(['VAT', 'ZWE', 'EU', 'AFG'].sort(compareRollCall)).toEqual(['AFG', 'ZWE', 'EU', 'VAT']);
  });
});

describe('state names', () => {
  test.each(languages)('are complete and distinct in %s', async (language) => {
    const names = await loadStateNames(language);
    const codes = [...memberStates, ...standingObservers].map(({ id }) => id);
    expect(Object.keys(names).sort()).toEqual(codes.sort());
    expect(new Set(Object.values(names)).size).toBe(196);
    for (const name of Object.values(names)) expect(name).toBe(name.trim().normalize('NFC'));
  });

  test('are those of the United Nations in the six languages', () => {
    expect(languages.map((language) => stateName('CIV', language)).sort()).toEqual(
      ['Côte d’Ivoire', 'Côte d’Ivoire', 'Côte d’Ivoire', 'Кот-д’Ивуар', '科特迪瓦', 'كوت ديفوار'].sort(),
    );
    expect(stateName('CHE', 'fr')).toBe('Suisse');
    expect(stateName('EU', 'es')).toBe('Unión Europea');
  });

  test('give the code back for what has no name', () => {
    expect(en('XXX')).toBe('XXX');
    expect(en('toString')).toBe('toString');
  });
});
