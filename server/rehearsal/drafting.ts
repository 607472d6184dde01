/** How bots write: a recommendation of June 2017 typed by one member, a bracket put in by another, over the same channel as an editor. */
import type { MeetingDraft } from '@shared/data/sampleConsultation.ts';
import type { Block, DraftText, Run } from '@shared/domain/draftText.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { appendBlocks, writeDraft } from '@shared/draft/draftDoc.ts';
import { textOf } from '@shared/draft/draftShape.ts';
import { anchorAt } from '@shared/draft/placing.ts';
import * as Y from 'yjs';
import type { Bot } from './bot.ts';

/** Opens a draft, changes it, and waits until every change is durable. */
export async function write(bot: Bot, itemId: string, change: (doc: Y.Doc) => void): Promise<void> {
  const doc = new Y.Doc();
  const opened = await bot.request('draft:open', { itemId, epoch: null, vector: Y.encodeStateVector(doc) });
  if (!opened.ok) throw new Error(`draft:open: ${opened.code}`);
  Y.applyUpdate(doc, opened.update);
  const before = Y.encodeStateVector(doc);
  change(doc);
  for (;;) {
    const update = Y.encodeStateAsUpdate(doc, before);
    const stored = await bot.request('draft:update', { itemId, epoch: opened.epoch, update });
    if (stored.ok) break;
    if (stored.code !== 'RATE_LIMITED') throw new Error(`draft:update: ${stored.code}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await bot.request('draft:close', { itemId });
  doc.destroy();
}

/** Writes the whole of a recommendation, its footnotes at their places. */
export function writeMaterial(material: MeetingDraft): (doc: Y.Doc) => void {
  return (doc) => writeDraft(doc, draftOf(material));
}

/** Adds a closing sentence, whose last words one's delegation then puts in brackets, to be convinced. */
export async function writeReservation(bot: Bot, roomId: string, itemId: string, sentence: string): Promise<void> {
  let place = { from: '', to: '' };
  await write(bot, itemId, (doc) => {
    appendBlocks(doc, [{ kind: 'paragraph', level: 0, runs: [{ text: sentence }] }]);
    const start = textOf(doc).length - sentence.length;
    const from = start + sentence.lastIndexOf(',') + 2;
    place = { from: anchorAt(doc, from, 'after'), to: anchorAt(doc, start + sentence.length - 1, 'before') };
  });
  await bot.act('bracket.open', { roomId, itemId, kind: 'doubt', ...place });
}

function draftOf({ text, subItems, footnotes }: MeetingDraft): DraftText {
  const runs: Run[] = [];
  let from = 0;
  for (const { at, text: note } of [...footnotes].sort((a, b) => a.at - b.at)) {
    if (at > from) runs.push({ text: text.slice(from, at) });
    runs.push({ text: '', note });
    from = at;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  const list = subItems.map((entry): Block => ({ kind: 'bullet', level: 0, runs: [{ text: entry }] }));
  return { blocks: [{ kind: 'paragraph', level: 0, runs: must(runs.length > 0 ? runs : null, 'words') }, ...list] };
}
