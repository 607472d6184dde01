/** Typists who type at a steady rate, and everybody in their rooms who waits for each letter. */

import { emptyDraft, textOf } from '@shared/draft/draftShape.ts';
import { Decoder } from '@shared/protocol/parser.ts';
import type * as Y from 'yjs';
import { kinds } from './bareFrames.ts';
import { quantile } from './figures.ts';
import { ask, isOk, kindOf, type Line } from './lines.ts';
import type { Group } from './load.process.ts';

export interface TypingOrder {
  typistsPerRoom: number;
  /** Edits a second of each typist. */
  rate: number;
  seconds: number;
  hasCarets: boolean;
}

/** What came of it. */
export interface Typed {
  edits: number;
  refused: number;
  deliveries: number;
  expected: number;
  editsPerSecond: number;
  p50: number;
  p99: number;
  bytesPerDelivery: number;
  framesPerDelivery: number;
  /** How late the last letters were sent: more than a little means that the load, not the server, was full. */
  loadLateMs: number;
}

interface Edit {
  at: number;
  line: Line;
  room: number;
  key: string;
  frames: Buffer[];
}

const typists = new WeakMap<Line, { doc: Y.Doc; text: Y.Text; updates: Uint8Array[] }>();
const plans = new WeakMap<Group, Edit[]>();
const farewellMs = 3_000;
const settleMs = 300;

const keyOf = (update: Uint8Array) => Buffer.from(update.buffer, update.byteOffset, update.length).toString('latin1');

/** A typist writes letters into a paragraph of their own, as a replica that has heard nothing of the others would. */
function letters(line: Line, count: number): Uint8Array[] {
  let typist = typists.get(line);
  if (!typist) {
    const doc = emptyDraft();
    const text = textOf(doc);
    typist = { doc, text, updates: [] };
    const { updates } = typist;
    doc.on('update', (update: Uint8Array) => updates.push(update));
    typists.set(line, typist);
  }
  const before = typist.updates.length;
  for (let typed = before; typed < count; typed += 1)
    typist.text.insert(typist.text.length, 'abcde fghij klmno'.charAt(typed % 17));
  return typist.updates.splice(0, count);
}

/** Writes down every letter with its moment beforehand, so that the measured time holds nothing but sending and hearing. */
export function prepareTyping(group: Group, { typistsPerRoom, rate, seconds, hasCarets }: TypingOrder): void {
  const plan: Edit[] = [];
  const perTypist = Math.round(rate * seconds);
  for (let room = 0; room < group.scene.drafts.length; room += 1) {
    const members = group.lines.filter((line) => line.room === room).slice(0, typistsPerRoom);
    for (const [place, line] of members.entries()) {
      const phase = (place / members.length + room / group.scene.drafts.length) % 1;
      for (const [turn, update] of letters(line, perTypist).entries()) {
        const frames = framesOf(group, line, update, hasCarets);
        plan.push({ at: ((turn + phase) / rate) * 1_000, line, room, key: keyOf(update), frames });
      }
    }
  }
  plans.set(
    group,
    plan.sort((a, b) => a.at - b.at),
  );
}

function framesOf({ isBare, scene }: Group, line: Line, update: Uint8Array, hasCarets: boolean): Buffer[] {
  const caret = Buffer.alloc(16, update.at(-1));
  if (isBare) {
    const edit = Buffer.concat([Buffer.from([kinds.edit]), update]);
    return hasCarets ? [edit, Buffer.concat([Buffer.from([kinds.caret]), caret])] : [edit];
  }
  const itemId = scene.drafts[line.room]?.itemId;
  const edit = ask(line, 'draft:update', { itemId, epoch: 1, update });
  return hasCarets ? [edit, ask(line, 'draft:caret', { itemId, caret })] : [edit];
}

/** The frames of a room are the same for all its members and come in the same order: each is read once. */
interface Heard {
  readers: number;
  sentAt: Map<string, number>;
  frames: number[][];
}

function updatesIn(isBare: boolean, data: Buffer): Uint8Array[] {
  if (isBare) return [data.subarray(1)];
  const decoder = new Decoder();
  let updates: Uint8Array[] = [];
  decoder.on('decoded', ({ data: content }) => {
    updates = (content as [string, { updates: Uint8Array[] }])[1].updates;
  });
  decoder.add(Uint8Array.from(data));
  return updates;
}

/** Plays the plan and measures when each letter was on each screen. */
export async function type(group: Group): Promise<Typed> {
  const plan = plans.get(group) ?? [];
  const delays: number[] = [];
  let refused = 0;
  let bytes = 0;
  let frames = 0;
  const rooms = group.scene.drafts.map((): Heard => ({ readers: 0, sentAt: new Map(), frames: [] }));
  const isDraft = (data: Buffer) => (group.isBare ? data[0] === kinds.edit : kindOf(data) === 'draft');
  const isCaret = (data: Buffer) => group.isBare && data[0] === kinds.caret;
  for (const line of group.lines) {
    const room = rooms[line.room];
    if (!room) continue;
    room.readers += 1;
    let heard = 0;
    line.hear = (data) => {
      if (!isDraft(data)) {
        if (isCaret(data)) {
          bytes += data.length;
          frames += 1;
        } else if (!group.isBare && kindOf(data) === 'ack' && !isOk(data)) refused += 1;
        return;
      }
      bytes += data.length;
      frames += 1;
      const now = performance.now();
      const times = (room.frames[heard] ??= updatesIn(group.isBare, data).map(
        (update) => room.sentAt.get(keyOf(update)) ?? now,
      ));
      heard += 1;
      for (const sentAt of times) delays.push(now - sentAt);
    };
  }
  const began = performance.now();
  let sent = 0;
  let late = 0;
  while (sent < plan.length) {
    const passed = performance.now() - began;
    for (let edit = plan[sent]; edit && edit.at <= passed; edit = plan[++sent]) {
      late = passed - edit.at;
      rooms[edit.room]?.sentAt.set(edit.key, performance.now());
      for (const frame of edit.frames) edit.line.socket.send(frame);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const seconds = (performance.now() - began) / 1_000;
  const expected = plan.reduce((sum, { room }) => sum + (rooms[room]?.readers ?? 0), 0);
  const until = performance.now() + farewellMs;
  while (delays.length < expected && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  // Carets and answers that are still on their way belong to this run.
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  return {
    ...{ edits: plan.length, refused, deliveries: delays.length, expected, editsPerSecond: plan.length / seconds },
    ...{ p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), loadLateMs: late },
    ...{ bytesPerDelivery: bytes / delays.length, framesPerDelivery: frames / delays.length },
  };
}
