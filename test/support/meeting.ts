/** Takes the small consultation through its steps, as its people would. */
import { must } from '@shared/domain/kernel/must.ts';
import type { Step } from '@shared/domain/kernel/words.ts';
import { roomsOf } from '@shared/domain/room.ts';
import type { CommandData } from '@shared/domain/rulebook.ts';
import { vi } from 'vitest';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import { replica } from './draftRoom.ts';
import { act } from './startHouse.ts';

export const panelId = 'panel-1';
const patience = { timeout: 20_000, interval: 10 };

export async function goTo(live: LiveConsultation, ...way: Step[]): Promise<void> {
  for (const step of way) await act(live, 'mod', 'panel.goTo', { panelId, step });
}

/** Forms and opens rooms; answers them by number. */
export async function openRooms(live: LiveConsultation, rooms = 2) {
  await goTo(live, 'breakout');
  await act(live, 'mod', 'seating.propose', {
    ...{ panelId, question: 'What can start now?', attribution: 'delegation', rooms, seed: 'a seed', pins: [] },
    people: 'invited',
  });
  const { roundId } = must(Object.values(live.host.state().bureau.seating)[0], 'proposal');
  await act(live, 'mod', 'seating.open', { roundId, seconds: 3_600, override: true });
  return { roundId, rooms: roomsOf(live.host.state().plenary.room, roundId) };
}

/** Drafts an item in a room, words and all; answers its id. */
export async function draft(live: LiveConsultation, roomId: string, title: string): Promise<string> {
  const by = must(live.host.state().plenary.room.byId[roomId]?.members[0], 'member');
  await act(live, by, 'actionItem.start', { roomId, title });
  const itemId = must(live.host.state().room[roomId]?.actionItem.order.at(-1), 'item');
  const answer = await live.drafts.update(by, { itemId, epoch: 1, update: replica().write(`${title}, in words.`) });
  if (!answer.ok) throw new Error(answer.code);
  return itemId;
}

/** Recalls rooms at once and waits until the program has frozen them. */
async function freeze(live: LiveConsultation, roomIds: string[]): Promise<void> {
  await act(live, 'mod', 'room.recall', { roomIds, seconds: 0 });
  const isFrozen = () => roomIds.every((id) => live.host.state().plenary.room.byId[id]?.phase === 'frozen');
  await vi.waitFor(() => must(isFrozen() || null, 'frozen rooms'), patience);
}

/** An item reported, staged and put to a vote that is open; answers the vote and the item. */
export async function openVote(
  live: LiveConsultation,
  terms: Partial<CommandData<'vote.open'>> = {},
): Promise<{ voteId: string; itemId: string; roomIds: string[] }> {
  const { rooms } = await openRooms(live);
  const room = must(rooms[0], 'room');
  const itemId = await draft(live, room.id, 'One desk');
  await act(live, 'mod', 'room.handOver', {
    roomId: room.id,
    duty: 'rapporteur',
    participantId: must(room.members[0], 'member'),
  });
  const waiver = 'To be completed.';
  await act(live, must(room.members[0], 'member'), 'actionItem.report', { roomId: room.id, itemId, waiver });
  const roomIds = rooms.map(({ id }) => id);
  await freeze(live, roomIds);
  await goTo(live, 'reporting', 'commenting');
  await act(live, 'mod', 'board.stage', { itemId, stage: 'ready', before: null });
  await goTo(live, 'deciding');
  await act(live, 'mod', 'vote.open', { itemId, majority: 'simple', present: null, ...terms });
  return { voteId: must(live.host.state().plenary.vote.order.at(-1), 'vote'), itemId, roomIds };
}
