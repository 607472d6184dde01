/**
 * Every small assembly, decided twice: by the engine, and by hand. By hand nothing is multiplied, divided or rounded: there is
 * a heap of ballots and a hall of people, and they are paired off one by one until one kind runs out.
 */
import { decideMajority, type Majority, type MajorityRule } from '@shared/domain/majority.ts';
import { expect, test } from 'vitest';

type Slip = 'yes' | 'no' | 'abstain' | 'none';
const slips: readonly Slip[] = ['yes', 'no', 'abstain', 'none'];
const majorities: readonly Majority[] = ['simple', 'two-thirds', 'absolute', 'two-thirds-members'];
const mostMembers = 9;

/** Takes `each` from the many for every one of the few; what is left of the many, or null where they run out. */
function pairOff(many: readonly unknown[], few: readonly unknown[], each: number): readonly unknown[] | null {
  const left = [...many];
  for (const _ of few) for (let taken = 0; taken < each; taken++) if (left.pop() === undefined) return null;
  return left;
}

/** Whether those in favour are more than the others. */
const outnumber = (favour: readonly Slip[], others: readonly Slip[]) => (pairOff(favour, others, 1)?.length ?? 0) > 0;
/** Whether those in favour are two for every one of the others, and anybody at all. */
const areTwice = (favour: readonly Slip[], others: readonly Slip[]) =>
  favour.length > 0 && pairOff(favour, others, 2) !== null;

/** Whether the yes in a heap carry it, the heap being everybody whom the majority is a part of. */
function carriesByHand(heap: readonly Slip[], majority: Majority): boolean {
  const favour = heap.filter((slip) => slip === 'yes');
  const others = heap.filter((slip) => slip !== 'yes');
  return majority === 'simple' || majority === 'absolute' ? outnumber(favour, others) : areTwice(favour, others);
}

/** The heap that a majority is a part of: the ballots that say yes or no, or one slip for every member. */
function heapOf(hall: readonly Slip[], majority: Majority): readonly Slip[] {
  const isOfMembers = majority === 'absolute' || majority === 'two-thirds-members';
  return isOfMembers ? hall : hall.filter((slip) => slip === 'yes' || slip === 'no');
}

/** How many yes would have been enough: one slip after the other is turned to yes until the heap carries. */
function requiredByHand(heap: readonly Slip[], majority: Majority): number {
  // Nobody is there to be turned: one yes would have to come.
  if (heap.length === 0) return 1;
  const turned: Slip[] = heap.map(() => 'no');
  for (let at = 0; at < turned.length; at++) {
    turned[at] = 'yes';
    if (carriesByHand(turned, majority)) return at + 1;
  }
  throw new Error('an assembly that agrees carries everything');
}

/** The verdict by hand, in the order in which a chair would come to it. */
function decideByHand(hall: readonly Slip[], rule: MajorityRule) {
  const said = hall.filter((slip) => slip !== 'none');
  const attending = Array.from({ length: Math.max(said.length, rule.present ?? 0) }, () => 'here');
  const elsewhere = hall.slice(attending.length);
  const isQuorate = rule.quorum === 'none' || (pairOff(attending, elsewhere, 1)?.length ?? 0) > 0;
  const heap = heapOf(hall, rule.majority);
  return { result: verdictByHand(hall, heap, rule, isQuorate), present: attending.length, isQuorate, heap };
}

function verdictByHand(hall: readonly Slip[], heap: readonly Slip[], rule: MajorityRule, isQuorate: boolean): string {
  if (!isQuorate) return 'no-quorum';
  const isSilent = !hall.includes('yes') && !hall.includes('no');
  if (isSilent) return 'not-carried';
  if (carriesByHand(heap, rule.majority)) return 'carried';
  const isEven =
    pairOff(
      hall.filter((slip) => slip === 'yes'),
      hall.filter((slip) => slip === 'no'),
      1,
    )?.length === 0;
  return rule.majority === 'simple' && isEven && rule.tie === 'second-vote' ? 'tied' : 'not-carried';
}

/** Every way in which so many members can have voted, the order of the slips apart. */
function* halls(members: number, from = 0): Generator<Slip[]> {
  if (members === 0) return yield [];
  for (let at = from; at < slips.length; at++)
    for (const rest of halls(members - 1, at)) yield [slips[at] as Slip, ...rest];
}

function* rulesFor(members: number): Generator<MajorityRule> {
  const attendances = [undefined, ...Array.from({ length: members + 1 }, (_, present) => present)];
  for (const majority of majorities)
    for (const quorum of ['none', 'majority-of-members'] as const)
      for (const tie of ['rejected', 'second-vote'] as const)
        for (const present of attendances)
          yield { majority, members, quorum, tie, ...(present === undefined ? {} : { present }) };
}

test('[MAJ-1] [MAJ-2] [MAJ-3] [MAJ-5] [MAJ-6] [MAJ-7] [MAJ-8] every small assembly is decided as by hand', () => {
  let decided = 0;
  const differing: unknown[] = [];
  for (let members = 0; members <= mostMembers; members++) {
    const needed = [...halls(members)].map((hall) => ({
      hall,
      count: {
        yes: hall.filter((slip) => slip === 'yes').length,
        no: hall.filter((slip) => slip === 'no').length,
        abstain: hall.filter((slip) => slip === 'abstain').length,
      },
    }));
    for (const rule of rulesFor(members))
      for (const { hall, count } of needed) {
        const outcome = decideMajority(count, rule);
        const byHand = decideByHand(hall, rule);
        const agrees =
          outcome.result === byHand.result &&
          outcome.required === requiredByHand(byHand.heap, rule.majority) &&
          outcome.denominator === byHand.heap.length &&
          outcome.absent === hall.filter((slip) => slip === 'none').length &&
          outcome.quorum.present === byHand.present &&
          outcome.quorum.met === byHand.isQuorate;
        if (!agrees) differing.push({ rule, count, outcome, byHand });
        decided++;
      }
  }
  expect(differing.slice(0, 3)).toEqual([]);
  expect(decided).toBe(105_248);
});

test('[MAJ-7] [MAJ-8] the quorum that is named is the least that would have met it', () => {
  for (let members = 1; members <= 200; members++) {
    const at = (present: number) =>
      decideMajority(
        { yes: 1, no: 0, abstain: 0 },
        { majority: 'simple', members, quorum: 'majority-of-members', tie: 'rejected', present },
      ).quorum;
    const { required } = at(members);
    expect(required).not.toBeNull();
    expect(at(Number(required)).met).toBe(true);
    if (Number(required) > 1) expect(at(Number(required) - 1).met).toBe(false);
  }
});
