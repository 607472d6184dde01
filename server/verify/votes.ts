/** Votes, recounted from the ballots in the chain and not by the rules that counted them first. */
import { compareRollCall } from '@shared/data/memberStates.ts';
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { decideMajority } from '@shared/domain/majority.ts';
import { profileOfDecision } from '@shared/domain/ruleProfile.ts';
import { type Outcome, vote } from '@shared/domain/vote.ts';
import type * as z from 'zod/mini';
import { canonicalJson } from '../storage/hashChain.ts';
import { type Ballots, ballotsIn, type Cast, castKind, lastOf, ownKind } from './ballots.ts';
import type { Checked, Checker, Problem } from './checkers.ts';
import { delegationsAt, type Fact, factsOf, type Journal, profileAt, type Told } from './journal.ts';
import { counted, countWords, listOf, majorityWords, resultWords } from './words.ts';

const { plenary } = vote.events;
type Opened = Fact<z.output<typeof plenary.VoteOpened>>;
type Received = Fact<z.output<typeof plenary.BallotReceived>>;
type Locked = Fact<z.output<typeof plenary.VoteLocked>>;
type Declared = Fact<z.output<typeof plenary.TallyDeclared>>;
type Withdrawn = Fact<z.output<typeof plenary.VoteWithdrawn>>;

const choices: readonly Choice[] = ['yes', 'no', 'abstain'];

/** All that the journal tells of one vote. */
interface Pieces {
  journal: Journal;
  /** Its place among the votes that were not withdrawn, as the record numbers them. */
  number: number;
  opened: Opened;
  casts: readonly Cast[];
  received: readonly Received[];
  locked: Locked | null;
  withdrawn: Withdrawn | null;
  declared: readonly Declared[];
}

/** Recounts every declared vote (AUD-4) and looks at each ballot's way into it (AUD-5). */
export const voteChecker: Checker = {
  reads: [...Object.keys(plenary).map((name) => `plenary/vote.${name}`), castKind, ownKind],
  withholds(entries) {
    const declared = new Map(declaredIn(entries).map(({ data }) => [data.voteId, data.rollCall]));
    const { byVote } = ballotsIn(entries);
    const counts = new Set(
      [...byVote].flatMap(([voteId, casts]) =>
        [...lastOf(casts).values()]
          .filter(({ delegationId, choice }) => declared.get(voteId)?.[delegationId] === choice)
          .map(({ seq }) => seq),
      ),
    );
    // AUD-2: of a running vote none, of a declared one those that count.
    return new Set(entries.filter(({ scope, seq }) => scope === 'sealed' && !counts.has(seq)).map(({ seq }) => seq));
  },
  check(journal) {
    const ballots = ballotsIn(journal.entries);
    return pieces(journal, ballots).map((each) => checked(each, ballots));
  },
};

function declaredIn(entries: readonly Told[]): readonly Declared[] {
  return factsOf(entries, 'plenary/vote.TallyDeclared', plenary.TallyDeclared);
}

function pieces(journal: Journal, ballots: Ballots): Pieces[] {
  const { entries } = journal;
  const received = factsOf(entries, 'plenary/vote.BallotReceived', plenary.BallotReceived);
  const locked = factsOf(entries, 'plenary/vote.VoteLocked', plenary.VoteLocked);
  const withdrawn = factsOf(entries, 'plenary/vote.VoteWithdrawn', plenary.VoteWithdrawn);
  const declared = declaredIn(entries);
  let number = 0;
  return factsOf(entries, 'plenary/vote.VoteOpened', plenary.VoteOpened).map((opened) => {
    const isThis = ({ data }: { data: { voteId: string } }) => data.voteId === opened.data.voteId;
    const end = withdrawn.find(isThis) ?? null;
    if (!end) number += 1;
    return {
      ...{ journal, number, opened, withdrawn: end },
      casts: ballots.byVote.get(opened.data.voteId) ?? [],
      received: received.filter(isThis),
      locked: locked.find(isThis) ?? null,
      declared: declared.filter(isThis),
    };
  });
}

function checked(vote: Pieces, { alone }: Ballots): Checked {
  const { journal, number, opened, locked, withdrawn, declared } = vote;
  const { voteId, itemId, itemVersion } = opened.data;
  const title = journal.titleOf(itemId, itemVersion);
  const on = `on version ${itemVersion} of ${title === null ? `item ${itemId}` : `“${title}”`}`;
  const end = declared[0]?.seq ?? withdrawn?.seq ?? Number.POSITIVE_INFINITY;
  const strays = alone.filter(({ seq }) => seq > opened.seq && seq < end);
  const outcome = recounted(vote);
  return {
    kind: 'vote',
    id: voteId,
    name: withdrawn ? `A vote ${on}` : `Vote ${number}, ${on}`,
    says: saysOf(vote, outcome),
    problems: [
      ...strays,
      ...termProblems(vote),
      ...castProblems(vote),
      ...receiptProblems(vote),
      ...declared.flatMap((each) => [...rollCallProblems(vote, each), ...outcomeProblems(each, outcome)]),
      ...(declared.length > 1 ? [{ seq: declared[1]?.seq ?? null, says: 'declares the same vote again' }] : []),
    ],
    seqs: [
      ...[opened, ...vote.received, ...vote.casts, locked, withdrawn, ...declared].flatMap((each) => each?.seq ?? []),
      ...vote.casts.map(({ toldIn }) => toldIn),
    ],
    item: { id: itemId, version: itemVersion },
    profile: { id: opened.data.profile, version: opened.data.profileVersion },
    outline: outlineOf(vote, title),
  };
}

function outlineOf(
  { journal, number, opened, received, locked, withdrawn, declared: [declared] }: Pieces,
  title: string | null,
) {
  const { voteId, itemId, itemVersion, panelId: _, electorate, method = 'recorded', ...terms } = opened.data;
  const head = {
    ...{ kind: 'vote', id: voteId, method, openedAt: opened.at, terms },
    item: { id: itemId, version: itemVersion, title },
  };
  if (withdrawn) return { ...head, phase: 'withdrawn' };
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
    ...{ outcome, lists: Object.fromEntries(lists), absent },
  };
}

/** Delegations in English alphabetical order, as the record has them. */
function inOrder({ entries }: Journal, { seq }: Opened, ids: readonly DelegationId[]): DelegationId[] {
  const codes = new Map(delegationsAt(entries, seq).map(({ id, code }) => [id, code ?? id]));
  return [...ids].sort((a, b) => compareRollCall(codes.get(a) ?? a, codes.get(b) ?? b));
}

function saysOf({ opened, casts, received, locked, withdrawn, declared }: Pieces, outcome: Outcome | null): string {
  if (withdrawn) return 'Withdrawn before any ballot: it was no vote.';
  if (declared.length === 0 || !outcome)
    return `${locked ? 'Locked and not yet declared' : 'Still open'}; ${counted(received.length, 'ballot')} received. The choices stay sealed.`;
  const again = casts.length - lastOf(casts).size;
  return [
    `${counted(lastOf(casts).size, 'ballot')} recounted${again > 0 ? ` (${counted(again, 'earlier one')} replaced)` : ''}:`,
    `${countWords(outcome)}; ${majorityWords(outcome)}. ${resultWords(outcome)}, as declared.`,
    ...(opened.data.isIndicative ? ['Indicative, not a decision.'] : []),
  ].join(' ');
}

/** The outcome as the ballots and the terms make it; null while a ballot that counts is withheld, or where no assembly can produce it. */
function recounted({ opened, casts }: Pieces): Outcome | null {
  const count = { yes: 0, no: 0, abstain: 0 };
  for (const { choice } of lastOf(casts).values()) {
    if (choice === null) return null;
    count[choice] += 1;
  }
  const { majority, quorum, tie, members, present } = opened.data;
  try {
    return decideMajority(count, {
      ...{ majority, quorum, tie, members },
      ...(present === null ? {} : { present: Math.max(present, casts.length === 0 ? 0 : lastOf(casts).size) }),
    });
  } catch {
    return null;
  }
}

/** Who had the right, under which rules: both are told before the vote. */
function termProblems({ journal, opened }: Pieces): Problem[] {
  const { seq, data } = opened;
  const found: string[] = [];
  const entitled = delegationsAt(journal.entries, seq)
    .filter(({ kind, hasCredentials }) => kind === 'member-state' && hasCredentials)
    .map(({ id }) => id);
  const [missing, added] = [without(entitled, data.electorate), without(data.electorate, entitled)];
  const named = (ids: readonly string[]) => listOf(ids.map(journal.nameOf));
  if (missing.length > 0) found.push(`leaves out members with credentials: ${named(missing)}`);
  if (added.length > 0) found.push(`counts as members whom it should not: ${named(added)}`);
  if (new Set(data.electorate).size !== data.members)
    found.push(`says ${data.members} members and names ${new Set(data.electorate).size}`);
  const inForce = profileAt(journal.entries, seq);
  if (inForce !== null && inForce !== data.profile)
    found.push(`was taken under the profile ${data.profile} while ${inForce} was in force`);
  const profile = profileOfDecision(data.profile, data.profileVersion);
  const isSecond = data.secondOf !== undefined;
  for (const key of ['quorum', 'tie', 'isIndicative'] as const)
    if (profile && profile[key] !== data[key] && !(isSecond && key === 'tie'))
      found.push(
        `has for ${key} ${data[key]}, which is not what version ${data.profileVersion} of the profile ${data.profile} says`,
      );
  return found.map((says) => ({ seq, says }));
}

/** That each ballot is a member's, and came while the vote was open. */
function castProblems({ journal, opened, casts, locked, withdrawn }: Pieces): Problem[] {
  return casts.flatMap(({ seq, at, delegationId }) => {
    const whose = `the ballot of ${journal.nameOf(delegationId)}`;
    const found: Problem[] = [];
    if (!opened.data.electorate.includes(delegationId))
      found.push({ seq, says: `is ${whose}, which had no right to vote when the vote was opened` });
    if (seq < opened.seq)
      found.push({ seq, says: `is ${whose}, cast before the vote was opened (entry ${opened.seq})` });
    if (locked && (seq > locked.seq || at > locked.data.lockedAt))
      found.push({ seq, says: `is ${whose}, taken after the vote was locked (entry ${locked.seq})` });
    if (withdrawn) found.push({ seq, says: `is ${whose} in a vote that was withdrawn (entry ${withdrawn.seq})` });
    return found;
  });
}

/** That everyone was told once of each delegation's ballot, and of no other. */
function receiptProblems({ journal, casts, received }: Pieces): Problem[] {
  const cast = new Set(casts.map(({ delegationId }) => delegationId));
  const told = new Set<DelegationId>();
  const found: Problem[] = [];
  for (const { seq, data } of received) {
    const name = journal.nameOf(data.delegationId);
    if (told.has(data.delegationId)) found.push({ seq, says: `announces the ballot of ${name} again` });
    if (!cast.has(data.delegationId))
      found.push({ seq, says: `announces a ballot of ${name}, of which there is none` });
    told.add(data.delegationId);
  }
  for (const { seq, delegationId } of lastOf(casts).values())
    if (!told.has(delegationId))
      found.push({ seq, says: `is the ballot of ${journal.nameOf(delegationId)}, which was never announced` });
  return found;
}

/** That the published list is the ballots: each delegation's last one, and no more. */
function rollCallProblems({ journal, casts, locked }: Pieces, { seq, data }: Declared): Problem[] {
  const last = lastOf(casts);
  const found: Problem[] = [];
  if (!locked || locked.seq > seq) found.push({ seq, says: 'declares a result before the vote was locked' });
  for (const [delegationId, declared] of Object.entries(data.rollCall)) {
    const cast = last.get(delegationId);
    const name = journal.nameOf(delegationId);
    if (!cast) found.push({ seq, says: `lists ${name} as ${declared}, of which there is no ballot` });
    else if (cast.choice === null)
      found.push({ seq: cast.seq, says: `is the ballot of ${name} that counts, and its choice is withheld` });
    else if (cast.choice !== declared)
      found.push({
        seq: cast.seq,
        says: `is the ballot of ${name}: ${cast.choice}, declared as ${declared} (entry ${seq})`,
      });
  }
  for (const [delegationId, cast] of last)
    if (data.rollCall[delegationId] === undefined)
      found.push({
        seq: cast.seq,
        says: `is the ballot of ${journal.nameOf(delegationId)}, which the declared list leaves out`,
      });
  return found;
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

function without(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}
