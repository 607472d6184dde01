import type { Change } from '@shared/domain/amendments/changes.ts';
import { openAmendments } from '@shared/domain/amendments/standing.ts';
import { nextPart } from '@shared/domain/divisions/standing.ts';
import type { Majority } from '@shared/domain/majority.ts';
import type { Subject } from '@shared/domain/motion.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { decisionOn } from '@shared/domain/standingDecision.ts';
import { id, may, one, tabled, type Wild, words } from './wild.ts';

type MotionCommand = Extract<CommandName, `amendment.${string}` | `division.${string}`>;

const amendable = (w: Wild) => {
  const known = Object.keys(w.state.plenary.amendment.order);
  return known.length > 0 && may(w) ? id(w, known) : tabled(w);
};
const amendmentId = (w: Wild, phase = 'proposed') => {
  const known = Object.values(w.state.plenary.amendment.byId);
  const wanted = known.filter((each) => each.phase === phase || may(w, 9));
  return id(
    w,
    (wanted.length > 0 ? wanted : known).map((each) => each.id),
  );
};
const divisionId = (w: Wild) => id(w, w.state.plenary.division.order.slice(-2));
const version = (w: Wild, itemId: string) =>
  (w.state.plenary.board.items[itemId]?.current.version ?? 1) + (may(w, 12) ? 1 : 0);

/** Something that a delegation might want to change: it mostly adds, for what it takes out is soon a new proposal. */
function change(w: Wild, itemId: string): Change {
  const count = w.state.plenary.board.items[itemId]?.current.draft.blocks.length ?? 1;
  const block = w.chance.below(count + (may(w, 9) ? 1 : 0));
  if (may(w, 3)) return { as: 'add', after: block - 1, text: words(w) };
  if (may(w, 4)) return { as: 'delete', block };
  const runs = w.state.plenary.board.items[itemId]?.current.draft.blocks[block]?.runs ?? [];
  return { as: 'revise', block, text: `${runs.map(({ text }) => text).join('')} ${words(w)}`.trim() };
}

/** What delegations and the chair might ask for about amendments and divisions at random. */
export const wildAmendments: { [C in MotionCommand]: (w: Wild) => CommandData<C> } = {
  'amendment.propose': (w) => {
    const itemId = amendable(w);
    return { itemId, version: version(w, itemId), changes: [change(w, itemId)], rationale: words(w) };
  },
  'amendment.restate': (w) => {
    const known = amendmentId(w);
    const itemId = w.state.plenary.amendment.byId[known]?.itemId ?? '';
    return { amendmentId: known, version: version(w, itemId), changes: [change(w, itemId)] };
  },
  'amendment.join': (w) => ({ amendmentId: amendmentId(w) }),
  'amendment.leave': (w) => ({ amendmentId: amendmentId(w) }),
  'amendment.withdraw': (w) => ({ amendmentId: amendmentId(w) }),
  'amendment.takeUp': (w) => ({ amendmentId: amendmentId(w, 'withdrawn') }),
  'amendment.accept': (w) => ({ amendmentId: amendmentId(w) }),
  'amendment.takeOver': (w) => ({ amendmentId: amendmentId(w, 'indicated') }),
  'amendment.arrange': (w) => {
    const itemId = id(w, Object.keys(w.state.plenary.amendment.order));
    const open = (w.state.plenary.amendment.order[itemId] ?? []).filter(
      (each) => w.state.plenary.amendment.byId[each]?.phase === 'proposed',
    );
    return { itemId, amendmentIds: w.chance.shuffle(open).slice(may(w, 9) ? 1 : 0) };
  },
  'amendment.relate': (w) => ({ amendmentId: amendmentId(w), rejects: amendmentId(w), isImplied: !may(w, 4) }),
  'amendment.ruleNotPut': (w) => ({
    amendmentId: amendmentId(w),
    because: amendmentId(w, may(w) ? 'adopted' : 'accepted'),
  }),
  'division.move': (w) => {
    const itemId = amendable(w);
    const count = w.state.plenary.board.items[itemId]?.current.draft.blocks.length ?? 1;
    return { itemId, version: version(w, itemId), parts: [[w.chance.below(count + (may(w, 9) ? 1 : 0))]] };
  },
  'division.call': (w) => ({ divisionId: divisionId(w), seconds: 5 }),
  'division.object': (w) => ({ divisionId: divisionId(w) }),
  'division.grant': (w) => ({ divisionId: divisionId(w) }),
  'division.lapse': (w) => ({ divisionId: divisionId(w) }),
  'division.callSpeaker': (w) => ({
    divisionId: divisionId(w),
    delegationId: id(w, Object.keys(w.state.plenary.delegation.byId)),
    side: may(w) ? 'for' : 'against',
  }),
  'division.markOperative': (w) => ({ divisionId: divisionId(w), blocks: [w.chance.below(3)] }),
  'division.withdraw': (w) => ({ divisionId: divisionId(w) }),
  'division.takeOver': (w) => ({
    divisionId: one(w.chance, [divisionId(w), ...w.state.plenary.division.order]),
  }),
};

/** That something which is decided be reconsidered, mostly by two thirds; null where nothing is. */
function wildReconsideration(w: Wild): { itemId: string; subject: Subject; majority: Majority } | null {
  const { board, delegation } = w.state.plenary;
  const decided = Object.values(board.items).filter((item) => decisionOn(w.state.plenary, item) !== 'none');
  if (decided.length === 0) return null;
  const movedBy = may(w) ? { movedBy: id(w, Object.keys(delegation.byId)) } : {};
  return {
    itemId: one(w.chance, decided).id,
    majority: may(w, 9) ? 'simple' : 'two-thirds',
    subject: { kind: 'reconsideration', ...movedBy },
  };
}

/** Something besides an item that may be put to a vote: mostly what is next. */
export function wildSubject(w: Wild): { itemId: string; subject: Subject; majority?: Majority } | null {
  const { amendment, division } = w.state.plenary;
  const again = may(w, 3) ? wildReconsideration(w) : null;
  if (again) return again;
  const known = division.byId[division.order.at(-1) ?? ''];
  if (known && may(w)) {
    const { itemId, id: divisionId } = known;
    if (known.phase === 'objected') return { itemId, subject: { kind: 'division', divisionId } };
    if (known.phase === 'whole') return { itemId, subject: { kind: 'whole', divisionId } };
    if (known.phase === 'parts')
      return { itemId, subject: { kind: 'part', divisionId, partId: nextPart(known)?.id ?? '1' } };
  }
  const items = Object.keys(amendment.order);
  const itemId = items.length === 0 ? null : one(w.chance, items);
  const next = itemId && openAmendments(amendment, itemId)[0];
  return itemId && next ? { itemId, subject: { kind: 'amendment', amendmentId: next.id } } : null;
}

/** The commands about amendments and divisions. */
export const motionCommands = Object.keys(wildAmendments) as MotionCommand[];
