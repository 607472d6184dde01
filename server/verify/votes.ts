/** Votes, recounted from what the chain has of them and not by the rules that counted them first. */
import { compareRollCall } from '@shared/data/memberStates.ts';
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { decideMajority, presentAt } from '@shared/domain/majority.ts';
import type { Subject } from '@shared/domain/motion.ts';
import type { Method } from '@shared/domain/ruleProfile.ts';
import { type Outcome, vote } from '@shared/domain/vote.ts';
import { canonicalJson } from '../storage/hashChain.ts';
import { type Ballots, ballotsIn, castKind, lastOf, ownKind } from './ballots.ts';
import type { Checked, Checker, Problem } from './checkers.ts';
import { delegationsAt, type Journal, kindOf, type Told } from './journal.ts';
import { declaredProblems, lapseProblems, lockProblems } from './locks.ts';
import { reconsiderationProblems, reconsideredBy, reconsideredKind } from './reconsiderations.ts';
import { secondProblems, termProblems } from './terms.ts';
import { type Declared, declaredIn, type Pieces, piecesOf, type Way } from './votePieces.ts';
import { recorded } from './ways/recorded.ts';
import { byRollCall } from './ways/rollCall.ts';
import { bySecretBallot } from './ways/secret.ts';
import { byHands, countedKind } from './ways/showOfHands.ts';
import { counted, countWords, majorityWords, resultWords } from './words.ts';

const choices: readonly Choice[] = ['yes', 'no', 'abstain'];

const ways: Record<Method, Way> = {
  recorded,
  'show-of-hands': byHands,
  'roll-call': byRollCall,
  secret: bySecretBallot,
};

/** Recounts every declared vote (AUD-4) and looks at each ballot's way into it (AUD-5). */
export const voteChecker: Checker = {
  reads: [
    ...Object.keys(vote.events.plenary).map((name) => `plenary/vote.${name}`),
    ...[castKind, ownKind, reconsideredKind],
    ...Object.values(ways).flatMap(({ reads }) => reads),
  ],
  withholds(entries) {
    const declared = new Map(declaredIn(entries).map(({ data }) => [data.voteId, data.rollCall]));
    const { byVote } = ballotsIn(entries);
    const counts = new Set(
      [...byVote].flatMap(([voteId, casts]) =>
        [...lastOf(casts).values()]
          .filter(({ delegationId, choice }) => choice !== null && declared.get(voteId)?.[delegationId] === choice)
          .map(({ seq }) => seq),
      ),
    );
    // AUD-2: of a running vote none, of a declared one those that stand in its list; a count in the hall once it is declared.
    const isClosed = (entry: Told) =>
      (entry.scope === 'sealed' && !counts.has(entry.seq)) ||
      (kindOf(entry) === countedKind && !declared.has(String(entry.data?.voteId)));
    return new Set(entries.filter(isClosed).map(({ seq }) => seq));
  },
  check(journal) {
    const ballots = ballotsIn(journal.entries);
    return piecesOf(journal, ballots).map((each) => checked(each, ballots));
  },
};

function wayOf({ opened }: Pieces): Way {
  return ways[opened.data.method ?? 'recorded'];
}

function checked(vote: Pieces, { alone }: Ballots): Checked {
  const { journal, number, opened, withdrawn, declared } = vote;
  const { voteId, itemId, itemVersion } = opened.data;
  const title = journal.titleOf(itemId, itemVersion);
  const on = `on ${subjectWords(opened.data.subject?.kind)}version ${itemVersion} of ${title === null ? `item ${itemId}` : `“${title}”`}`;
  const end = declared[0]?.seq ?? withdrawn?.seq ?? Number.POSITIVE_INFINITY;
  const strays = alone.filter(({ seq }) => seq > opened.seq && seq < end);
  const outcome = recounted(vote);
  const again = reconsideredBy(vote);
  return {
    kind: 'vote',
    id: voteId,
    name: withdrawn ? `A vote ${on}` : `Vote ${number}, ${on}`,
    says: saysOf(vote, outcome),
    problems: [
      ...secondProblems(vote),
      ...reconsiderationProblems(vote),
      ...strays,
      ...termProblems(vote),
      ...lockProblems(vote),
      ...lapseProblems(vote),
      ...wayOf(vote).problems(vote),
      ...declared.flatMap((each) => [
        ...declaredProblems(vote, each),
        ...wayOf(vote).declaredProblems(vote, each),
        ...outcomeProblems(each, outcome),
      ]),
      ...(declared.length > 1 ? [{ seq: declared[1]?.seq ?? null, says: 'declares the same vote again' }] : []),
    ],
    seqs: [...vote.seqs, ...(again ? [again.seq] : [])],
    // What is put again is what was decided: its text may be read as well.
    texts: [itemVersion, ...(again ? [again.data.snapshot.version] : [])].map((version) => ({ id: itemId, version })),
    profile: { id: opened.data.profile, version: opened.data.profileVersion },
    outline: outlineOf(vote, title),
  };
}

const subjects: Record<Exclude<Subject['kind'], 'item'>, string> = {
  amendment: 'an amendment to ',
  division: 'a division of ',
  part: 'a part of ',
  whole: 'what is left of ',
  reconsideration: 'the motion to reconsider ',
};

function subjectWords(kind: Subject['kind'] = 'item'): string {
  return kind === 'item' ? '' : subjects[kind];
}

function outlineOf(vote: Pieces, title: string | null) {
  const { journal, number, opened, received, locked, withdrawn } = vote;
  const [declared] = vote.declared;
  const { voteId, itemId, itemVersion, panelId: _, electorate, method = 'recorded', ...terms } = opened.data;
  const head = {
    ...{ kind: 'vote', id: voteId, method, openedAt: opened.at, terms },
    item: { id: itemId, version: itemVersion, title },
  };
  if (withdrawn) return { ...head, phase: 'withdrawn', replacedBy: withdrawn.data.replacedBy ?? null };
  if (!declared)
    return { ...head, number, phase: locked ? 'locked' : 'open', members: electorate, received: received.length };
  const { outcome, rollCall } = declared.data;
  const sorted = (ids: readonly string[]) => inOrder(journal, opened, ids);
  const lists = choices.map((choice) => [
    choice,
    sorted(Object.keys(rollCall).filter((id) => rollCall[id] === choice)),
  ]);
  const absent = sorted(electorate.filter((id) => rollCall[id] === undefined));
  return {
    ...{ ...head, number, phase: 'declared', lockedAt: locked?.data.lockedAt ?? null, declaredAt: declared.at },
    // Where no names are kept there are no lists.
    ...(method === 'recorded' || method === 'roll-call' ? { lists: Object.fromEntries(lists), absent } : {}),
    ...{ outcome, ...wayOf(vote).outline(vote) },
  };
}

/** Delegations in English alphabetical order, as the record has them. */
function inOrder({ entries }: Journal, { seq }: Pieces['opened'], ids: readonly DelegationId[]): DelegationId[] {
  const codes = new Map(delegationsAt(entries, seq).map(({ id, code }) => [id, code ?? id]));
  return [...ids].sort((a, b) => compareRollCall(codes.get(a) ?? a, codes.get(b) ?? b));
}

function saysOf(vote: Pieces, outcome: Outcome | null): string {
  const { opened, received, locked, withdrawn, declared } = vote;
  if (withdrawn?.data.replacedBy !== undefined) return 'Replaced by a recorded vote, which somebody asked for.';
  if (withdrawn) return 'Withdrawn before any ballot: it was no vote.';
  const { method } = opened.data;
  if (declared.length === 0 || !outcome) {
    const stage = locked ? 'Locked and not yet declared' : 'Still open';
    return method === 'roll-call'
      ? `${stage}; ${wayOf(vote).says(vote)}.`
      : `${stage}; ${counted(received.length, 'ballot')} received. The choices stay sealed.`;
  }
  return [
    `${wayOf(vote).says(vote)}: ${countWords(outcome)}; ${majorityWords(outcome)}.`,
    `${resultWords(outcome)}, as declared.`,
    ...(opened.data.isIndicative ? ['Indicative, not a decision.'] : []),
  ].join(' ');
}

/** The outcome as the ballots and the terms make it; null while a ballot that counts is withheld, or where no assembly can produce it. */
function recounted(vote: Pieces): Outcome | null {
  const count = wayOf(vote).count(vote);
  if (!count) return null;
  const { majority, quorum, tie, members } = vote.opened.data;
  try {
    return decideMajority(count, { majority, quorum, tie, members, ...presentAt(count, vote.opened.data) });
  } catch {
    return null;
  }
}

/** That the declared numbers are those of the recount, every one of them. */
function outcomeProblems({ seq, data }: Declared, outcome: Outcome | null): Problem[] {
  if (!outcome) return [{ seq, says: 'declares a result that cannot be recounted' }];
  const [declared, counted] = [data.outcome as Record<string, unknown>, outcome as Record<string, unknown>];
  return Object.keys(outcome)
    .filter((key) => canonicalJson(declared[key]) !== canonicalJson(counted[key]))
    .map((key) => ({
      seq,
      says: `declares ${key} ${canonicalJson(declared[key])}, where the ballots give ${canonicalJson(counted[key])}`,
    }));
}
