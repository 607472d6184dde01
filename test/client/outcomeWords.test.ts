import { decideMajority, type Majority, type MajorityRule, type OutcomeReason } from '@shared/domain/majority.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import { inOneRun, outcomeWords } from '@shared/i18n/outcomeWords.ts';
import { languages } from '@shared/i18n/translate.ts';
import { describe, expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const t = loadTranslator(root, 'en');
const majorities: readonly Majority[] = ['simple', 'two-thirds', 'absolute', 'two-thirds-members'];
const hall = { members: 193, quorum: 'majority-of-members', tie: 'rejected' } as const;

const words = (yes: number, no: number, abstain: number, rule: Partial<MajorityRule> = {}, isIndicative = false) =>
  outcomeWords(decideMajority({ yes, no, abstain }, { majority: 'simple', ...hall, ...rule }), isIndicative, t);

/** One count for every reason there is, by a majority where it can come to that. */
const cases: readonly [OutcomeReason, number, number, number, Partial<MajorityRule>][] = [
  ['enough', 193, 0, 0, {}],
  ['too-few', 10, 100, 0, {}],
  ['tie-rejected', 90, 90, 1, {}],
  ['tie-second-vote', 90, 90, 1, { tie: 'second-vote' }],
  ['nobody-voting', 0, 0, 100, {}],
  ['no-quorum', 50, 46, 0, {}],
];

describe('a result in words', () => {
  test('[MAJ-11] the denominator and the least number are in the formula, in words and numbers', () => {
    expect(words(66, 34, 20, { majority: 'two-thirds' })).toEqual({
      heading: null,
      count: '66 in favour, 34 against, 20 abstentions; 73 members did not vote.',
      formula: 'Two thirds of the 100 present and voting = 67 required.',
      quorum: 'Quorum: 120 present, 97 needed.',
      verdict: 'Not adopted.',
      secondVote: null,
    });
    expect(words(97, 96, 0, { majority: 'absolute' })).toMatchObject({
      count: '97 in favour, 96 against, 0 abstentions; every member voted.',
      formula: 'Absolute majority: more than half of all 193 members = 97 required.',
      verdict: 'Adopted.',
    });
    expect(words(129, 0, 1, { majority: 'two-thirds-members' })).toMatchObject({
      formula: 'Two thirds of all 193 members = 129 required.',
      verdict: 'Adopted.',
    });
  });

  test('[MAJ-11] a missed quorum, a tie and an empty vote say so', () => {
    expect(words(50, 46, 0)).toMatchObject({
      quorum: 'No quorum: 96 present, 97 needed.',
      verdict: 'Without a quorum there is no result.',
    });
    expect(words(80, 80, 0).verdict).toBe('Equally divided: not adopted.');
    expect(words(0, 0, 100)).toMatchObject({
      formula: 'Simple majority of those present and voting: at least 1 in favour required.',
      verdict: 'Nobody voted for or against: not adopted.',
    });
    expect(words(1, 0, 0, { quorum: 'none' }).quorum).toBeNull();
  });

  test('[MAJ-11] a tie that is voted on again says until when, and nothing else does', () => {
    const tied = decideMajority({ yes: 80, no: 80, abstain: 0 }, { majority: 'simple', ...hall, tie: 'second-vote' });
    expect(outcomeWords(tied, false, t, '21 June at 15:00')).toMatchObject({
      verdict: 'Equally divided: a second vote is to be taken.',
      secondVote: 'The second vote is to be held by 21 June at 15:00; if that is equal too, the text is rejected.',
    });
    const rejected = decideMajority({ yes: 80, no: 80, abstain: 0 }, { majority: 'simple', ...hall });
    expect(outcomeWords(rejected, false, t, '21 June at 15:00').secondVote).toBeNull();
  });

  test('[MAJ-11] an indicative result is headed so, and never adopts', () => {
    for (const majority of majorities)
      for (const [, yes, no, abstain, rule] of cases) {
        const { heading, verdict } = words(yes, no, abstain, { ...rule, majority }, true);
        expect(heading).toBe('Indicative, not a decision');
        expect(verdict).not.toMatch(/adopt|reject|result\./i);
      }
  });

  test('[MAJ-11] everything is said in one run', () => {
    const { count, formula, quorum, verdict } = words(66, 34, 20, { majority: 'two-thirds' });
    expect(inOneRun([count, formula, null, verdict], t)).toBe(
      '66 in favour, 34 against, 20 abstentions; 73 members did not vote. Two thirds of the 100 present and voting = 67 required. Not adopted.',
    );
    expect(inOneRun([quorum], t)).toBe('Quorum: 120 present, 97 needed.');
  });
});

describe.each(languages)('a result in %s', (language) => {
  const own = loadTranslator(root, language);

  test('[MAJ-11] has a sentence for every majority and reason, with every number', () => {
    for (const majority of majorities)
      for (const [, yes, no, abstain, rule] of cases)
        for (const isIndicative of [false, true]) {
          const outcome = decideMajority({ yes, no, abstain }, { majority, ...hall, ...rule });
          const said = outcomeWords(outcome, isIndicative, own, 'X');
          const all = Object.values(said).filter((each) => each !== null);
          expect(all.join()).not.toMatch(/\bresult\.[a-z]|[{}#]/);
          for (const number of [yes, no]) expect(said.count).toContain(`${number}`);
          expect(said.formula).toContain(`${outcome.required}`);
          if (outcome.denominator > 0) expect(said.formula).toContain(`${outcome.denominator}`);
          expect(said.quorum).toContain(`${outcome.quorum.present}`);
          expect(said.quorum).toContain('97');
        }
    const verdicts = cases.map(([reason]) => own(`result.decision.${reason}`));
    expect(new Set(verdicts).size).toBe(verdicts.length);
  });

  test('[MAJ-11] is grammatical down to one and nought', () => {
    for (const majority of majorities)
      for (const members of [1, 2, 3, 5, 11, 21, 100]) {
        const outcome = decideMajority({ yes: 1, no: 0, abstain: 0 }, { majority, ...hall, members });
        expect(outcomeWords(outcome, false, own).formula).not.toMatch(/[{}#]|result\./);
      }
  });
});
