import { type Count, decideMajority, type Majority, type MajorityRule, majorityFor } from '@shared/domain/majority.ts';
import { describe, expect, test } from 'vitest';

const MAJORITIES: Majority[] = ['simple', 'two-thirds', 'absolute', 'two-thirds-members'];

const count = (yes: number, no: number, abstain = 0): Count => ({ yes, no, abstain });
const committee = (majority: Majority, members = 193): MajorityRule => ({
  majority,
  members,
  quorum: 'majority-of-members',
  tie: 'rejected',
});
const anyAttendance = (majority: Majority, members = 193): MajorityRule => ({
  ...committee(majority, members),
  quorum: 'none',
});

/** The rules once more, as fractions compared by cross multiplication of unbounded integers. */
function carriesByFractions({ yes, no }: Count, majority: Majority, members: number): boolean {
  const [of, over, strictly] = {
    simple: [yes + no, [1n, 2n], true],
    'two-thirds': [yes + no, [2n, 3n], false],
    absolute: [members, [1n, 2n], true],
    'two-thirds-members': [members, [2n, 3n], false],
  }[majority] as [number, [bigint, bigint], boolean];
  const left = BigInt(yes) * over[1];
  const right = BigInt(of) * over[0];
  return yes > 0 && (strictly ? left > right : left >= right);
}

describe('the majority', () => {
  test('[MAJ-1] simple: more yes than no', () => {
    expect(decideMajority(count(3, 1, 189), committee('simple'))).toMatchObject({
      result: 'carried',
      reason: 'enough',
    });
    expect(decideMajority(count(5, 4, 100), committee('simple'))).toMatchObject({ result: 'carried', required: 5 });
    expect(decideMajority(count(1, 2), anyAttendance('simple'))).toMatchObject({
      result: 'not-carried',
      reason: 'too-few',
      required: 2,
    });
  });

  test.each([
    [2, 1, true, 2],
    [66, 34, false, 67],
    [67, 33, true, 67],
    [100, 50, true, 100],
    [99, 50, false, 100],
  ])('[MAJ-2] two thirds of those present and voting: %i to %i', (yes, no, carried, required) => {
    expect(decideMajority(count(yes, no, 20), anyAttendance('two-thirds'))).toMatchObject({
      result: carried ? 'carried' : 'not-carried',
      reason: carried ? 'enough' : 'too-few',
      denominator: yes + no,
      required,
    });
  });

  test('[MAJ-2] the numbers of "66 in favour, 34 against, 20 abstentions. Two thirds of 100: 67 required"', () => {
    expect(decideMajority(count(66, 34, 20), committee('two-thirds'))).toEqual({
      yes: 66,
      no: 34,
      abstain: 20,
      absent: 73,
      presentAndVoting: 100,
      denominator: 100,
      required: 67,
      majority: 'two-thirds',
      quorum: { required: 97, present: 120, met: true },
      result: 'not-carried',
      reason: 'too-few',
    });
  });

  test.each([
    ['absolute', 97, 'carried'],
    ['absolute', 96, 'not-carried'],
    ['two-thirds-members', 129, 'carried'],
    ['two-thirds-members', 128, 'not-carried'],
  ] as const)('[MAJ-3] %s of 193 members: %i yes', (majority, yes, result) => {
    expect(decideMajority(count(yes, 0, 1), committee(majority))).toMatchObject({ result, denominator: 193 });
  });

  test('[MAJ-3] half of the members is not an absolute majority, two thirds of them is two thirds', () => {
    expect(decideMajority(count(6, 0), anyAttendance('absolute', 12)).result).toBe('not-carried');
    expect(decideMajority(count(7, 0), anyAttendance('absolute', 12)).result).toBe('carried');
    expect(decideMajority(count(8, 0), anyAttendance('two-thirds-members', 12)).result).toBe('carried');
  });

  test('[MAJ-4] an abstention is not a vote, but who abstains is present', () => {
    const abstaining = decideMajority(count(1, 0, 192), committee('simple'));
    expect(abstaining).toMatchObject({ result: 'carried', presentAndVoting: 1, denominator: 1, absent: 0 });
    expect(abstaining.quorum).toEqual({ required: 97, present: 193, met: true });
    for (let abstain = 0; abstain <= 90; abstain += 10) {
      expect(decideMajority(count(67, 33, abstain), committee('two-thirds')).result).toBe('carried');
      expect(decideMajority(count(66, 34, abstain), committee('two-thirds')).result).toBe('not-carried');
    }
  });
});

describe('amendments, parts and motions', () => {
  test.each(MAJORITIES)(
    '[MAJ-10] an amendment to and a part of what needs %s need it too, a motion does not',
    (majority) => {
      expect(majorityFor('whole', majority)).toBe(majority);
      expect(majorityFor('amendment', majority)).toBe(majority);
      expect(majorityFor('part', majority)).toBe(majority);
      expect(majorityFor('motion', majority)).toBe('simple');
    },
  );

  test('[MAJ-10] a part of an important question falls with 66 to 34, as the whole would', () => {
    const part = majorityFor('part', 'two-thirds');
    expect(decideMajority(count(66, 34), committee(part)).result).toBe('not-carried');
    expect(decideMajority(count(67, 33), committee(part)).result).toBe('carried');
  });
});

describe('the tie', () => {
  test('[MAJ-5] rejects in a committee and calls for a second vote in plenary', () => {
    expect(decideMajority(count(10, 10), anyAttendance('simple'))).toMatchObject({
      result: 'not-carried',
      reason: 'tie-rejected',
      required: 11,
    });
    expect(decideMajority(count(10, 10), { ...anyAttendance('simple'), tie: 'second-vote' })).toMatchObject({
      result: 'tied',
      reason: 'tie-second-vote',
    });
  });

  test('[MAJ-5] is no tie where more than a simple majority is needed', () => {
    for (const majority of ['two-thirds', 'absolute', 'two-thirds-members'] as const) {
      const outcome = decideMajority(count(10, 10), { ...anyAttendance(majority), tie: 'second-vote' });
      expect(outcome).toMatchObject({ result: 'not-carried', reason: 'too-few' });
    }
  });
});

describe('nobody voting', () => {
  test.each(MAJORITIES)('[MAJ-6] all abstaining carries nothing: %s', (majority) => {
    for (const tie of ['rejected', 'second-vote'] as const) {
      expect(decideMajority(count(0, 0, 50), { ...anyAttendance(majority), tie })).toMatchObject({
        result: 'not-carried',
        reason: 'nobody-voting',
      });
    }
    expect(decideMajority(count(0, 0), anyAttendance(majority, 0)).result).toBe('not-carried');
    expect(decideMajority(count(0, 0), anyAttendance(majority, 0)).required).toBe(1);
  });
});

describe('the quorum', () => {
  test('[MAJ-7] is more than half of the members: 96 of 193 decide nothing, 97 do', () => {
    expect(decideMajority(count(96, 0), committee('simple'))).toMatchObject({
      result: 'no-quorum',
      reason: 'no-quorum',
      quorum: { required: 97, present: 96, met: false },
    });
    expect(decideMajority(count(97, 0), committee('simple'))).toMatchObject({
      result: 'carried',
      quorum: { required: 97, present: 97, met: true },
    });
    expect(decideMajority(count(1, 0), { ...committee('simple'), present: 96 }).result).toBe('no-quorum');
    expect(decideMajority(count(1, 0), { ...committee('simple'), present: 97 }).result).toBe('carried');
    expect(decideMajority(count(5, 0), committee('simple', 10)).result).toBe('no-quorum');
    expect(decideMajority(count(6, 0), committee('simple', 10)).result).toBe('carried');
  });

  test('[MAJ-7] comes before every other answer, the tie and the empty vote included', () => {
    expect(decideMajority(count(1, 1), { ...committee('simple'), tie: 'second-vote' }).reason).toBe('no-quorum');
    expect(decideMajority(count(0, 0, 1), committee('simple')).reason).toBe('no-quorum');
  });

  test('[MAJ-7] whoever cast a ballot was present, whatever the attendance says', () => {
    expect(decideMajority(count(60, 40), { ...committee('simple'), present: 90 }).quorum.present).toBe(100);
    expect(decideMajority(count(60, 30), { ...committee('simple'), present: 120 })).toMatchObject({
      absent: 103,
      quorum: { present: 120 },
    });
  });

  test('[MAJ-7] asks nothing where the rule profile sets none', () => {
    expect(decideMajority(count(1, 0), anyAttendance('simple')).quorum).toEqual({
      required: null,
      present: 1,
      met: true,
    });
  });
});

describe('the arithmetic', () => {
  test('[MAJ-8] agrees with fractions for every count of every assembly of up to twelve members', () => {
    let compared = 0;
    for (let members = 0; members <= 12; members++) {
      for (let yes = 0; yes <= members; yes++) {
        for (let no = 0; yes + no <= members; no++) {
          for (let abstain = 0; yes + no + abstain <= members; abstain++) {
            for (const majority of MAJORITIES) {
              compareWithFractions(count(yes, no, abstain), majority, members);
              compared++;
            }
          }
        }
      }
    }
    expect(compared).toBe(4 * 1820);
  });

  test('[MAJ-8] stays exact where a floating share of two thirds would not', () => {
    for (const whole of [3, 149, 150, 99_999_999, 300_000_000, 999_999_999]) {
      const { required } = decideMajority(count(0, 0), anyAttendance('two-thirds-members', whole));
      expect(3n * BigInt(required) >= 2n * BigInt(whole)).toBe(true);
      expect(3n * BigInt(required - 1) >= 2n * BigInt(whole)).toBe(false);
    }
  });

  test.each([
    [{ yes: 1.5, no: 0, abstain: 0 }],
    [{ yes: 0, no: -1, abstain: 0 }],
    [{ yes: 0, no: 0, abstain: Number.NaN }],
    [{ yes: Number.POSITIVE_INFINITY, no: 0, abstain: 0 }],
    [{ yes: 5, no: 5, abstain: 1 }],
  ])('[MAJ-9] a count that no assembly can produce is a fault: %o', (impossible) => {
    expect(() => decideMajority(impossible, committee('simple', 10))).toThrow(RangeError);
  });

  test('[MAJ-9] so are impossible members and attendance', () => {
    expect(() => decideMajority(count(0, 0), committee('simple', 2.5))).toThrow(RangeError);
    expect(() => decideMajority(count(0, 0), committee('simple', -1))).toThrow(RangeError);
    expect(() => decideMajority(count(0, 0), { ...committee('simple', 10), present: 11 })).toThrow(RangeError);
    expect(() => decideMajority(count(0, 0), { ...committee('simple', 10), present: 0.5 })).toThrow(RangeError);
  });
});

function compareWithFractions(votes: Count, majority: Majority, members: number): void {
  const { yes, no, abstain } = votes;
  const tied = majority === 'simple' && yes === no && yes > 0;
  const carried = carriesByFractions(votes, majority, members);
  const outcome = decideMajority(votes, { ...anyAttendance(majority, members), tie: 'second-vote' });
  expect(outcome.result).toBe(carried ? 'carried' : tied ? 'tied' : 'not-carried');
  expect(outcome.absent).toBe(members - yes - no - abstain);
  expect(outcome.presentAndVoting).toBe(yes + no);

  // With the denominator held, `required` is the first yes that carries.
  const held = (least: number): Count => count(least, Math.max(0, outcome.denominator - least));
  if (outcome.required <= outcome.denominator) {
    expect(carriesByFractions(held(outcome.required), majority, members)).toBe(true);
  }
  expect(carriesByFractions(held(outcome.required - 1), majority, members)).toBe(false);

  const inCommittee = decideMajority(votes, committee(majority, members));
  const quorate = 2n * BigInt(yes + no + abstain) > BigInt(members);
  expect(inCommittee.quorum.met).toBe(quorate);
  expect(inCommittee.result).toBe(quorate ? (carried ? 'carried' : 'not-carried') : 'no-quorum');
}
