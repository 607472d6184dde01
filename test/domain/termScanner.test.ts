import { baseTerms } from '@shared/data/glossary.ts';
import { avoidedIn, isAvoided, speltAvoided } from '@shared/domain/terms/avoided.ts';
import { glossaryOf, speltOf } from '@shared/domain/terms/glossary.ts';
import { scannerOf } from '@shared/domain/terms/scanner.ts';
import { describe, expect, test } from 'vitest';

const inEnglish = baseTerms.map((term) => ({ ...term, names: term.names.filter(({ language }) => language === 'en') }));
const scan = scannerOf([
  ...speltOf(inEnglish),
  { id: 'mobilite', spellings: ['mobilité de la main-d’œuvre', 'autoridad', 'pipeline', 'canal'] },
  { id: 'ru', spellings: ['нелегальная миграция', 'мигрант'] },
  { id: 'ar', spellings: ['مهاجر', 'هجرة غير نظامية'] },
  { id: 'zh', spellings: ['移民', '非正规移民', '人'] },
]);
/** The terms of a text with the words that they were found by. */
const found = (text: string) => scan(text).map(({ id, from, to }) => [id, text.slice(from, to)]);
const ids = (text: string) => scan(text).map(({ id }) => id);

describe('a term', () => {
  test('[TERM-8] stands by itself, as a whole word, whatever its case', () => {
    expect(found('MIGRANTS and a Migrant, not immigrants.')).toEqual([
      ['migrant', 'MIGRANTS'],
      ['migrant', 'Migrant'],
    ]);
    expect(ids('Emigrant, migrante, turn, childhood')).toEqual([]);
  });

  test('[TERM-8] is found in its inflections', () => {
    expect(found('Children, capacity building, asylum-seekers’ claims, readmission agreements, autoridades.')).toEqual([
      ['child', 'Children'],
      ['capacity-building', 'capacity building'],
      ['asylum-seeker', 'asylum-seekers'],
      ['readmission', 'readmission agreements'],
      ['mobilite', 'autoridades'],
    ]);
    expect(ids('Pipelines. Canaux, MOBILITÉ DE LA MAIN D’ŒUVRE')).toEqual(['mobilite', 'mobilite', 'mobilite']);
  });

  test('[TERM-8] is the longest that stands there, and has none within it', () => {
    expect(found('safe, orderly and regular migration; smuggling of migrants')).toEqual([
      ['safe-orderly-regular', 'safe, orderly and regular migration'],
      ['smuggling', 'smuggling of migrants'],
    ]);
    expect(found('a migrant worker and a migrant')).toEqual([
      ['migrant-worker', 'migrant worker'],
      ['migrant', 'migrant'],
    ]);
  });

  test('[TERM-8] is not torn apart by a bracket’s sign or a footnote’s, but by a sentence’s end', () => {
    expect(ids('migrant \ufffcworkers\ufffc')).toEqual(['migrant-worker']);
    expect(found('human. Trafficking in persons')).toEqual([['trafficking', 'Trafficking in persons']]);
  });

  test('[TERM-8] is found in Cyrillic and Arabic with their endings and articles', () => {
    expect(found('Права мигрантов и мигрантам; нелегальной миграции')).toEqual([
      ['ru', 'мигрантов'],
      ['ru', 'мигрантам'],
      ['ru', 'нелегальной миграции'],
    ]);
    expect(found('حقوق المهاجرين، والمُهاجر، والهجرة غير النظامية')).toEqual([
      ['ar', 'المهاجرين'],
      ['ar', 'والمُهاجر'],
      ['ar', 'والهجرة غير النظامية'],
    ]);
  });

  test('[TERM-8] is found in Chinese without spaces, never by one sign alone', () => {
    expect(found('保护非正规移民和移民的权利。')).toEqual([
      ['zh', '非正规移民'],
      ['zh', '移民'],
    ]);
    expect(ids('人人有责')).toEqual([]);
  });

  const base = scannerOf(speltOf(baseTerms));
  const inBase = (text: string) => base(text).map(({ id, from, to }) => [id, text.slice(from, to)]);

  test('[TERM-8] is found in French and Spanish, one and many', () => {
    expect(inBase('Les réfugiés et les demandeurs d’asile ont droit au non-refoulement.')).toEqual([
      ['refugee', 'réfugiés'],
      ['asylum-seeker', 'demandeurs d’asile'],
      ['non-refoulement', 'non-refoulement'],
    ]);
    expect(inBase('Las niñas, los trabajadores migratorios y la trata de personas; retornos voluntarios.')).toEqual([
      ['child', 'niñas'],
      ['migrant-worker', 'trabajadores migratorios'],
      ['trafficking', 'trata de personas'],
      ['return', 'retornos voluntarios'],
    ]);
  });

  test('[TERM-8] is found in Arabic behind its article and what is written together with it', () => {
    expect(inBase('حماية للاجئين وبالمهاجرين ولمهاجر')).toEqual([
      ['refugee', 'للاجئين'],
      ['migrant', 'وبالمهاجرين'],
      ['migrant', 'ولمهاجر'],
    ]);
    expect(inBase('مبدأ عدم الإعادة القسرية والهجرة غير النظامية للأطفال')).toEqual([
      ['non-refoulement', 'مبدأ عدم الإعادة القسرية'],
      ['irregular-migration', 'والهجرة غير النظامية'],
      ['child', 'للأطفال'],
    ]);
  });

  test('[TERM-8] is found in Russian in its cases', () => {
    expect(inBase('Принцип невыдворения беженцев; торговлей людьми; добровольным возвращением детей')).toEqual([
      ['non-refoulement', 'Принцип невыдворения'],
      ['refugee', 'беженцев'],
      ['trafficking', 'торговлей людьми'],
      ['return', 'добровольным возвращением'],
      ['child', 'детей'],
    ]);
  });

  test('[TERM-8] is the longest in Chinese', () => {
    expect(inBase('应遵守不推回原则，打击偷运移民，促进安全、有序和正常移民。')).toEqual([
      ['non-refoulement', '不推回原则'],
      ['smuggling', '偷运移民'],
      ['safe-orderly-regular', '安全、有序和正常移民'],
    ]);
  });

  test('[TERM-8] of one language is not taken for a word of another', () => {
    const names = baseTerms.flatMap(({ id, names: own }) =>
      own.flatMap(({ language, preferred, variants }) =>
        [preferred, ...variants].map((name) => ({ id, language, name })),
      ),
    );
    for (const { id, name, language } of names) expect(inBase(name)[0]?.[0], `${language}: ${name}`).toBe(id);
  });

  test('[TERM-8] of the base glossary is found under every one of its names', () => {
    for (const { id, names } of baseTerms)
      for (const { preferred } of names)
        expect(inBase(`The ${preferred} here.`), preferred).toContainEqual([id, expect.anything()]);
  });
});

describe('a wording to avoid', () => {
  const all = glossaryOf({ byId: {}, disagreements: [] }, baseTerms);
  const avoided = avoidedIn(all, baseTerms);
  const both = scannerOf([...speltOf(all), ...speltAvoided(avoided)]);
  const inText = (text: string) => both(text).map(({ id, from, to }) => [isAvoided(id), text.slice(from, to)]);
  const instead = (text: string) => both(text).map(({ id }) => avoided.get(id)?.instead.map(({ termId }) => termId));

  test('[TERM-12] is found as terms are, in every language that has some', () => {
    expect(inText('The illegal migrants and other migrants')).toEqual([
      [true, 'illegal migrants'],
      [false, 'migrants'],
    ]);
    expect(inText('les migrants illégaux')).toEqual([[true, 'migrants illégaux']]);
    expect(inText('los migrantes ilegales')).toEqual([[true, 'migrantes ilegales']]);
    expect(inText('нелегальных мигрантов')).toEqual([[true, 'нелегальных мигрантов']]);
    expect(inText('المهاجرين غير الشرعيين')).toEqual([[true, 'المهاجرين غير الشرعيين']]);
    expect(inText('打击非法移民')).toEqual([[true, '非法移民']]);
  });

  test('[TERM-12] names every term that is preferred to it, and why', () => {
    expect(instead('climate refugees')).toEqual([['refugee', 'disaster-displacement']]);
    const [found] = both('bogus asylum seeker');
    expect(avoided.get(found?.id ?? '')?.instead).toEqual([{ termId: 'asylum-seeker', because: 'prejudged' }]);
  });

  test('[TERM-12] is not found within a term, nor where its term is struck', () => {
    expect(inText('human smuggling; the smuggling of migrants')).toEqual([
      [false, 'human smuggling'],
      [false, 'smuggling of migrants'],
    ]);
    const struck = glossaryOf({ byId: { refugee: null, migrant: null }, disagreements: [] }, baseTerms);
    const left = avoidedIn(struck, baseTerms);
    expect(left.has('avoid: illegal migrant')).toBe(false);
    expect(left.get('avoid: climate refugee')?.instead.map(({ termId }) => termId)).toEqual(['disaster-displacement']);
  });

  test('[TERM-12] is none of the names of a term', () => {
    for (const { wording } of avoided.values())
      for (const { id, from, to } of both(wording))
        if (to - from === wording.length) expect(isAvoided(id), wording).toBe(true);
    for (const { id, names } of baseTerms)
      for (const { preferred } of names) expect(both(preferred)[0]?.id, preferred).toBe(id);
  });
});
