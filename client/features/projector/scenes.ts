import type { Amendment } from '@shared/domain/amendments/shape.ts';
import { nextAmendment } from '@shared/domain/amendments/standing.ts';
import type { Division } from '@shared/domain/divisions/shape.ts';
import { isPending, pendingDivision } from '@shared/domain/divisions/standing.ts';
import type { ExplanationList } from '@shared/domain/explanation/shape.ts';
import type { ItemId, PanelId } from '@shared/domain/kernel/ids.ts';
import type { Call } from '@shared/domain/noObjection.ts';
import type { Room } from '@shared/domain/room.ts';
import { type Silence, silencesOn } from '@shared/domain/silence/shape.ts';
import type { Plenary } from '@shared/domain/state.ts';
import { runningVote, type Vote } from '@shared/domain/vote.ts';

/** What a projector can show: one thing at a time. */
export type SceneName = 'agenda' | 'item' | 'vote' | 'result' | 'rooms' | 'silence' | 'motion';

/** What is shown as long as it lasts, and is not chosen by hand. */
type PassingScene =
  | { name: 'call'; call: Call }
  | { name: 'speaker'; list: ExplanationList }
  | { name: 'motion'; motion: { division: Division } };

/** What is moved about an item and not yet put: a division, or the amendment that the chair puts next. */
type Motion = { division: Division } | { amendment: Amendment };

type DeclaredVote = Extract<Vote, { phase: 'declared' }>;

/** A scene with what it shows; a scene chosen by hand may have nothing to show. */
export type Scene =
  | { name: 'agenda' }
  | { name: 'item'; itemId: ItemId | null }
  | { name: 'vote'; vote: Vote | null }
  | { name: 'result'; vote: DeclaredVote | null }
  | { name: 'rooms'; rooms: Room[] }
  | { name: 'silence'; silence: Silence | null }
  | { name: 'motion'; motion: Motion | null }
  | PassingScene;

/** How long a declared result stays up while nothing else is shown. */
export const resultLastsMs = 10 * 60_000;

/**
 * What the hall should see now: a running vote, then the result that was just declared, then the item in the spotlight with
 * its deadline where it is under silence, its division or its next amendment where one is pending, then the clock of the rooms,
 * otherwise the agenda. A choice by hand goes before all of it.
 */
export function sceneOf(plenary: Plenary, panelId: PanelId, now: number, chosen: SceneName | null): Scene {
  const vote = voteOf(plenary, panelId);
  const result = latestResult(plenary, panelId);
  const itemId = plenary.board.spotlight[panelId] ?? null;
  const rooms = roomsInSession(plenary, panelId);
  const silence = silenceOf(plenary, itemId);
  if (chosen === 'agenda') return { name: 'agenda' };
  if (chosen === 'item') return { name: 'item', itemId };
  if (chosen === 'vote') return { name: 'vote', vote };
  if (chosen === 'result') return { name: 'result', vote: result };
  if (chosen === 'silence') return { name: 'silence', silence: silence ?? anySilence(plenary, panelId) };
  const motion = motionOn(plenary, panelId, itemId);
  if (chosen === 'motion') return { name: 'motion', motion: motion ?? anyDivision(plenary, panelId) };
  if (chosen === 'rooms') return { name: 'rooms', rooms };
  const passing = passingScene(plenary, panelId, now);
  if (passing && chosen === null) return passing;
  if (vote) return { name: 'vote', vote };
  const isFresh = result !== null && now - result.declaredAt < resultLastsMs;
  if (isFresh && (itemId === null || itemId === result.itemId)) return { name: 'result', vote: result };
  // An item in the spotlight is shown with its deadline while silence lasts.
  if (silence?.phase === 'under-silence') return { name: 'silence', silence };
  if (motion) return { name: 'motion', motion };
  if (itemId !== null) return { name: 'item', itemId };
  if (rooms.length > 0) return { name: 'rooms', rooms };
  return { name: 'agenda' };
}

function silenceOf({ silence }: Plenary, itemId: ItemId | null): Silence | null {
  return itemId === null ? null : (silencesOn(silence, itemId).at(-1) ?? null);
}

/** The newest procedure of a panel, one under silence before all others. */
function anySilence({ silence }: Plenary, panelId: PanelId): Silence | null {
  const known = Object.values(silence.byId).filter((each) => each.panelId === panelId);
  return known.findLast(({ phase }) => phase === 'under-silence') ?? known.at(-1) ?? null;
}

/** What is pending on an item that is being decided. */
function motionOn(plenary: Plenary, panelId: PanelId, itemId: ItemId | null): Motion | null {
  if (itemId === null || plenary.panel.byId[panelId]?.step !== 'deciding') return null;
  const division = pendingDivision(plenary.division, itemId);
  if (division) return { division };
  const amendment = nextAmendment(plenary.amendment, itemId);
  return amendment && { amendment };
}

/** A division that is pending on any item of a panel. */
function anyDivision({ division }: Plenary, panelId: PanelId): Motion | null {
  const pending = Object.values(division.byId).find((each) => each.panelId === panelId && isPending(each));
  return pending ? { division: pending } : null;
}

/** How long the end of a countdown stays up. */
const callLastsMs = 2 * 60_000;

/** A countdown that runs or has just ended, a division while objections are waited for, or who explains its vote. */
function passingScene(plenary: Plenary, panelId: PanelId, now: number): PassingScene | null {
  const { noObjection, explanation, division } = plenary;
  const waiting = Object.values(division.byId).find(
    (each) => each.panelId === panelId && each.phase === 'moved' && each.lapsesAt !== null,
  );
  if (waiting) return { name: 'motion', motion: { division: waiting } };
  const list = explanation.byId[explanation.speaking?.listId ?? ''];
  if (list?.panelId === panelId) return { name: 'speaker', list };
  const call = noObjection.byId[noObjection.order.at(-1) ?? ''];
  if (call?.panelId !== panelId) return null;
  return call.phase === 'running' || now - call.endedAt < callLastsMs ? { name: 'call', call } : null;
}

function voteOf(plenary: Plenary, panelId: PanelId): Vote | null {
  const running = runningVote(plenary.vote);
  return running?.panelId === panelId ? running : null;
}

/** The vote on a panel's items that was declared last. */
function latestResult({ vote }: Plenary, panelId: PanelId): DeclaredVote | null {
  const declared = Object.values(vote.byId).filter(
    (each): each is DeclaredVote => each.phase === 'declared' && each.panelId === panelId,
  );
  return declared.reduce<DeclaredVote | null>(
    (last, each) => (last && last.declaredAt > each.declaredAt ? last : each),
    null,
  );
}

/** The rooms of a panel that are at work, by number. */
function roomsInSession({ room }: Plenary, panelId: PanelId): Room[] {
  return Object.values(room.byId)
    .filter((each) => each.panelId === panelId && each.phase !== 'frozen')
    .sort((a, b) => a.number - b.number);
}

/** When a room's time ends, or how much of it is left where it stands still; a recall ends it sooner. */
export function deadlineOf(room: Room): { deadline: number | null; pausedMs: number | null } {
  if (room.phase === 'recalling') return { deadline: room.deadlineAt, pausedMs: null };
  if (room.clock.phase === 'paused') return { deadline: null, pausedMs: room.clock.remainingMs };
  return { deadline: room.clock.endsAt, pausedMs: null };
}

/** Whether all rooms go by the same clock, so that the hall needs only one. */
export function sharesClock(rooms: readonly Room[]): boolean {
  return new Set(rooms.map((room) => JSON.stringify([deadlineOf(room), room.phase]))).size === 1;
}
