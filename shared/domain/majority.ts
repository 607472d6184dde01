/**
 * Majorities, quorums and ties, counted with whole numbers only (RULES.md, MAJ). "Present and voting" means having
 * said yes or no: an abstention is not a vote (rules 86 and 126 of the General Assembly).
 */

/** How large a majority a decision needs: two kinds of those present and voting, two kinds of all members. */
export type Majority = 'simple' | 'two-thirds' | 'absolute' | 'two-thirds-members';

/**
 * What an amendment to something, or a part of it that is put separately, needs: as much as the whole, so that two thirds
 * are not lost piece by piece to a simple majority (rule 84). A motion on the procedure itself needs a simple one, and one to reconsider
 * what was decided two thirds, whatever that needed (rules 81 and 123).
 */
export function majorityFor(
  what: 'whole' | 'amendment' | 'part' | 'motion' | 'reconsideration',
  ofWhole: Majority,
): Majority {
  if (what === 'reconsideration') return 'two-thirds';
  return what === 'motion' ? 'simple' : ofWhole;
}

/** How many delegations chose what. */
export interface Count {
  yes: number;
  no: number;
  abstain: number;
}

/** What the rules of the meeting ask of one decision. */
export interface MajorityRule {
  majority: Majority;
  /** All delegations with the right to vote, here or not. */
  members: number;
  /** How many of them were present, where attendance is known. Whoever cast a ballot was present in any case. */
  present?: number;
  quorum: 'majority-of-members' | 'none';
  /** What equal votes mean. The second vote after a tie is decided with `rejected` (rule 95). */
  tie: 'rejected' | 'second-vote';
}

/** Why a decision came out as it did: `outcome.reason` is the key of the sentence. */
export type OutcomeReason = 'enough' | 'too-few' | 'tie-rejected' | 'tie-second-vote' | 'nobody-voting' | 'no-quorum';

/**
 * A decided count with every number that explains it.
 *
 * A sentence about it needs these ICU values: `yes`, `no`, `abstain` and `absent` for the count; `denominator`,
 * `required` and `majority` (select) for "two thirds of 100: 67 required"; `quorum.present` and `quorum.required` for
 * "96 present, 97 needed"; `reason` (select) for the verdict.
 */
export interface Outcome extends Count {
  /** Members who cast nothing. */
  absent: number;
  presentAndVoting: number;
  /** What the majority is a part of: those present and voting, or all members. */
  denominator: number;
  /** The least number of yes that would carry, with this denominator. */
  required: number;
  majority: Majority;
  quorum: { required: number | null; present: number; met: boolean };
  result: 'carried' | 'not-carried' | 'tied' | 'no-quorum';
  reason: OutcomeReason;
}

/** How many were present for a decision: whoever cast was; of those who were called one by one, nobody else was (MAJ-7, ROLL-10). */
export function presentAt(
  { yes, no, abstain }: Count,
  { present, presence }: { present: number | null; presence?: 'called' | undefined },
): { present?: number } {
  const cast = yes + no + abstain;
  if (present === null) return {};
  return { present: presence === 'called' ? cast : Math.max(present, cast) };
}

/** Decides a count by a rule; a count that no assembly can produce is a fault. */
export function decideMajority({ yes, no, abstain }: Count, rule: MajorityRule): Outcome {
  const cast = yes + no + abstain;
  const attended = rule.present ?? 0;
  for (const number of [yes, no, abstain, rule.members, attended]) assertCountable(number);
  if (cast > rule.members || attended > rule.members) throw new RangeError('more delegations than there are members');

  const presentAndVoting = yes + no;
  const denominator = ofMembers(rule.majority) ? rule.members : presentAndVoting;
  const required = leastYes(rule.majority, denominator);
  const present = Math.max(cast, attended);
  const quorumRequired = rule.quorum === 'none' ? null : moreThanHalf(rule.members);
  const met = quorumRequired === null || present >= quorumRequired;

  return {
    yes,
    no,
    abstain,
    absent: rule.members - cast,
    presentAndVoting,
    denominator,
    required,
    majority: rule.majority,
    quorum: { required: quorumRequired, present, met },
    ...verdict({ yes, no, required }, rule, met),
  };
}

function verdict(
  { yes, no, required }: { yes: number; no: number; required: number },
  { majority, tie }: MajorityRule,
  quorumMet: boolean,
): Pick<Outcome, 'result' | 'reason'> {
  if (!quorumMet) return { result: 'no-quorum', reason: 'no-quorum' };
  if (yes + no === 0) return { result: 'not-carried', reason: 'nobody-voting' }; // MAJ-6
  if (yes >= required) return { result: 'carried', reason: 'enough' };
  if (majority !== 'simple' || yes !== no) return { result: 'not-carried', reason: 'too-few' };
  return tie === 'rejected'
    ? { result: 'not-carried', reason: 'tie-rejected' }
    : { result: 'tied', reason: 'tie-second-vote' };
}

function ofMembers(majority: Majority): boolean {
  return majority === 'absolute' || majority === 'two-thirds-members';
}

function leastYes(majority: Majority, denominator: number): number {
  if (majority === 'simple' || majority === 'absolute') return moreThanHalf(denominator);
  // Two thirds rounded up, and never nought: two thirds of nobody would carry without a single yes.
  return Math.max(1, Math.floor((2 * denominator + 2) / 3));
}

function moreThanHalf(whole: number): number {
  return Math.floor(whole / 2) + 1;
}

function assertCountable(number: number): void {
  if (!Number.isInteger(number) || number < 0 || number > 1_000_000_000) {
    throw new RangeError(`not a number of delegations: ${number}`);
  }
}
