import type { TabledItem } from '../board.ts';
import type { Comment } from '../comment.ts';
import type { Delegations } from '../delegation.ts';
import type { Division, DivisionPhase } from '../divisions/shape.ts';
import { divisionsOf } from '../divisions/standing.ts';
import { layOut } from '../draftLayout.ts';
import { votesOnItem } from '../itemVotes.ts';
import type { ItemId, RoomId } from '../kernel/ids.ts';
import { must } from '../kernel/must.ts';
import { type RegionalGroup, regionalGroups, stages } from '../kernel/words.ts';
import { sourcesOf } from '../lineageGraph.ts';
import { adoptedCall, callsOn } from '../noObjection.ts';
import type { Panel } from '../panel.ts';
import { convergence } from '../position.ts';
import type { Room } from '../room.ts';
import { isAdoptedBySilence, silencesOn } from '../silence/shape.ts';
import { enteredSponsorsOf, sponsorsOf } from '../sponsor.ts';
import type { ConsultationState } from '../state.ts';
import type { Vote } from '../vote.ts';
import { madeOutlines } from './motions.ts';
import type { CommentOutline, Horizon, ItemOutline, Outcome, PanelOutline } from './shape.ts';

type Plenary = ConsultationState['plenary'];

const horizons: readonly Horizon[] = ['short', 'medium', 'long', 'none'];
/** What was agreed comes first, what did not become part of the outcome last. */
export const outcomeOrder: readonly Outcome['as'][] = [
  'decided',
  'ready',
  'under-comment',
  'reported',
  'parked',
  'not-taken-up',
  'taken-back',
  'split',
  'merged',
];

/** The panels in order, each with every item that was ever reported to it, once. */
export function panelOutlines(plenary: Plenary): PanelOutline[] {
  return plenary.panel.order.map((id, at) => panelOutline(plenary, must(plenary.panel.byId[id], 'panel'), at + 1));
}

function panelOutline(plenary: Plenary, panel: Panel, number: number): PanelOutline {
  const items = Object.values(plenary.board.items).filter(({ panelId }) => panelId === panel.id);
  const groups = horizons.map((horizon) => ({
    horizon,
    items: inOrder(
      plenary,
      items.filter((item) => (item.current.fields.horizon ?? 'none') === horizon),
    ),
  }));
  let count = 0;
  const { id, title, section, step, questions, panelists } = panel;
  return {
    ...{ id, number, title, section, step, questions, panelists },
    horizons: groups
      .filter((group) => group.items.length > 0)
      .map(({ horizon, items: found }) => ({
        horizon,
        items: found.map((item) => itemOutline(plenary, item, `${number}.${++count}`)),
      })),
  };
}

/** By what became of them, then as the moderator has ordered the column, then by room; never by an id or a clock. */
function inOrder(plenary: Plenary, items: readonly TabledItem[]): TabledItem[] {
  const rank = (item: TabledItem) => outcomeOrder.indexOf(outcomeOf(plenary, item).as);
  const place = (item: TabledItem) => {
    const columns = plenary.board.columns[item.panelId];
    const at = columns ? stages.map((stage) => columns[stage].indexOf(item.id)).find((index) => index >= 0) : undefined;
    return at ?? Number.MAX_SAFE_INTEGER;
  };
  const room = (item: TabledItem) => plenary.room.byId[item.roomId]?.number ?? 0;
  return [...items].sort((a, b) => rank(a) - rank(b) || place(a) - place(b) || room(a) - room(b));
}

/** What became of an item, by what the bureau has done with it and by its last vote or adoption. */
function outcomeOf(plenary: Plenary, item: TabledItem): Outcome {
  if (item.gone) return { as: item.gone.as, into: item.gone.into }; // LIN-10
  if (item.disposition) return { ...item.disposition };
  if (item.isTakenBack) return { as: 'taken-back' };
  if (item.stage !== 'decided') return { as: item.stage };
  const divided = divisionsOf(plenary.division, item.id).findLast(
    (each) => each.phase in ofDivision && isOfText(item, each),
  );
  if (divided) return { as: 'decided', result: ofDivision[divided.phase] ?? 'without-vote' };
  const last = votesOnItem(plenary.vote, item.id).findLast(
    (vote) => vote.phase === 'declared' && vote.itemVersion === item.current.version,
  );
  const call = adoptedCall(plenary, item.id);
  if (call && (last === undefined || last.openedAt < call.calledAt))
    return { as: 'decided', result: call.terms.isIndicative ? 'no-objection' : 'adopted' };
  if (!last && isAdoptedBySilence(plenary.silence, item.id, item.current.version))
    return { as: 'decided', result: 'by-silence' };
  return { as: 'decided', result: last?.phase === 'declared' ? last.outcome.result : 'without-vote' };
}

/** What a division that has ended makes of its item. */
const ofDivision: Partial<Record<DivisionPhase, 'carried' | 'not-carried'>> = {
  ...{ adopted: 'carried', indicated: 'carried', rejected: 'not-carried', fallen: 'not-carried' },
};

/** REC-5: a division of a text that was reconsidered has decided nothing about the one that stands. */
function isOfText({ current }: TabledItem, { id, itemVersion }: Division): boolean {
  return itemVersion === current.version || current.amendedBy?.division === id;
}

function votesOn(plenary: Plenary, item: TabledItem): Vote[] {
  return plenary.vote.order
    .map((id) => must(plenary.vote.byId[id], 'vote'))
    .filter((vote) => vote.itemId === item.id && vote.phase !== 'withdrawn');
}

function itemOutline(plenary: Plenary, item: TabledItem, number: string): ItemOutline {
  const { current, earlier } = item;
  const room = must(plenary.room.byId[item.roomId], 'room of a reported item');
  const signals = plenary.position[item.id] ?? {};
  const answered = current.fields.paragraph ?? null;
  const isKnown = plenary.brief.paragraphs.some(({ id }) => id === answered);
  return {
    id: item.id,
    number,
    title: current.title,
    blocks: layOut(current.draft),
    fields: current.fields,
    paragraphId: isKnown ? answered : null,
    outcome: outcomeOf(plenary, item),
    sources: mergedInto(plenary, item.id).map(({ id, roomId }) => ({ id, room: roomNumbers(plenary, roomId) })),
    partOf: sourcesOf(plenary.board, item.id).find(({ gone }) => gone?.as === 'split')?.id ?? null,
    room: {
      id: room.id,
      ...roomNumbers(plenary, room.id),
      regions: regionsOf(plenary.delegation, room),
    },
    version: current.version,
    versions: earlier.length + 1,
    made: madeOutlines(plenary, item),
    brackets: current.brackets,
    waiver: current.waiver,
    comments: threads(plenary.comment.byItem[item.id] ?? []).map(commentOutline),
    positions: Object.keys(signals).length > 0 ? convergence(signals, plenary.delegation) : null,
    votes: votesOn(plenary, item).map(({ id }) => id),
    silences: silencesOn(plenary.silence, item.id).map(({ id }) => id),
    calls: callsOn(plenary, item.id).map(({ id }) => id),
    sponsors: [...sponsorsOf(plenary, item.id)],
    enteredSponsors: [...enteredSponsorsOf(plenary, item.id)],
  };
}

/** All that became part of an item, and of what became part of it. */
function mergedInto(plenary: Plenary, itemId: ItemId): TabledItem[] {
  const found = new Set<TabledItem>();
  const add = (id: ItemId) => {
    for (const source of sourcesOf(plenary.board, id)) if (source.gone?.as === 'merged') found.add(source);
  };
  add(itemId);
  // A set tells also what is added while it is told, and each once.
  for (const { id } of found) add(id);
  return [...found];
}

function roomNumbers(plenary: Plenary, roomId: RoomId): { round: number; number: number } {
  const room = must(plenary.room.byId[roomId], 'room of a reported item');
  return { round: plenary.seating.byId[room.roundId]?.number ?? 1, number: room.number };
}

function regionsOf(delegations: Delegations, room: Room): RegionalGroup[] {
  const present = new Set(
    room.members.map((id) => {
      const seatedIn = delegations.participants[id]?.delegationId;
      return seatedIn ? delegations.byId[seatedIn]?.regionalGroup : null;
    }),
  );
  return regionalGroups.filter((group) => present.has(group));
}

/** Replies stand under what they answer. */
function threads(comments: readonly Comment[]): Comment[] {
  return comments
    .filter(({ replyTo }) => replyTo === null)
    .flatMap((root) => [root, ...comments.filter(({ replyTo }) => replyTo === root.id)]);
}

function commentOutline(comment: Comment): CommentOutline {
  const { kind, delegationId, role, by, replyTo, passage, isAnswered, hidden, text } = comment;
  return {
    kind,
    // A panelist who also sits in a delegation speaks as a panelist: the comment is visibly one.
    speaker:
      role === 'panelist'
        ? { as: 'panelist', participantId: by }
        : delegationId === null
          ? { as: 'bureau' }
          : { as: 'delegation', delegationId },
    isReply: replyTo !== null,
    quote: hidden === null ? (passage?.quote ?? null) : null,
    isAnswered,
    text: hidden === null ? text : null,
    hidden,
  };
}
