/** Divisions: the motion, its parts and the whole, each as the votes on it came out, and the text that was left. */
import { division } from '@shared/domain/division.ts';
import { assembledText, isOperative } from '@shared/domain/divisions/standing.ts';
import { amendedKind, type Made, madeIn, textProblems } from './amendedTexts.ts';
import type { Checked, Checker, Problem } from './checkers.ts';
import { type Fact, factsOf, type Journal } from './journal.ts';
import { type Held, heldOn, type Step, stepsOf, untold } from './motionVotes.ts';

const { plenary } = division.events;

const ends = ['ProposalFell', 'DivisionAdopted', 'DivisionIndicated', 'DivisionRejected'] as const;
const told = [
  ...['DivisionMoved', 'DivisionObjected', 'DivisionGranted', 'DivisionRefused', 'DivisionWithdrawn'],
  ...['OperativeMarked', 'PartDecided', 'PartsAssembled'],
  ...ends,
] as const;
type Told = Step<(typeof told)[number]>;
type Moved = ReturnType<typeof factsOf<typeof plenary.DivisionMoved>>[number];

/** A division while what was told of it is walked in order. */
interface Walk {
  moved: Moved['data'];
  votes: readonly Held[];
  phase: 'moved' | 'objected' | 'parts' | 'whole' | 'indicated' | 'ended';
  preambular: number[];
  results: Record<string, { isApproved: boolean; voteId: string }>;
  problems: Problem[];
}

const words: Record<(typeof ends)[number], string> = {
  ProposalFell: 'No operative part was left: rejected as a whole.',
  DivisionAdopted: 'The whole was adopted.',
  DivisionIndicated: 'The whole was indicated, which decides nothing.',
  DivisionRejected: 'The whole was rejected.',
};

export const divisionChecker: Checker = {
  reads: [...told.map((name) => `plenary/division.${name}`), amendedKind],
  withholds: () => new Set(),
  check: (journal) =>
    factsOf(journal.entries, 'plenary/division.DivisionMoved', plenary.DivisionMoved).map((moved) =>
      checked(journal, moved),
    ),
};

function checked(journal: Journal, { data: moved }: Fact<Moved['data']>): Checked {
  const { divisionId, itemId, itemVersion, parts } = moved;
  const steps = stepsOf(journal, 'division', told, divisionId);
  const made = madeIn(journal, (by) => by.division === divisionId);
  const votes = heldOn(journal, (subject) => 'divisionId' in subject && subject.divisionId === divisionId);
  const walk: Walk = { moved, votes, phase: 'moved', preambular: [], results: {}, problems: [] };
  for (const step of steps) take(walk, step);
  const end = ends.find((name) => name === steps.at(-1)?.name);
  const title = journal.titleOf(itemId, itemVersion);
  const results = Object.values(walk.results);
  const approved = results.filter(({ isApproved }) => isApproved).length;
  return {
    ...{ kind: 'division', id: divisionId },
    name: `Division of version ${itemVersion} of ${title === null ? `item ${itemId}` : `“${title}”`}`,
    says: `${parts.length} parts, ${results.length} voted on, ${approved} approved, as the votes came out. ${end ? words[end] : 'Not at its end.'}`,
    problems: [
      ...walk.problems,
      ...untold(votes, steps, isTold),
      ...restProblems(walk, steps),
      ...madeProblems(journal, walk, steps, made),
    ],
    seqs: [...steps, ...made].map(({ seq }) => seq),
    texts: [itemVersion, ...made.map(({ data }) => data.snapshot.version)].map((version) => ({ id: itemId, version })),
    profile: null,
    outline: {
      ...{ kind: 'division', id: divisionId, item: { id: itemId, version: itemVersion, title } },
      ...{ parts: parts.length, approved, became: end ?? null },
    },
  };
}

function take(walk: Walk, { name, seq, data }: Told): void {
  const wrong = (says: string | null) => {
    if (says !== null) walk.problems.push({ seq, says });
  };
  if (name === 'DivisionObjected') {
    if (walk.phase !== 'moved') wrong('objects to what was no longer open to an objection');
    walk.phase = 'objected';
  } else if (name === 'DivisionGranted' || name === 'DivisionRefused') {
    wrong(motionWrong(walk, name, seq));
    walk.phase = name === 'DivisionGranted' ? 'parts' : 'ended';
  } else if (name === 'OperativeMarked') {
    if (Object.keys(walk.results).length > 0) wrong('says what is operative after a part was voted on');
    walk.preambular = plenary.OperativeMarked.safeParse(data).data?.preambular ?? [];
  } else if (name === 'PartDecided') {
    const part = plenary.PartDecided.safeParse(data).data;
    if (part) {
      wrong(partWrong(walk, part, seq));
      walk.results[part.partId] = part;
    }
  } else if (name === 'PartsAssembled' || name === 'ProposalFell') {
    wrong(restWrong(walk, name));
    walk.phase = name === 'PartsAssembled' ? 'whole' : 'ended';
  } else if (name === 'DivisionWithdrawn') {
    if (decidedBefore(walk, seq).length > 0) wrong('withdraws what a vote had decided');
    walk.phase = 'ended';
  } else if (name !== 'DivisionMoved') {
    wrong(wholeWrong(walk, name, seq));
    walk.phase = name === 'DivisionIndicated' ? 'indicated' : 'ended';
  }
}

type Decided = Held & { decided: NonNullable<Held['decided']> };

const decidedBefore = ({ votes }: Walk, seq: number): Decided[] =>
  votes.filter((each): each is Decided => each.decided !== null && each.decided.seq < seq);

const lastOn = (walk: Walk, kind: Held['subject']['kind'], seq: number): Decided | undefined =>
  decidedBefore(walk, seq).findLast(({ subject }) => subject.kind === kind);

/** DIV-3, DIV-4: granted without an objection, otherwise by a vote. */
function motionWrong(walk: Walk, name: 'DivisionGranted' | 'DivisionRefused', seq: number): string | null {
  const isGranted = name === 'DivisionGranted';
  if (walk.phase !== 'moved' && walk.phase !== 'objected') return 'decides a motion that was decided before';
  const vote = lastOn(walk, 'division', seq);
  if (isGranted && walk.phase === 'moved' && !vote) return null;
  if (vote?.decided.isCarried === isGranted) return null;
  return isGranted ? 'grants a motion that no vote has carried' : 'refuses a motion that no vote has lost';
}

/** DIV-5: a part is approved by a vote on it. */
function partWrong(
  walk: Walk,
  { partId, voteId, isApproved }: { partId: string; voteId: string; isApproved: boolean },
  seq: number,
): string | null {
  const vote = decidedBefore(walk, seq).find((each) => each.voteId === voteId);
  if (vote?.subject.kind !== 'part' || vote.subject.partId !== partId) return 'rests on a vote on something else';
  return vote.decided.isCarried === isApproved ? null : 'is not what the vote on the part came to';
}

/** DIV-6, DIV-7: once all parts are decided the whole is put, or falls where no operative part is left. */
function restWrong({ moved, preambular, results }: Walk, name: 'PartsAssembled' | 'ProposalFell'): string | null {
  if (moved.parts.some(({ id }) => !results[id])) return 'comes before all parts were decided';
  const isAlive = moved.parts.some((part) => isOperative({ preambular }, part) && results[part.id]?.isApproved);
  if (isAlive === (name === 'PartsAssembled')) return null;
  return isAlive
    ? 'lets a proposal fall of which an operative part was approved'
    : 'puts a whole of which no operative part was approved';
}

/** DIV-7, DIV-8: the whole stands or falls by its own final vote. */
function wholeWrong(walk: Walk, name: Exclude<(typeof ends)[number], 'ProposalFell'>, seq: number): string | null {
  const vote = lastOn(walk, 'whole', seq);
  if (name === 'DivisionRejected')
    return vote?.decided.isCarried === false ? null : 'rejects a whole that no final vote has lost';
  const verb = name === 'DivisionAdopted' ? 'adopts' : 'indicates';
  if (!vote?.decided.isCarried) return `${verb} a whole that no final vote has carried`;
  if (name === 'DivisionAdopted' && walk.phase === 'indicated') return null;
  return vote.isIndicative === (name === 'DivisionIndicated')
    ? null
    : `${verb} a whole whose final vote was of another kind`;
}

/** Whether a step is what a vote has decided. */
function isTold({ name, data }: Told, { subject, voteId, decided }: Held): boolean {
  if (subject.kind === 'part') return name === 'PartDecided' && data.voteId === voteId;
  if (subject.kind === 'division') return name === (decided?.isCarried ? 'DivisionGranted' : 'DivisionRefused');
  if (decided?.isCarried) return name === 'DivisionAdopted' || name === 'DivisionIndicated';
  return name === 'DivisionRejected';
}

/** After the last part it is told what becomes of the whole. */
function restProblems({ moved, results }: Walk, steps: readonly Told[]): Problem[] {
  const isTold_ = steps.some(({ name }) => name === 'PartsAssembled' || name === 'ProposalFell');
  if (isTold_ || moved.parts.some(({ id }) => !results[id])) return [];
  const last = steps.findLast(({ name }) => name === 'PartDecided');
  return [{ seq: last?.seq ?? null, says: 'decides the last part, and what became of the whole was never told' }];
}

/** DIV-7: where a part was left out, the adopted whole is the next version, without that part. */
function madeProblems(journal: Journal, walk: Walk, steps: readonly Told[], made: readonly Made[]): Problem[] {
  const adopted = steps.find(({ name }) => name === 'DivisionAdopted');
  const [first, ...others] = made;
  const isCut = walk.moved.parts.some(({ id }) => !walk.results[id]?.isApproved);
  if (!first)
    return adopted && isCut ? [{ seq: adopted.seq, says: 'adopts a whole of which there is no such version' }] : [];
  if (!adopted || adopted.seq > first.seq)
    return [{ seq: first.seq, says: 'is what is left of a text whose division was not adopted' }];
  return [
    ...others.map(({ seq }) => ({ seq, says: 'takes the same parts out of the text again' })),
    ...textProblems(journal, first, ({ current }) =>
      current.version === walk.moved.itemVersion
        ? assembledText({ parts: walk.moved.parts, results: walk.results }, current.draft)
        : null,
    ),
  ];
}
