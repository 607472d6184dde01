import { baseLists, listsOf, readyListsOf } from '@shared/domain/concreteness/lists.ts';
import { phraseOf } from '@shared/domain/concreteness/phrases.ts';
import { concretenessOf } from '@shared/domain/concreteness.ts';
import type { ListName } from '@shared/domain/wordList.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';

let h: House;

const changes = () => h.state.plenary.wordList.byLanguage;
const ask =
  (verb: 'add' | 'remove' | 'restore') =>
  (words: string, list: ListName = 'vague', who = 'sec') =>
    h.try(who, `wordList.${verb}`, { language: 'en', list, words });
const add = ask('add');
const remove = ask('remove');
const restore = ask('restore');
const held = (list: ListName = 'vague') => listsOf(changes()).en?.[list] ?? [];

beforeEach(() => {
  h = house();
});

describe('the word lists', () => {
  test('[WORD-1] the secretariat puts a wording in and takes it out', () => {
    add('Harness');
    expect(held()).toContain('harness');
    expect(add('harness')).toEqual({ refused: 'wordList.known' });
    expect(add('promot*')).toEqual({ refused: 'wordList.known' });
    remove('harness');
    expect(held()).toEqual(baseLists.en?.vague);
    expect(remove('harness')).toEqual({ refused: 'wordList.unknown' });
    expect(changes().en?.vague).toEqual({ added: [], removed: [] });
  });

  test('[WORD-1] one of the base too, and brings it back by name or by putting it in again', () => {
    for (const back of [restore, add]) {
      remove('promot*');
      expect(remove('promot*')).toEqual([]);
      expect(held()).not.toContain('promot*');
      back('promot*');
      expect(held()).toEqual(baseLists.en?.vague);
    }
    expect(restore('promot*')).toEqual({ refused: 'wordList.unknown' });
  });

  test('[WORD-1] and takes a whole list back to the base, and no other', () => {
    add('harness');
    remove('promot*');
    add('ombuds*', 'actors');
    h.act('sec', 'wordList.reset', { language: 'en', list: 'vague' });
    expect(held()).toEqual(baseLists.en?.vague);
    expect(held('actors')).toContain('ombuds*');
    expect(h.try('sec', 'wordList.reset', { language: 'en', list: 'vague' })).toEqual([]);
  });

  test('[WORD-1] nobody else does', () => {
    for (const who of ['mod', 'KEN-1'])
      for (const act of [add, remove, restore])
        expect(act('promot*', 'vague', who)).toEqual({ refused: 'rights.not-permitted' });
  });

  test('[WORD-2] only what differs from the base is kept, and a wording that the base has gained counts once', () => {
    add('harness');
    remove('promot*');
    expect(changes()).toEqual({ en: { vague: { added: ['harness'], removed: ['promot*'] } } });
    const gained = listsOf({ en: { vague: { added: ['strengthen*'], removed: ['no longer there'] } } });
    expect(gained.en?.vague).toEqual(baseLists.en?.vague);
  });

  test('[WORD-2] what holds is what the check finds', () => {
    const found = () => {
      const { findings, vague } = concretenessOf(
        ['The ombudsman shall harness the diaspora.'],
        new Set(),
        readyListsOf(changes()),
      );
      return [findings.who.from, vague.length];
    };
    expect(found()).toEqual([null, 0]);
    add('ombuds*', 'actors');
    add('harness');
    expect(found()).toEqual(['words', 1]);
    remove('harness');
    expect(found()).toEqual(['words', 0]);
  });

  test.each([
    ['  Work   Towards ', 'work towards'],
    ['d’ici à <year>', "d' ici à <year>"],
    ["s' efforc*", "s' efforc*"],
    ['Secretary-General', 'secretary-general'],
    ['<n> %', '<n> %'],
    ['<code>', '<code>'],
    ['10.7.2', '10.7.2'],
  ])('[WORD-3] "%s" is kept as "%s"', (typed, words) => {
    expect(phraseOf(typed)).toBe(words);
  });

  test.each(['<n>', '<any> <year>', '*', 'to*', 'a*b', '<number> of', 'no. of', 'Act!', '—'])(
    '[WORD-3] "%s" is no wording',
    (typed) => {
      expect(add(typed)).toEqual({ refused: 'wordList.not-a-wording' });
    },
  );

  test('[WORD-3] months, numbers and common words are single words', () => {
    for (const list of ['months', 'numbers', 'common'] as const)
      for (const words of ['two words', 'beginn*', '<n> dozen'])
        expect(add(words, list)).toEqual({ refused: 'wordList.one-word' });
    add('dozen', 'numbers');
    expect(held('numbers')).toContain('dozen');
  });

  test('[WORD-3] every wording of the base is kept as it would be if it were put in', () => {
    for (const lists of Object.values(baseLists))
      for (const words of Object.values(lists).flat()) expect(phraseOf(words)).toBe(words);
  });

  test('[WORD-4] into a list goes no more than a desk can look through', () => {
    expect(() => add('w'.repeat(81))).toThrow();
    for (let n = 0; n < 300; n += 1) add(`wording${n}`);
    expect(add('one more')).toEqual({ refused: 'wordList.full', details: { most: 300 } });
    add('one more', 'actors');
    expect(held('actors')).toContain('one more');
  });
});
