/** What is put to a vote: an item, or what belongs to one (an amendment to it, a part of it, a motion about it). */
import * as z from 'zod/mini';
import { amendment, impliedRejections, staleness } from './amendment.ts';
import { amended } from './amendments/apply.ts';
import { nextAmendment } from './amendments/standing.ts';
import type { TabledItem } from './board.ts';
import { afterPart, assembled, division } from './division.ts';
import { nextPart, pendingDivision } from './divisions/standing.ts';
import { majorityOf } from './itemVotes.ts';
import { AmendmentId, DelegationId, DivisionId, PartId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { type Refusal, refuse, type Told } from './kernel/slice.ts';
import { type Majority, majorityFor } from './majority.ts';
import { moverRefusal, reconsiderationRefusal, reconsidered } from './reconsideration.ts';
import { decisionOn, settledRefusal, wholeRefusal } from './standingDecision.ts';
import type { ConsultationState, Plenary } from './state.ts';
import type { Outcome, Vote } from './vote.ts';

/** The subject of a vote; each names what of its item is meant. */
export const Subject = z.union([
  z.strictObject({ kind: z.literal('item') }),
  z.strictObject({ kind: z.literal('amendment'), amendmentId: AmendmentId }),
  /** The motion that parts be voted on separately. */
  z.strictObject({ kind: z.literal('division'), divisionId: DivisionId }),
  z.strictObject({ kind: z.literal('part'), divisionId: DivisionId, partId: PartId }),
  /** What is left of a divided item, put as a whole. */
  z.strictObject({ kind: z.literal('whole'), divisionId: DivisionId }),
  /** The motion that what was decided about an item be reconsidered; of whom, where a delegation is named. */
  z.strictObject({ kind: z.literal('reconsideration'), movedBy: z.optional(DelegationId) }),
]);
export type Subject = z.infer<typeof Subject>;

/** Why a subject cannot be put to the vote now, by that majority; null where it can. */
export function subjectRefusal(
  { plenary }: ConsultationState,
  item: TabledItem,
  subject: Subject,
  majority: Majority,
): Refusal | null {
  const refused =
    subject.kind === 'amendment'
      ? amendmentRefusal(plenary, item, subject.amendmentId)
      : subject.kind === 'item'
        ? itemRefusal(plenary, item)
        : subject.kind === 'reconsideration'
          ? (moverRefusal(plenary, subject.movedBy) ?? reconsiderationRefusal(plenary, item))
          : divisionRefusal(plenary, item, subject);
  return refused ?? majorityRefusal(plenary, item, subject, majority);
}

/** AMD-11, DIV-5, REC-2: one majority for the question; a motion needs a simple one, and to reconsider needs two thirds. */
function majorityRefusal(plenary: Plenary, item: TabledItem, subject: Subject, majority: Majority): Refusal | null {
  const needed = majorityFor(asVoted[subject.kind], majorityOf(plenary.vote, item.id) ?? majority);
  if (majority === needed) return null;
  if (subject.kind === 'reconsideration') return refuse('motion.reconsideration-needs-two-thirds'); // REC-2
  return subject.kind === 'division'
    ? refuse('division.motion-is-simple') // DIV-4
    : refuse('amendment.other-majority', { majority: needed });
}

const asVoted = {
  item: 'whole',
  whole: 'whole',
  amendment: 'amendment',
  part: 'part',
  division: 'motion',
  reconsideration: 'reconsideration',
} as const;

/** ONE-1, ONE-2; a tie waits for just this vote. */
function itemRefusal(plenary: Plenary, item: TabledItem): Refusal | null {
  const isDecided = decisionOn(plenary, item) === 'decided';
  return wholeRefusal(plenary, item) ?? (isDecided ? refuse('motion.item-decided') : null);
}

function amendmentRefusal(plenary: Plenary, item: TabledItem, amendmentId: AmendmentId): Refusal | null {
  const known = plenary.amendment.byId[amendmentId];
  if (known?.itemId !== item.id) return refuse('motion.unknown');
  if (known.phase !== 'proposed') return refuse('amendment.decided');
  if (pendingDivision(plenary.division, item.id)) return refuse('division.pending');
  const settled = settledRefusal(plenary, item);
  if (settled) return settled;
  const next = nextAmendment(plenary.amendment, item.id);
  if (!next) return refuse('amendment.not-arranged');
  if (next.id !== amendmentId) return refuse('amendment.not-next', { next: next.number }); // AMD-7
  return staleness(item, known);
}

function divisionRefusal(
  plenary: Plenary,
  item: TabledItem,
  subject: Extract<Subject, { divisionId: DivisionId }>,
): Refusal | null {
  const known = plenary.division.byId[subject.divisionId];
  if (known?.itemId !== item.id) return refuse('motion.unknown');
  if (known.itemVersion !== item.current.version)
    return refuse('motion.other-version', { version: item.current.version });
  const phase = { division: 'objected', part: 'parts', whole: 'whole' }[subject.kind];
  if (known.phase !== phase) return refuse('division.not-now');
  if (subject.kind !== 'part') return null;
  const next = nextPart(known);
  if (!known.parts.some(({ id }) => id === subject.partId)) return refuse('motion.unknown');
  return next?.id === subject.partId ? null : refuse('division.not-next', { next: Number(next?.id) }); // DIV-5
}

/** What else happens when a vote on a subject is declared. */
export function consequencesOf({ plenary }: ConsultationState, vote: Vote, outcome: Outcome): readonly Told[] {
  const { subject, id: voteId } = vote;
  // A tie that is voted on again, or a count without a quorum, has decided nothing yet.
  if (subject.kind === 'item' || (outcome.result !== 'carried' && outcome.result !== 'not-carried')) return [];
  const isCarried = outcome.result === 'carried';
  const item = must(plenary.board.items[vote.itemId], 'the item of a vote');
  if (subject.kind === 'reconsideration') return isCarried ? [reconsidered(item, voteId)] : []; // REC-5
  const { isIndicative } = vote.terms;
  if (subject.kind === 'amendment') {
    const known = must(plenary.amendment.byId[subject.amendmentId], 'amendment');
    if (known.phase !== 'proposed') return []; // ONE-4: a tie lapses after it was not put
    const tell = amendment.tell.plenary;
    const said = { amendmentId: known.id, voteId };
    if (!isCarried) return [tell.AmendmentRejected(said)];
    if (isIndicative) return [tell.AmendmentIndicated(said)]; // AMD-12
    return [tell.AmendmentAdopted(said), ...impliedRejections(plenary.amendment, known), amended(item, known)];
  }
  const { divisionId } = subject;
  const known = must(plenary.division.byId[divisionId], 'division');
  const tell = division.tell.plenary;
  if (subject.kind === 'division')
    return [isCarried ? tell.DivisionGranted({ divisionId }) : tell.DivisionRefused({ divisionId })];
  if (subject.kind === 'part') {
    const { partId } = subject;
    return [
      tell.PartDecided({ divisionId, partId, voteId, isApproved: isCarried }),
      ...afterPart(known, partId, isCarried),
    ];
  }
  if (!isCarried) return [tell.DivisionRejected({ divisionId })];
  if (isIndicative) return [tell.DivisionIndicated({ divisionId })]; // DIV-8
  return [tell.DivisionAdopted({ divisionId }), ...assembled(item, known)];
}
