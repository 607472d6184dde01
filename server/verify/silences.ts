/** Silence procedures: that the hash is that of the text, that the deadline was kept to the millisecond, and that nobody had broken silence. */
import { createHash } from 'node:crypto';
import { canonicalText } from '@shared/domain/silence/text.ts';
import { silence } from '@shared/domain/silence.ts';
import type { Checked, Checker, Problem } from './checkers.ts';
import { entriesOfKind, type Fact, factsOf, type Journal, membersAt, profileAt, versionsBefore } from './journal.ts';
import { profileFor } from './profiles.ts';
import { counted, instantWords } from './words.ts';

const { plenary } = silence.events;
const hourMs = 3_600_000;
/** What was remarked and asked decides nothing and stays withheld. */
const told = [
  ...['RoundPrepared', 'SilenceOpened', 'DeadlineSet', 'SilenceBroken', 'ObjectionRetracted'],
  ...['SilenceWithdrawn', 'SilenceAdopted', 'TextRevised'],
] as const;

type Prepared = Fact<import('zod/mini').z.output<typeof plenary.RoundPrepared>>;
type Opened = Fact<import('zod/mini').z.output<typeof plenary.SilenceOpened>>;

/** A procedure while its events are walked in order. */
interface Walk {
  journal: Journal;
  prepared: Prepared;
  opened: Opened | null;
  deadlineAt: number;
  state: 'prepared' | 'open' | 'broken' | 'retracted' | 'withdrawn' | 'adopted';
  problems: Problem[];
  said: string[];
}

export const silenceChecker: Checker = {
  reads: told.map((name) => `plenary/silence.${name}`),
  withholds: () => new Set(),
  check(journal) {
    const rounds = factsOf(journal.entries, 'plenary/silence.RoundPrepared', plenary.RoundPrepared);
    const ids = [...new Set(rounds.map(({ data }) => data.silenceId))];
    return ids.flatMap((id) => checked(journal, id) ?? []);
  },
};

function checked(journal: Journal, id: string): Checked | null {
  const entries = told
    .flatMap((name) => entriesOfKind(journal.entries, `plenary/silence.${name}`))
    .filter(({ data }) => data?.silenceId === id)
    .sort((a, b) => a.seq - b.seq);
  const rounds = factsOf(journal.entries, 'plenary/silence.RoundPrepared', plenary.RoundPrepared).filter(
    ({ data }) => data.silenceId === id,
  );
  const [first] = rounds;
  if (!first) return null;
  const walk: Walk = {
    ...{ journal, prepared: first, opened: null, deadlineAt: 0, state: 'prepared', problems: [], said: [] },
  };
  for (const entry of entries) step(walk, entry);
  const { itemId, itemVersion, textHash, round } = walk.prepared.data;
  const title = journal.titleOf(itemId, itemVersion);
  const opening = walk.opened?.data ?? null;
  return {
    ...{ kind: 'silence', id },
    name: `Silence on version ${itemVersion} of ${title === null ? `item ${itemId}` : `“${title}”`}`,
    says: [...walk.said, ...stillWords(walk)].join(' '),
    problems: walk.problems,
    seqs: entries.map(({ seq }) => seq),
    texts: rounds.map(({ data }) => ({ id: data.itemId, version: data.itemVersion })),
    profile: opening && { id: opening.profile, version: opening.profileVersion },
    outline: {
      ...{ kind: 'silence', id, phase: walk.state, rounds: round, textHash },
      ...{ item: { id: itemId, version: itemVersion, title }, deadlineAt: opening && walk.deadlineAt },
      notified: opening?.notified.length ?? null,
    },
  };
}

function step(
  walk: Walk,
  entry: { seq: number; at: number; type: string; data: Record<string, unknown> | null },
): void {
  const { seq, at } = entry;
  const wrong = (says: string) => walk.problems.push({ seq, says });
  const name = entry.type.slice('silence.'.length);
  if (name === 'RoundPrepared') prepare(walk, seq);
  else if (name === 'SilenceOpened') open(walk, seq);
  else if (name === 'DeadlineSet') setDeadline(walk, seq);
  else if (name === 'ObjectionRetracted') {
    if (walk.state !== 'broken') wrong('retracts an objection that does not stand');
    walk.state = 'retracted';
    walk.said.push('The objection was retracted.');
  } else if (name === 'SilenceBroken') {
    if (walk.state !== 'open') wrong('breaks a silence that was not running');
    if (at > walk.deadlineAt) wrong(`breaks silence ${at - walk.deadlineAt} ms after the deadline`);
    walk.state = 'broken';
    walk.said.push(`Round ${walk.prepared.data.round} was broken on ${instantWords(at)}.`);
  } else if (name === 'SilenceWithdrawn') {
    walk.state = 'withdrawn';
    walk.said.push('Withdrawn by the chair.');
  } else if (name === 'SilenceAdopted') {
    if (walk.state !== 'open') wrong('adopts a text whose silence was not running');
    else if (at <= walk.deadlineAt) wrong('adopts a text before its deadline had passed');
    walk.state = 'adopted';
    const { round, textHash } = walk.prepared.data;
    walk.said.push(
      `Round ${round}: the text has the hash ${textHash}; nobody broke silence until ${instantWords(walk.deadlineAt)}. Adopted, as told.`,
    );
  }
}

/** SIL-2: the hash that everyone was shown is that of the version that was tabled. */
function prepare(walk: Walk, seq: number): void {
  const { entries } = walk.journal;
  const prepared = factsOf(entries, 'plenary/silence.RoundPrepared', plenary.RoundPrepared).find(
    (fact) => fact.seq === seq,
  );
  if (!prepared) return;
  Object.assign(walk, { prepared, opened: null, state: 'prepared' });
  const { itemId, itemVersion, textHash } = prepared.data;
  const hash = hashOf(walk.journal, itemId, itemVersion, seq);
  if (hash === null) walk.problems.push({ seq, says: 'is about a text that the journal does not disclose' });
  else if (hash !== textHash)
    walk.problems.push({ seq, says: `says the hash ${textHash}, where the text gives ${hash}` });
}

function hashOf({ entries }: Journal, itemId: string, version: number, seq: number): string | null {
  const told = versionsBefore(entries, itemId, seq).findLast((each) => each.version === version);
  const text = told ? canonicalText(told) : null;
  return text === null ? null : createHash('sha256').update(text).digest('hex');
}

/** SIL-3, SIL-5: as long as the profile asks, or a reason; the delegations with the right, all of them. */
function open(walk: Walk, seq: number): void {
  const { entries } = walk.journal;
  const opened = factsOf(entries, 'plenary/silence.SilenceOpened', plenary.SilenceOpened).find(
    (fact) => fact.seq === seq,
  );
  if (!opened) return;
  const { at, data } = opened;
  const wrong = (says: string) => walk.problems.push({ seq, says });
  if (walk.state !== 'prepared') wrong('opens a silence that was not prepared');
  if (data.deadlineAt - at < data.minimumHours * hourMs && data.shorterBecause === null)
    wrong(`gives less than ${data.minimumHours} hours, and no reason`);
  const { profile, says } = profileFor(data, 'silence');
  for (const each of says) wrong(each);
  if (profile && profile.silenceHours !== data.minimumHours) wrong('asks other hours than its rule profile');
  const inForce = profileAt(entries, seq);
  if (inForce !== null && inForce !== data.profile)
    wrong(`was opened under ${data.profile} while ${inForce} was in force`);
  const members = membersAt(entries, seq);
  if ([...members].sort().join() !== [...data.notified].sort().join()) wrong('does not notify exactly the members');
  Object.assign(walk, { opened, deadlineAt: data.deadlineAt, state: 'open' });
  walk.said.push(`Round ${walk.prepared.data.round}: ${counted(data.notified.length, 'delegation')} notified.`);
}

/** SIL-8, SIL-9: longer, never shorter; and again only after the objection was retracted. */
function setDeadline(walk: Walk, seq: number): void {
  const set = factsOf(walk.journal.entries, 'plenary/silence.DeadlineSet', plenary.DeadlineSet).find(
    (fact) => fact.seq === seq,
  );
  if (!set) return;
  const wrong = (says: string) => walk.problems.push({ seq, says });
  const { as, deadlineAt } = set.data;
  if (deadlineAt < walk.deadlineAt) wrong('shortens the deadline');
  if (as === 'extended' && (walk.state !== 'open' || set.at > walk.deadlineAt))
    wrong('extends a deadline that was not running');
  if (as === 'restored' && walk.state !== 'retracted') wrong('restores a silence whose objection stands');
  Object.assign(walk, { deadlineAt, state: 'open' });
}

function stillWords({ state, deadlineAt }: Walk): string[] {
  if (state === 'open') return [`Under silence until ${instantWords(deadlineAt)}.`];
  return state === 'prepared' ? ['Prepared and not yet opened.'] : [];
}
