import * as z from 'zod/mini';
import { nextVersion } from './amendments/apply.ts';
import { openAmendments } from './amendments/standing.ts';
import { standing, type TabledItem } from './board.ts';
import { profileOf } from './consultation.ts';
import { mayVote } from './delegation.ts';
import type { Division, DivisionPart, Divisions } from './divisions/shape.ts';
import { assembledText, isOperative, speakersASide } from './divisions/standing.ts';
import type { DraftText } from './draftText.ts';
import { votesAbout } from './itemVotes.ts';
import { DelegationId, DivisionId, ItemId, PanelId, PartId, VoteId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, type Refusal, refuse } from './kernel/slice.ts';
import { wasHeard } from './kernel/wasHeard.ts';
import { Instant } from './kernel/words.ts';
import { cutBrackets } from './lineage.ts';
import { divisionProcedure } from './procedures/division.ts';
import { leads } from './procedures/procedure.ts';
import { settledRefusal } from './standingDecision.ts';
import type { Plenary } from './state.ts';
import { isUnderDecision } from './underDecision.ts';

const Places = z.array(z.int().check(z.minimum(0), z.maximum(1_999))).check(z.minLength(1), z.maxLength(2_000));
const Side = z.enum(['for', 'against']);
const Part = z.strictObject({ id: PartId, blocks: Places, isRest: z.boolean() });

/** Voting on parts of a proposal separately: the motion, its parts, what is left of them as a whole (rules 89 and 129). */
export const division = defineSlice({
  name: 'division',
  commands: {
    /** The parts that are to be voted on separately, by paragraphs counted from 0; what is not named is one more part. */
    move: z.strictObject({
      itemId: ItemId,
      version: z.int().check(z.minimum(1)),
      parts: z.array(Places).check(z.minLength(1), z.maxLength(50)),
    }),
    call: z.strictObject({ divisionId: DivisionId, seconds: z.int().check(z.minimum(5), z.maximum(3_600)) }),
    object: z.strictObject({ divisionId: DivisionId }),
    grant: z.strictObject({ divisionId: DivisionId }),
    lapse: z.strictObject({ divisionId: DivisionId }),
    callSpeaker: z.strictObject({ divisionId: DivisionId, delegationId: DelegationId, side: Side }),
    markOperative: z.strictObject({ divisionId: DivisionId, blocks: Places }),
    withdraw: z.strictObject({ divisionId: DivisionId }),
    takeOver: z.strictObject({ divisionId: DivisionId }),
  },
  events: {
    plenary: {
      DivisionMoved: z.strictObject({
        ...{ divisionId: DivisionId, itemId: ItemId, panelId: PanelId, itemVersion: z.int(), movedBy: DelegationId },
        parts: z.array(Part),
      }),
      DivisionCalled: z.strictObject({ divisionId: DivisionId, lapsesAt: Instant }),
      CountdownInterrupted: z.strictObject({ divisionId: DivisionId }),
      DivisionObjected: z.strictObject({ divisionId: DivisionId, delegationId: DelegationId }),
      DivisionGranted: z.strictObject({ divisionId: DivisionId }),
      DivisionRefused: z.strictObject({ divisionId: DivisionId }),
      SpeakerCalled: z.strictObject({ divisionId: DivisionId, delegationId: DelegationId, side: Side }),
      OperativeMarked: z.strictObject({ divisionId: DivisionId, preambular: z.array(z.int()) }),
      DivisionWithdrawn: z.strictObject({ divisionId: DivisionId }),
      PartDecided: z.strictObject({ divisionId: DivisionId, partId: PartId, voteId: VoteId, isApproved: z.boolean() }),
      PartsAssembled: z.strictObject({ divisionId: DivisionId }),
      ProposalFell: z.strictObject({ divisionId: DivisionId }),
      DivisionAdopted: z.strictObject({ divisionId: DivisionId }),
      DivisionIndicated: z.strictObject({ divisionId: DivisionId }),
      DivisionRejected: z.strictObject({ divisionId: DivisionId }),
    },
  },
  decide: {
    move({ plenary }, { itemId, version, parts }, { actor, newId }, tell) {
      const movedBy = actor.kind === 'system' ? null : actor.delegationId;
      if (movedBy === null || plenary.delegation.byId[movedBy]?.kind !== 'member-state')
        return refuse('motion.not-entitled'); // DIV-1
      const item = divisible(plenary, itemId);
      if ('refused' in item) return item;
      if (version !== item.current.version) return refuse('motion.other-version', { version: item.current.version });
      const cut = partsOf(item.current.draft, parts);
      if ('refused' in cut) return cut;
      const facts = { itemId, panelId: item.panelId, itemVersion: version, movedBy };
      return [tell.plenary.DivisionMoved({ divisionId: newId(), ...facts, parts: cut })];
    },
    call({ plenary }, { divisionId, seconds }, { now }, tell) {
      const known = at(plenary, divisionId, 'call');
      if ('refused' in known) return known;
      if (known.lapsesAt !== null) return refuse('division.countdown-runs'); // DIV-3
      return [tell.plenary.DivisionCalled({ divisionId, lapsesAt: now + seconds * 1_000 })];
    },
    object({ plenary }, { divisionId }, { actor, now }, tell) {
      if (actor.kind === 'system' || actor.delegationId === null || !mayVote(plenary.delegation, actor.delegationId))
        return refuse('motion.not-entitled');
      const known = at(plenary, divisionId, 'object');
      if ('refused' in known) return known;
      if (known.lapsesAt !== null && now > known.lapsesAt) return refuse('division.too-late'); // DIV-3
      return [tell.plenary.DivisionObjected({ divisionId, delegationId: actor.delegationId })];
    },
    grant({ plenary }, { divisionId }, _context, tell) {
      const known = at(plenary, divisionId, 'grant');
      if ('refused' in known) return known;
      if (known.lapsesAt !== null) return refuse('division.countdown-runs'); // DIV-3
      return [tell.plenary.DivisionGranted({ divisionId })];
    },
    lapse({ plenary }, { divisionId }, context, tell) {
      const known = at(plenary, divisionId, 'lapse');
      if ('refused' in known) return known;
      const { calledAt = 0, lapsesAt } = known;
      if (lapsesAt === null || context.now <= lapsesAt) return refuse('division.not-due');
      return wasHeard({ from: calledAt, to: lapsesAt }, context)
        ? [tell.plenary.DivisionGranted({ divisionId })]
        : [tell.plenary.CountdownInterrupted({ divisionId })]; // DIV-11
    },
    callSpeaker({ plenary }, { divisionId, delegationId, side }, _context, tell) {
      const known = at(plenary, divisionId, 'callSpeaker');
      if ('refused' in known) return known;
      if (plenary.delegation.byId[delegationId]?.kind !== 'member-state') return refuse('motion.not-entitled');
      if (isVotedOn(plenary, known, 'division')) return refuse('motion.voting-has-begun');
      if (known.speakers.some((each) => each.delegationId === delegationId)) return refuse('division.has-spoken');
      const spoken = known.speakers.filter((each) => each.side === side).length;
      if (spoken >= speakersASide) return refuse('division.no-slot', { side }); // DIV-4
      return [tell.plenary.SpeakerCalled({ divisionId, delegationId, side })];
    },
    markOperative({ plenary }, { divisionId, blocks }, _context, tell) {
      const known = at(plenary, divisionId, 'markOperative');
      if ('refused' in known) return known;
      if (isVotedOn(plenary, known, 'part')) return refuse('motion.voting-has-begun');
      const all = known.parts.flatMap((part) => part.blocks).sort((a, b) => a - b);
      const wrong = blocks.filter((place) => !all.includes(place)).map((place) => place + 1);
      if (wrong.length > 0) return refuse('motion.paragraphs-unclear', { paragraphs: wrong });
      return [tell.plenary.OperativeMarked({ divisionId, preambular: all.filter((place) => !blocks.includes(place)) })];
    },
    withdraw({ plenary }, { divisionId }, { actor }, tell) {
      const known = at(plenary, divisionId, 'withdraw');
      if ('refused' in known) return known;
      if (actor.kind === 'participant' && actor.role === 'delegate' && actor.delegationId !== known.movedBy)
        return refuse('division.not-the-mover');
      if (isVotedOn(plenary, known, 'part', 'division')) return refuse('motion.voting-has-begun'); // DIV-9
      return [tell.plenary.DivisionWithdrawn({ divisionId })];
    },
    takeOver({ plenary }, { divisionId }, _context, tell) {
      const known = at(plenary, divisionId, 'takeOver');
      if ('refused' in known) return known;
      const item = standing(plenary.board, known.itemId);
      if ('refused' in item) return item;
      if (isUnderDecision(plenary, item.id)) return refuse('board.under-vote');
      if (item.current.version !== known.itemVersion)
        return refuse('motion.other-version', { version: item.current.version });
      return [tell.plenary.DivisionAdopted({ divisionId }), ...assembled(item, known)];
    },
  },
  evolve: {
    plenary: {
      DivisionMoved(divisions, { divisionId: id, ...facts }) {
        divisions.byId[id] = {
          ...{ id, ...facts, preambular: [], phase: 'moved', lapsesAt: null },
          ...{ objectedBy: [], speakers: [], results: {} },
        };
        divisions.order.push(id);
      },
      DivisionCalled(divisions, { divisionId, lapsesAt }, { at: calledAt }) {
        Object.assign(of(divisions, divisionId), { lapsesAt, calledAt, isInterrupted: false });
      },
      CountdownInterrupted(divisions, { divisionId }) {
        Object.assign(of(divisions, divisionId), { lapsesAt: null, isInterrupted: true });
      },
      DivisionObjected(divisions, { divisionId, delegationId }) {
        const known = of(divisions, divisionId);
        known.objectedBy.push(delegationId);
        Object.assign(known, { phase: 'objected', lapsesAt: null });
      },
      DivisionGranted(divisions, { divisionId }) {
        Object.assign(of(divisions, divisionId), { phase: 'parts', lapsesAt: null });
      },
      DivisionRefused(divisions, { divisionId }) {
        of(divisions, divisionId).phase = 'refused';
      },
      SpeakerCalled(divisions, { divisionId, ...speaker }) {
        of(divisions, divisionId).speakers.push(speaker);
      },
      OperativeMarked(divisions, { divisionId, preambular }) {
        of(divisions, divisionId).preambular = preambular;
      },
      DivisionWithdrawn(divisions, { divisionId }) {
        Object.assign(of(divisions, divisionId), { phase: 'withdrawn', lapsesAt: null });
      },
      PartDecided(divisions, { divisionId, partId, voteId, isApproved }) {
        of(divisions, divisionId).results[partId] = { isApproved, voteId };
      },
      PartsAssembled(divisions, { divisionId }) {
        of(divisions, divisionId).phase = 'whole';
      },
      ProposalFell(divisions, { divisionId }) {
        of(divisions, divisionId).phase = 'fallen';
      },
      DivisionAdopted(divisions, { divisionId }) {
        of(divisions, divisionId).phase = 'adopted';
      },
      DivisionIndicated(divisions, { divisionId }) {
        of(divisions, divisionId).phase = 'indicated';
      },
      DivisionRejected(divisions, { divisionId }) {
        of(divisions, divisionId).phase = 'rejected';
      },
    },
  },
});

function of(divisions: Divisions, divisionId: DivisionId): Division {
  return must(divisions.byId[divisionId], 'division');
}

type Act = (typeof divisionProcedure)['moves'][number]['act'];

/** A division that an act may be done to now, or why not. */
function at(plenary: Plenary, divisionId: DivisionId, act: Act): Division | Refusal {
  const known = plenary.division.byId[divisionId];
  if (!known) return refuse('motion.unknown');
  return leads(divisionProcedure, known.phase, act) ? known : refuse('division.not-now');
}

/** Whether a vote on the motion, or on a part, has been opened. */
function isVotedOn({ vote }: Plenary, { id, itemId }: Division, ...kinds: ('division' | 'part')[]): boolean {
  return votesAbout(vote, itemId).some(
    ({ subject }) =>
      'divisionId' in subject && subject.divisionId === id && kinds.some((kind) => kind === subject.kind),
  );
}

/** DIV-1: an item that can be divided now, or why not. */
function divisible(plenary: Plenary, itemId: ItemId): TabledItem | Refusal {
  if (!profileOf(plenary.consultation).procedures.includes('vote')) return refuse('division.no-votes');
  const item = standing(plenary.board, itemId);
  if ('refused' in item) return item;
  if (item.disposition) return refuse('board.disposed');
  if (item.stage !== 'ready') return refuse('vote.item-not-ready');
  const known = Object.values(plenary.division.byId).filter((each) => each.itemId === itemId);
  if (known.some(({ phase }) => leads(divisionProcedure, phase, 'withdraw') || phase === 'whole'))
    return refuse('division.pending');
  if (isUnderDecision(plenary, itemId)) return refuse('board.under-vote');
  const settled = settledRefusal(plenary, item);
  if (settled) return settled;
  // DIV-4: what was refused is not moved again on the same text.
  if (known.some(({ phase, itemVersion }) => phase === 'refused' && itemVersion === item.current.version))
    return refuse('division.was-refused');
  const open = openAmendments(plenary.amendment, itemId).length;
  return open > 0 ? refuse('amendment.undecided', { n: open }) : item;
}

/** DIV-2: the parts in the order of the text, what was not named as the last of them by its first paragraph; or what is wrong. */
function partsOf(draft: DraftText, named: readonly (readonly number[])[]): DivisionPart[] | Refusal {
  const places = named.flat();
  const all = draft.blocks.map((_, place) => place);
  const wrong = places.filter((place, index) => !all.includes(place) || places.indexOf(place) !== index);
  if (wrong.length > 0) return refuse('motion.paragraphs-unclear', { paragraphs: wrong.map((place) => place + 1) });
  const rest = all.filter((place) => !places.includes(place));
  const groups = [
    ...named.map((blocks) => ({ blocks: [...blocks].sort((a, b) => a - b), isRest: false })),
    ...(rest.length > 0 ? [{ blocks: rest, isRest: true }] : []),
  ];
  if (groups.length < 2) return refuse('division.one-part');
  const cut = cutBrackets(
    draft,
    groups.map(({ blocks }) => blocks),
  );
  if (cut.length > 0) return refuse('lineage.brackets-cut', { brackets: cut.map(({ words }) => words) });
  return groups
    .sort((a, b) => (a.blocks[0] ?? 0) - (b.blocks[0] ?? 0))
    .map((part, index) => ({ id: `${index + 1}`, ...part }));
}

/** DIV-6, DIV-7: what follows when a part has been decided: the next one, the final vote, or the end of the whole. */
export function afterPart(known: Division, partId: PartId, isApproved: boolean) {
  const isKept = ({ id }: DivisionPart) => (id === partId ? isApproved : known.results[id]?.isApproved === true);
  if (known.parts.some(({ id }) => id !== partId && !known.results[id])) return [];
  const isAlive = known.parts.some((part) => isOperative(known, part) && isKept(part));
  const { PartsAssembled, ProposalFell } = division.tell.plenary;
  return [isAlive ? PartsAssembled({ divisionId: known.id }) : ProposalFell({ divisionId: known.id })];
}

/** DIV-7: the next version of the item without the parts that were rejected; none where nothing was taken out. */
export function assembled(item: TabledItem, known: Division) {
  if (known.parts.every(({ id }) => known.results[id]?.isApproved)) return [];
  const draft = assembledText(known, item.current.draft);
  return [nextVersion(item, draft, { amendments: [], division: known.id })];
}
