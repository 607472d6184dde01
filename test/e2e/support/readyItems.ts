import { must } from '@shared/domain/kernel/must.ts';
import { writeDraft } from '@shared/draft/draftDoc.ts';
import type { Bot } from '../../../server/rehearsal/bot.ts';
import { write } from '../../../server/rehearsal/drafting.ts';

/** What an item says. */
export interface ItemWords {
  title: string;
  paragraphs: readonly string[];
}

/** Drafts the items in one room, reports them, and takes the panel to its deciding. */
export async function readyItems(
  bureau: Bot,
  bots: readonly Bot[],
  panelId: string,
  items: readonly ItemWords[],
): Promise<string[]> {
  const people = bots.map(({ you }) => you.participantId);
  const rapporteur = must(bots[0], 'rapporteur');
  const question = must(bureau.state().plenary.panel.byId[panelId]?.questions[0], 'question');
  await bureau.act('panel.goLive', { panelId });
  await bureau.act('panel.goTo', { panelId, step: 'breakout' });
  await bureau.act('seating.propose', {
    ...{ panelId, question, attribution: 'delegation', rooms: 1, seed: 'chamber', people, pins: [] },
  });
  await bureau.until((state) => Object.keys(state.bureau.seating).length > 0);
  const { roundId } = must(Object.values(bureau.state().bureau.seating)[0], 'proposal');
  await bureau.act('seating.open', { roundId, seconds: 3_600, override: true });
  await bureau.until(({ plenary }) => Object.keys(plenary.room.byId).length > 0);
  const { id: roomId } = must(Object.values(bureau.state().plenary.room.byId)[0], 'room');
  await bureau.act('room.handOver', { roomId, duty: 'rapporteur', participantId: rapporteur.you.participantId });
  await rapporteur.until(({ plenary }) => plenary.room.byId[roomId]?.rapporteur === rapporteur.you.participantId);
  for (const [at, { title, paragraphs }] of items.entries()) {
    await rapporteur.act('actionItem.start', { roomId, title });
    await rapporteur.until((state) => state.room[roomId]?.actionItem.order.length === at + 1);
    const itemId = must(rapporteur.state().room[roomId]?.actionItem.order.at(-1), 'item');
    const blocks = paragraphs.map((text) => ({ kind: 'paragraph' as const, level: 0, runs: [{ text }] }));
    await write(rapporteur, itemId, (doc) => writeDraft(doc, { blocks }));
    await rapporteur.act('actionItem.report', {
      roomId,
      itemId,
      waiver: 'The plenary decides what is to be done first.',
    });
  }
  const itemIds = [...must(rapporteur.state().room[roomId], 'room').actionItem.order];
  await bureau.act('room.recall', { roomIds: [roomId], seconds: 0 });
  await bureau.until(({ plenary }) => plenary.room.byId[roomId]?.phase === 'frozen');
  for (const step of ['reporting', 'commenting'] as const) await bureau.act('panel.goTo', { panelId, step });
  for (const itemId of itemIds) await bureau.act('board.stage', { itemId, stage: 'ready', before: null });
  await bureau.act('panel.goTo', { panelId, step: 'deciding' });
  return itemIds;
}
