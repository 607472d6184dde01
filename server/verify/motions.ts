/** Amendments and divisions: that what is said to have become of them is what the votes on them came to. */
import { amendment } from '@shared/domain/amendment.ts';
import { division } from '@shared/domain/division.ts';
import { vote } from '@shared/domain/vote.ts';
import type { Checked, Checker, Problem } from './checkers.ts';
import { entriesOfKind, type Fact, factsOf, type Journal } from './journal.ts';
import { declaredIn } from './votePieces.ts';

const amended = amendment.events.plenary;
const divided = division.events.plenary;
const ofAmendment = (name: keyof typeof amended) => `plenary/amendment.${name}`;
const ofDivision = (name: keyof typeof divided) => `plenary/division.${name}`;

const amendmentEnds = [
  ...['AmendmentAccepted', 'AmendmentAdopted', 'AmendmentIndicated', 'AmendmentRejected', 'AmendmentNotPut'],
  'AmendmentWithdrawn',
] as const;
const divisionEnds = ['ProposalFell', 'DivisionAdopted', 'DivisionIndicated', 'DivisionRejected'] as const;

export const amendmentChecker: Checker = {
  reads: ['AmendmentProposed', ...amendmentEnds].map((name) => `plenary/amendment.${name}`),
  withholds: () => new Set(),
  check: (journal) =>
    factsOf(journal.entries, ofAmendment('AmendmentProposed'), amended.AmendmentProposed).map((proposed) => {
      const { amendmentId, itemId, number, proposer, version } = proposed.data;
      const end = lastOf(journal, amendmentEnds, 'amendment', amendmentId);
      const title = journal.titleOf(itemId, version);
      return {
        ...{ kind: 'amendment', id: amendmentId },
        name: `Amendment ${number} to ${title === null ? `item ${itemId}` : `“${title}”`}, by ${journal.nameOf(proposer)}`,
        says: end ? `${amendmentWords[end.name]}${end.voteId ? ', as the vote on it came out' : ''}.` : 'Not decided.',
        problems: end ? amendmentProblems(journal, amendmentId, end) : [],
        seqs: seqsOf(journal, ['AmendmentProposed', ...amendmentEnds], 'amendment', amendmentId),
        texts: [{ id: itemId, version }],
        profile: null,
        outline: {
          ...{ kind: 'amendment', id: amendmentId, number, proposer, item: { id: itemId, version, title } },
          became: end?.name ?? null,
        },
      };
    }),
};

export const divisionChecker: Checker = {
  reads: ['DivisionMoved', 'PartDecided', ...divisionEnds].map((name) => `plenary/division.${name}`),
  withholds: () => new Set(),
  check: (journal) =>
    factsOf(journal.entries, ofDivision('DivisionMoved'), divided.DivisionMoved).map((moved): Checked => {
      const { divisionId, itemId, itemVersion, parts } = moved.data;
      const end = lastOf(journal, divisionEnds, 'division', divisionId);
      const title = journal.titleOf(itemId, itemVersion);
      const decided = partsIn(journal, divisionId);
      const approved = decided.filter(({ data }) => data.isApproved).length;
      return {
        ...{ kind: 'division', id: divisionId },
        name: `Division of version ${itemVersion} of ${title === null ? `item ${itemId}` : `“${title}”`}`,
        says: `${parts.length} parts, ${decided.length} voted on, ${approved} approved, as the votes came out. ${end ? divisionWords[end.name] : 'Not at its end.'}`,
        problems: [...partProblems(journal, divisionId, decided), ...wholeProblems(journal, divisionId, end, approved)],
        seqs: seqsOf(journal, ['DivisionMoved', 'PartDecided', ...divisionEnds], 'division', divisionId),
        texts: [{ id: itemId, version: itemVersion }],
        profile: null,
        outline: {
          ...{ kind: 'division', id: divisionId, item: { id: itemId, version: itemVersion, title } },
          ...{ parts: parts.length, approved, became: end?.name ?? null },
        },
      };
    }),
};

interface End<N extends string> {
  name: N;
  seq: number;
  voteId: string | null;
  because: string | null;
}

const amendmentWords: Record<(typeof amendmentEnds)[number], string> = {
  AmendmentAccepted: 'Accepted as friendly, without a vote',
  AmendmentAdopted: 'Adopted',
  AmendmentIndicated: 'Indicated, which decides nothing',
  AmendmentRejected: 'Rejected',
  AmendmentNotPut: 'Not put, because of another that was adopted',
  AmendmentWithdrawn: 'Withdrawn',
};

const divisionWords: Record<(typeof divisionEnds)[number], string> = {
  ProposalFell: 'No operative part was left: rejected as a whole.',
  DivisionAdopted: 'The whole was adopted.',
  DivisionIndicated: 'The whole was indicated, which decides nothing.',
  DivisionRejected: 'The whole was rejected.',
};

function entriesAbout(journal: Journal, names: readonly string[], slice: 'amendment' | 'division', id: string) {
  return names
    .flatMap((name) => entriesOfKind(journal.entries, `plenary/${slice}.${name}`))
    .filter(({ data }) => data?.[`${slice}Id`] === id)
    .sort((a, b) => a.seq - b.seq);
}

function seqsOf(...asked: Parameters<typeof entriesAbout>): number[] {
  return entriesAbout(...asked).map(({ seq }) => seq);
}

/** What became of it last: what was withdrawn may be taken up again, what was indicated may be taken over. */
function lastOf<N extends string>(
  journal: Journal,
  names: readonly N[],
  slice: 'amendment' | 'division',
  id: string,
): End<N> | null {
  const last = entriesAbout(journal, names, slice, id).at(-1);
  const name = names.find((each) => last?.type === `${slice}.${each}`);
  if (!last || !name) return null;
  const text = (key: string) => (typeof last.data?.[key] === 'string' ? last.data[key] : null);
  return { name, seq: last.seq, voteId: text('voteId'), because: text('because') };
}

/** The subject and the result of a declared vote. */
function voteOf({ entries }: Journal, voteId: string) {
  const { VoteOpened } = vote.events.plenary;
  const opened = factsOf(entries, 'plenary/vote.VoteOpened', VoteOpened).find(({ data }) => data.voteId === voteId);
  const declared = declaredIn(entries).find(({ data }) => data.voteId === voteId);
  return opened && declared ? { subject: opened.data.subject ?? { kind: 'item' as const }, ...declared.data } : null;
}

function amendmentProblems(journal: Journal, id: string, end: End<(typeof amendmentEnds)[number]>): Problem[] {
  const { name, seq, voteId, because } = end;
  const say = (says: string) => [{ seq, says }];
  if (name === 'AmendmentNotPut' && because !== null) {
    const other = lastOf(journal, amendmentEnds, 'amendment', because)?.name;
    const isMade = other === 'AmendmentAdopted' || other === 'AmendmentAccepted';
    return isMade ? [] : say('is not put because of an amendment that did not become part of the text');
  }
  if (voteId === null) return [];
  const held = voteOf(journal, voteId);
  if (held?.subject.kind !== 'amendment' || held.subject.amendmentId !== id)
    return say('rests on a vote on something else');
  const isCarried = held.outcome.result === 'carried';
  return isCarried === (name !== 'AmendmentRejected') ? [] : say('is not what the vote on it came to');
}

function partsIn({ entries }: Journal, id: string): Fact<{ voteId: string; isApproved: boolean; partId: string }>[] {
  return factsOf(entries, ofDivision('PartDecided'), divided.PartDecided).filter(({ data }) => data.divisionId === id);
}

function partProblems(journal: Journal, id: string, decided: ReturnType<typeof partsIn>): Problem[] {
  return decided.flatMap(({ seq, data }) => {
    const held = voteOf(journal, data.voteId);
    const isOnIt =
      held?.subject.kind === 'part' && held.subject.divisionId === id && held.subject.partId === data.partId;
    if (!held || !isOnIt) return [{ seq, says: 'rests on a vote on something else' }];
    const isCarried = held.outcome.result === 'carried';
    return isCarried === data.isApproved ? [] : [{ seq, says: 'is not what the vote on the part came to' }];
  });
}

/** DIV-6, DIV-7: the whole stands by its own final vote, and falls where no part is left. */
function wholeProblems(
  journal: Journal,
  id: string,
  end: End<(typeof divisionEnds)[number]> | null,
  approved: number,
): Problem[] {
  if (!end) return [];
  const { name, seq } = end;
  if (name !== 'DivisionAdopted') return [];
  if (approved === 0) return [{ seq, says: 'adopts a whole of which no part was approved' }];
  const { VoteOpened } = vote.events.plenary;
  const isCarried = factsOf(journal.entries, 'plenary/vote.VoteOpened', VoteOpened).some(({ data }) => {
    if (data.subject?.kind !== 'whole' || data.subject.divisionId !== id) return false;
    return voteOf(journal, data.voteId)?.outcome.result === 'carried';
  });
  return isCarried ? [] : [{ seq, says: 'adopts a whole that no final vote has carried' }];
}
