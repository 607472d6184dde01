/** Amendments: that what is said to have become of each is what the votes on it came to, and that the text is what it made. */
import { amendment } from '@shared/domain/amendment.ts';
import { textWith } from '@shared/domain/amendments/apply.ts';
import { amendedKind, type Made, madeIn, textProblems } from './amendedTexts.ts';
import type { Checked, Checker, Problem } from './checkers.ts';
import { factsOf, type Journal } from './journal.ts';
import { type Held, heldOn, type Step, stepsOf, untold } from './motionVotes.ts';

const { plenary } = amendment.events;

const ends = [
  ...['AmendmentAccepted', 'AmendmentAdopted', 'AmendmentIndicated', 'AmendmentRejected', 'AmendmentNotPut'],
  'AmendmentWithdrawn',
] as const;
const told = ['AmendmentProposed', 'AmendmentRestated', 'AmendmentTakenUp', ...ends] as const;
type End = (typeof ends)[number];
type Told = Step<(typeof told)[number]>;

export const amendmentChecker: Checker = {
  reads: [...told.map((name) => `plenary/amendment.${name}`), amendedKind],
  withholds: () => new Set(),
  check: (journal) =>
    factsOf(journal.entries, 'plenary/amendment.AmendmentProposed', plenary.AmendmentProposed).map((proposed) =>
      checked(journal, proposed),
    ),
};

type Proposed = ReturnType<typeof factsOf<typeof plenary.AmendmentProposed>>[number];

const words: Record<End, string> = {
  AmendmentAccepted: 'Accepted as friendly, without a vote',
  AmendmentAdopted: 'Adopted',
  AmendmentIndicated: 'Indicated, which decides nothing',
  AmendmentRejected: 'Rejected',
  AmendmentNotPut: 'Not put, because of another that was adopted',
  AmendmentWithdrawn: 'Withdrawn',
};

function checked(journal: Journal, { data }: Proposed): Checked {
  const { amendmentId, itemId, number, proposer, version } = data;
  const steps = stepsOf(journal, 'amendment', told, amendmentId);
  const made = madeIn(journal, ({ amendments }) => amendments.includes(amendmentId));
  // What was withdrawn may be taken up again, what was indicated may be taken over.
  const last = steps.findLast(({ name }) => name !== 'AmendmentRestated');
  const end = ends.find((name) => name === last?.name);
  const title = journal.titleOf(itemId, version);
  return {
    ...{ kind: 'amendment', id: amendmentId },
    name: `Amendment ${number} to ${title === null ? `item ${itemId}` : `“${title}”`}, by ${journal.nameOf(proposer)}`,
    says: end ? `${words[end]}${last?.data.voteId ? ', as the vote on it came out' : ''}.` : 'Not decided.',
    problems: [...stepProblems(journal, amendmentId, steps), ...madeProblems(journal, steps, made)],
    seqs: [...steps, ...made].map(({ seq }) => seq),
    texts: textsOf(itemId, steps, made),
    profile: null,
    outline: {
      ...{ kind: 'amendment', id: amendmentId, number, proposer, item: { id: itemId, version, title } },
      became: end ?? null,
    },
  };
}

/** The texts that it was stated against, and of what it has made which. */
function textsOf(itemId: string, steps: readonly Told[], made: readonly Made[]): Checked['texts'] {
  const stated = steps.flatMap(({ data }) => (typeof data.version === 'number' ? [data.version] : []));
  const changed = made.flatMap(({ data: { snapshot } }) => [snapshot.version - 1, snapshot.version]);
  return [...new Set([...stated, ...changed])].map((version) => ({ id: itemId, version }));
}

/** AMD-5, AMD-8, AMD-9, AMD-12: that each end is what the votes allow, and that every vote is told. */
function stepProblems(journal: Journal, id: string, steps: readonly Told[]): Problem[] {
  const held = heldOn(journal, (subject) => subject.kind === 'amendment' && subject.amendmentId === id);
  const isEnded = (seq: number) =>
    ends.some((end) => steps.findLast((step) => step.seq < seq && step.name !== 'AmendmentRestated')?.name === end);
  return [
    ...steps.flatMap((step, at) => {
      const says = wrongWith(journal, step, steps.slice(0, at), held);
      return says === null ? [] : [{ seq: step.seq, says }];
    }),
    ...untold(held, steps, ({ name, data }, vote) => data.voteId === vote.voteId && fits(name, vote), isEnded),
  ];
}

/** Whether an end is that of a vote, in its own time. */
function fits(name: string, { decided, isIndicative }: Held): boolean {
  if (!decided?.isCarried) return name === 'AmendmentRejected';
  return name === (isIndicative ? 'AmendmentIndicated' : 'AmendmentAdopted');
}

function wrongWith(journal: Journal, step: Told, before: readonly Told[], held: readonly Held[]): string | null {
  const { name, seq, data } = step;
  if (name === 'AmendmentNotPut') return isBecause(journal, String(data.because), seq) ? null : notPut;
  if (name === 'AmendmentAccepted' || name === 'AmendmentWithdrawn') {
    const isVotedOn = held.some(({ decided }) => decided !== null && decided.seq < seq);
    return isVotedOn ? `${name === 'AmendmentAccepted' ? 'accepts' : 'withdraws'} what a vote had decided` : null;
  }
  if (name !== 'AmendmentAdopted' && name !== 'AmendmentIndicated' && name !== 'AmendmentRejected') return null;
  const vote = held.find(({ voteId }) => voteId === data.voteId);
  if (!vote) return 'rests on a vote on something else';
  if (!vote.decided || vote.decided.seq > seq) return 'rests on a vote that had decided nothing';
  const isTakenOver =
    name === 'AmendmentAdopted' &&
    before.some((each) => each.name === 'AmendmentIndicated' && each.data.voteId === vote.voteId);
  return isTakenOver || fits(name, vote) ? null : 'is not what the vote on it came to';
}

const notPut = 'is not put because of an amendment that did not become part of the text';

function isBecause(journal: Journal, id: string, seq: number): boolean {
  const last = stepsOf(journal, 'amendment', ends, id).findLast((each) => each.seq < seq);
  return last?.name === 'AmendmentAdopted' || last?.name === 'AmendmentAccepted';
}

/** AMD-9, AMD-10: what is adopted or accepted makes one version, and that is the text with the amendment in it. */
function madeProblems(journal: Journal, steps: readonly Told[], made: readonly Made[]): Problem[] {
  const entered = steps.find(({ name }) => name === 'AmendmentAdopted' || name === 'AmendmentAccepted');
  const [first, ...others] = made;
  if (!first)
    return entered ? [{ seq: entered.seq, says: 'made it part of the text, of which there is no such version' }] : [];
  if (!entered || entered.seq > first.seq)
    return [{ seq: first.seq, says: 'is a text with an amendment that was neither adopted nor accepted' }];
  const stated = steps.findLast(({ seq, data }) => seq < first.seq && Array.isArray(data.changes));
  const { success, data } = plenary.AmendmentRestated.safeParse({
    ...{ amendmentId: first.data.snapshot.amendedBy?.amendments[0] },
    ...{ version: stated?.data.version, changes: stated?.data.changes },
  });
  return [
    ...others.map(({ seq }) => ({ seq, says: 'puts the same amendment into the text again' })),
    ...textProblems(journal, first, (item) => (success ? textWith(item, { id: data.amendmentId, ...data }) : null)),
  ];
}
