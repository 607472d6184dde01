/** Many people write one draft in one room, with brackets among the edits and lines that are cut: what a soak does and keeps. */
import { must } from '@shared/domain/kernel/must.ts';
import { type Chance, seeded } from '@shared/domain/kernel/random.ts';
import { isRefusal } from '@shared/domain/kernel/slice.ts';
import { actorOf, type CommandData, type CommandName, decide, evolve } from '@shared/domain/rulebook.ts';
import { textOf } from '@shared/draft/draftShape.ts';
import { anchorAt } from '@shared/draft/placing.ts';
import { stretchesOf } from '@shared/draft/units.ts';
import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { type DraftChannel, openDraft } from '../../client/sync/draftChannel.ts';
import { draftLine } from './draftLine.ts';
import { type DraftRoom, draftRoom } from './draftRoom.ts';
import { memoryDrafts } from './memoryDrafts.ts';

export interface Soaked {
  room: DraftRoom;
  pages: { who: string; channel: DraftChannel }[];
  /** For each replica, how many of its units have been called saved. */
  saved: ReadonlyMap<number, number>;
  /** Each bracket's positions as the answers to commands make them up. */
  positions: ReadonlyMap<string, Record<string, string>>;
  figures: { edits: number; commands: number; refused: Record<string, number>; cuts: number };
  stop(): void;
}

/** Goes on while `goesOn(round)` says so; in each round every writer does something or nothing. */
export async function soak(writers: number, seed: string, goesOn: (round: number) => boolean): Promise<Soaked> {
  const chance = seeded(seed);
  const room = draftRoom({ store: memoryDrafts(), gatherMs: 5 });
  const names = Array.from({ length: writers }, (_, at) => `writer${at}`);
  seatAll(room, names);
  const saved = new Map<number, number>();
  const desk = commandDesk(room);
  const pages = names.map((who) => {
    const line = draftLine(
      () => room,
      who,
      () => chance.below(4),
    );
    const { connection } = line;
    const asked = { consultationId: 'c1', participantId: who, itemId: 'item1', mayWrite: true, keeper: null };
    const channel = openDraft({ connection, ...asked });
    channel.view.subscribe(({ status, doc }) => {
      if (status.kind === 'saved') saved.set(doc.clientID, Y.getState(doc.store, doc.clientID));
    });
    return { who, line, channel, isCut: false };
  });
  const figures = { edits: 0, commands: 0, refused: desk.refused, cuts: 0 };
  for (let round = 0; goesOn(round); round++) {
    for (const page of pages) {
      const dice = chance.below(100);
      if (dice < 2) {
        page.isCut = !page.isCut;
        if (page.isCut) page.line.cut();
        else page.line.mend();
        figures.cuts += page.isCut ? 1 : 0;
      } else if (dice < 40) {
        edit(page.channel.view.getState().doc, chance);
        figures.edits++;
      } else if (dice < 45 && !page.isCut) {
        bracketAct(desk, page.who, page.channel.view.getState().doc, chance);
        figures.commands++;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  for (const { line, isCut } of pages) if (isCut) line.mend();
  return { room, pages, saved, positions: desk.positions, figures, stop: () => room.relay.stop() };
}

/** Everybody in a delegation of their own; the first facilitates. */
function seatAll(room: DraftRoom, names: readonly string[]): void {
  room.change((state) => {
    Object.assign(state.plenary.consultation, { phase: 'open' });
    const { r1 } = state.plenary.room.byId;
    for (const id of names)
      state.plenary.delegation.participants[id] = { id, delegationId: `of-${id}`, role: 'delegate', isActive: true };
    Object.assign(must(r1, 'room'), { members: [...names], facilitator: names[0] });
  });
}

type Desk = ReturnType<typeof commandDesk>;

/** Takes commands as the host does, and keeps what their answers said about positions. */
function commandDesk(room: DraftRoom) {
  const positions = new Map<string, Record<string, string>>();
  const refused: Record<string, number> = {};
  let now = 1_000;
  return {
    room,
    positions,
    refused,
    submit<C extends CommandName>(who: string, type: C, payload: CommandData<C>): void {
      const actor = actorOf(room.state(), who);
      if ('refused' in actor) throw new Error(actor.refused);
      const { text: draftText, spanAt } = room.relay;
      const context = { actor, now: now++, newId: () => nanoid(12), draftText, spanAt };
      const told = decide(room.state(), { type, payload }, context);
      if (isRefusal(told)) {
        refused[told.refused] = (refused[told.refused] ?? 0) + 1;
        return;
      }
      room.change((state) => {
        for (const event of told) evolve(state, event, now);
      });
      for (const { type: event, data } of told) {
        const { bracketId, delegationId, stance } = data as Record<string, string>;
        if (!bracketId || !delegationId) continue;
        const known = positions.get(bracketId) ?? {};
        positions.set(bracketId, known);
        if (event === 'bracket.PositionTaken' && stance) known[delegationId] = stance;
        if (event === 'bracket.PositionWithdrawn') delete known[delegationId];
      }
    },
  };
}

/** Letters are typed or taken away somewhere; signs are the server's. */
function edit(doc: Y.Doc, chance: Chance): void {
  const text = textOf(doc);
  if (text.length > 40 && chance.below(4) === 0) {
    const stretches = stretchesOf(text).filter((each) => 'letters' in each);
    const stretch = stretches[chance.below(Math.max(1, stretches.length))];
    if (stretch && 'letters' in stretch) text.delete(stretch.at, Math.min(3, stretch.letters.length));
  } else if (text.length > 0) text.insert(1 + chance.below(text.length), `w${chance.below(1_000)} `, {});
}

function bracketAct(desk: Desk, who: string, doc: Y.Doc, chance: Chance): void {
  const place = { roomId: 'r1', itemId: 'item1' };
  const { bracket } = must(desk.room.state().room.r1, 'room');
  const open = bracket.order.filter((id) => bracket.byId[id]?.phase === 'open');
  const bracketId = open[chance.below(Math.max(1, open.length))];
  const dice = chance.below(10);
  if (bracketId === undefined || dice < 3) {
    const { length } = textOf(doc);
    if (length < 10) return;
    const from = 1 + chance.below(length - 2);
    const to = Math.min(length, from + 1 + chance.below(20));
    const ends = { from: anchorAt(doc, from, 'after'), to: anchorAt(doc, to, 'before') };
    const kind = (['doubt', 'addition', 'deletion'] as const)[chance.below(3)] ?? 'doubt';
    desk.submit(who, 'bracket.open', { ...place, ...ends, kind });
  } else if (dice < 4) desk.submit(who, 'bracket.suggest', { ...place, bracketId, words: 'another wording' });
  else if (dice < 7) {
    const stance = (['support', 'oppose', 'reserve'] as const)[chance.below(3)] ?? 'support';
    desk.submit(who, 'bracket.takePosition', { roomId: 'r1', bracketId, stance });
  } else if (dice < 9) desk.submit(who, 'bracket.withdrawPosition', { roomId: 'r1', bracketId });
  else {
    const outcome = chance.below(2) === 0 ? 'keep' : 'remove';
    desk.submit('writer0', 'bracket.settle', { roomId: 'r1', bracketId, outcome });
  }
}
