/** The procedures whose decisions can be checked from the journal alone: each names the entries it reads and recomputes what they decided. */
import { adoptionChecker } from './adoptions.ts';
import { amendmentChecker } from './amendments.ts';
import { divisionChecker } from './divisions.ts';
import type { Journal, Told } from './journal.ts';
import { frameKinds, kindOf, versionsIn } from './journal.ts';

import { silenceChecker } from './silences.ts';
import { voteChecker } from './votes.ts';
import { countedKind } from './ways/showOfHands.ts';

/** Something that is not as it was declared, with the entry where it is seen. */
export interface Problem {
  seq: number | null;
  /** A sentence without its full stop, in lower case. */
  says: string;
}

/** A decision, or one that is being taken, as it was recomputed. */
export interface Checked {
  kind: string;
  id: string;
  /** What it is called in a sentence. */
  name: string;
  /** What was found where nothing is wrong: one sentence or more. */
  says: string;
  problems: Problem[];
  /** The entries that it is made of. */
  seqs: number[];
  /** The versions of items that were decided on; their texts may be read in the file. */
  texts: readonly { id: string; version: number }[];
  /** The rule profile that it was taken under. */
  profile: { id: string; version: number } | null;
  /** The same as plain data, with ids and numbers only: a line of the decisions file. */
  outline: Record<string, unknown>;
}

/** How one procedure is checked. */
export interface Checker {
  /** The kinds of entries that it reads; their payloads are in the decisions file, and no others are. */
  reads: readonly string[];
  /** The entries of these kinds whose payloads stay withheld all the same. */
  withholds(entries: readonly Told[]): ReadonlySet<number>;
  check(journal: Journal): Checked[];
}

const checkers: readonly Checker[] = [voteChecker, silenceChecker, adoptionChecker, amendmentChecker, divisionChecker];

const kinds: ReadonlySet<string> = new Set([...frameKinds, ...checkers.flatMap(({ reads }) => reads)]);

/** Whether any checker needs what an entry says. */
export function isRead(entry: Pick<Told, 'scope' | 'type'>): boolean {
  return kinds.has(kindOf(entry));
}

/** Every decision that the journal tells of, recomputed, in the order of their beginnings. */
export function checkAll(journal: Journal): Checked[] {
  return checkers.flatMap(({ check }) => check(journal)).sort((a, b) => Math.min(...a.seqs) - Math.min(...b.seqs));
}

/** The entries whose payloads may stand in the decisions file (AUD-1, AUD-2). */
export function disclosed(entries: readonly Told[], decisions: readonly Checked[]): ReadonlySet<number> {
  const withheld = new Set(checkers.flatMap(({ withholds }) => [...withholds(entries)]));
  const decided = new Set(decisions.flatMap(({ texts }) => texts.map(({ id, version }) => `${id} ${version}`)));
  const isOpen = (entry: Told) => {
    if (!isRead(entry) || withheld.has(entry.seq)) return false;
    // Of the texts only those that were decided on.
    if (!entry.type.startsWith('board.')) return true;
    return versionsIn(entry).some(({ itemId, version }) => decided.has(`${itemId} ${version}`));
  };
  return new Set(entries.filter(isOpen).map(({ seq }) => seq));
}

/** Entries of procedures that no decision is made of, whose payload this program cannot read, or is withheld and need not be. */
export function strays(entries: readonly Told[], decisions: readonly Checked[]): Problem[] {
  const own = new Set(checkers.flatMap(({ reads }) => reads));
  const known = new Set(decisions.flatMap(({ seqs, problems }) => [...seqs, ...problems.map(({ seq }) => seq)]));
  const loose = entries
    .filter((entry) => own.has(kindOf(entry)) && entry.data !== null && !known.has(entry.seq))
    .map(({ seq, type }) => ({ seq, says: `(${type}) belongs to no decision, or cannot be read by this program` }));
  // An objection that is withheld would be an objection that nobody made.
  const silent = entries
    .filter((entry) => isRead(entry) && entry.data === null && !mayBeWithheld(entry))
    .map(({ seq, type }) => ({ seq, says: `(${type}) withholds what a decision is made of` }));
  return [...loose, ...silent];
}

/** Choices, a count in the hall until it is declared, and texts that were not decided on. */
function mayBeWithheld(entry: Told): boolean {
  return entry.scope === 'sealed' || kindOf(entry) === countedKind || entry.type.startsWith('board.');
}
