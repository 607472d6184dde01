import { sdgGoals, sdgIndicators, sdgTargets } from '@shared/data/sdg.ts';
import { describe, expect, test } from 'vitest';

interface SdgTexts {
  readonly goals: Readonly<Record<string, string>>;
  readonly goalShortTitles: Readonly<Record<string, string>>;
  readonly targets: Readonly<Record<string, string>>;
  readonly indicators: Readonly<Record<string, string>>;
}

const files = import.meta.glob<SdgTexts>('../../shared/data/sdgTexts/*.json', { eager: true, import: 'default' });
const languages = Object.entries(files).map(([path, texts]) => ({ language: path.slice(-7, -5), texts }));

const english = new Map([
  ...sdgTargets.map(({ code, text }) => [code, text] as const),
  ...sdgIndicators.map(({ code, text }) => [code, text] as const),
]);

/** The numbers of a text without their formatting: 100 000, 100.000 and 100,000 are one, and so are 0,7 and 0.7. */
const numbers = (text: string) =>
  (
    text
      .replace(/(?<=\d)[\s.,](?=\d{3}(?!\d))/g, '')
      .replace(/(?<=\d),(?=\d)/g, '.')
      .match(/\d+(?:\.\d+)?/g) ?? []
  ).toSorted();

// Where the translation itself writes a number otherwise than the English: in words (“décennal”, “por millón”),
// as “menores de 1 año” for infants, and as thousands of millions for billions.
const differences: Readonly<Record<string, readonly string[]>> = {
  es: ['2.1', '8.4', '9.5', '12.1', '13.a', '4.1.1', '13.a.1', '15.9.1', '17.19.2'],
  fr: ['8.4', '12.1'],
};

/** Left out, because the source lacks them or its text says another year than the English. */
const lacking: Readonly<Record<string, readonly string[]>> = {
  ar: ['3.1', '4.b', '6.a', '7.2', '8.10', '16.1', '16.9', '17.1'],
};

test('five languages are there besides English', () => {
  expect(languages.map(({ language }) => language)).toEqual(['ar', 'es', 'fr', 'ru', 'zh']);
});

describe.each(languages)('the Agenda 2030 in $language', ({ language, texts }) => {
  test('has every goal, and every target but those that are known to be lacking', () => {
    const goals = sdgGoals.map(({ number }) => `${number}`);
    expect(Object.keys(texts.goals)).toEqual(goals);
    expect(Object.keys(texts.goalShortTitles)).toEqual(goals);
    const there = sdgTargets.map(({ code }) => code).filter((code) => !lacking[language]?.includes(code));
    expect(Object.keys(texts.targets)).toEqual(there);
  });

  test('has indicators in their order, each where it is listed first', () => {
    const first = sdgIndicators.filter(({ repeats }) => repeats === undefined).map(({ code }) => code);
    expect(Object.keys(texts.indicators)).toEqual(first.filter((code) => Object.hasOwn(texts.indicators, code)));
  });

  test('has no empty text, no code and no stray space in a text', () => {
    for (const part of Object.values(texts) as Readonly<Record<string, string>>[])
      for (const text of Object.values(part)) {
        expect(text).not.toBe('');
        expect(text).toBe(text.trim().replace(/\s+/g, ' '));
        expect(text).not.toMatch(/^\d+\.[\da-d]|[\u00ad\u200b\ufeff]/);
      }
  });
});

describe.each(languages.filter(({ language }) => Object.hasOwn(differences, language)))(
  'the Agenda 2030 in $language, beside the English',
  ({ language, texts }) => {
    const every = Object.entries({ ...texts.targets, ...texts.indicators });

    test('has texts of a likely length, with the same numbers', () => {
      for (const [code, text] of every) {
        const ratio = text.length / (english.get(code)?.length ?? 0);
        expect(ratio, code).toBeGreaterThan(0.5);
        expect(ratio, code).toBeLessThan(2.25);
      }
      const other = every.filter(([code, text]) => `${numbers(text)}` !== `${numbers(english.get(code) ?? '')}`);
      expect(other.map(([code]) => code)).toEqual(differences[language]);
    });
  },
);
