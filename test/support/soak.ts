/**
 * Many people write one draft, each with the page's own line, replica and channel, over real sockets to a real server: with
 * brackets among the edits, lines that are cut, and the server killed and started again.
 */
import { must } from '@shared/domain/kernel/must.ts';
import { type Chance, seeded } from '@shared/domain/kernel/random.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { textOf } from '@shared/draft/draftShape.ts';
import { anchorAt } from '@shared/draft/placing.ts';
import { stretchesOf } from '@shared/draft/units.ts';
import * as Y from 'yjs';
import { type CommandAnswer, sendCommand } from '../../client/sync/commands.ts';
import { connect } from '../../client/sync/connection.ts';
import { type DraftChannel, openDraft } from '../../client/sync/draftChannel.ts';
import { createReplica } from '../../client/sync/replica.ts';
import { type Cuttable, cuttable } from './cuttable.ts';

export interface Seat {
  participantId: string;
  delegationId: string;
  cookie: string;
}

/** Where the draft is, and on which port its server stands. */
export interface SoakedDraft {
  port: number;
  consultationId: string;
  roomId: string;
  itemId: string;
}

/** A page of one person. */
export interface SoakPage extends Seat {
  channel: DraftChannel;
  /** The room as this page knows it. */
  room(): ReturnType<typeof roomIn>;
  send<C extends CommandName>(type: C, payload: CommandData<C>): Promise<CommandAnswer>;
  line: Cuttable;
  isCut: boolean;
  close(): Promise<void>;
}

const roomIn = (replica: ReturnType<typeof createReplica>, roomId: string) =>
  replica.store.getState().state.room[roomId];

export async function openPage(seat: Seat, { port, consultationId, roomId, itemId }: SoakedDraft): Promise<SoakPage> {
  const line = await cuttable(port);
  const connection = connect(consultationId, line.url, { cookie: seat.cookie });
  const replica = createReplica(connection);
  const asked = { consultationId, participantId: seat.participantId, itemId, mayWrite: true, keeper: null };
  const channel = openDraft({ connection, ...asked });
  return {
    ...seat,
    line,
    channel,
    isCut: false,
    room: () => roomIn(replica, roomId),
    send: (type, payload) => sendCommand(connection, type, payload),
    async close() {
      await channel.close();
      replica.stop();
      connection.close();
      line.close();
    },
  };
}

export interface Soaked {
  /** For each replica, how many of its units have been called saved. */
  saved: ReadonlyMap<number, number>;
  /** By bracket and delegation what was last acknowledged: a stance, or null where it was withdrawn. */
  positions: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  figures: { edits: number; acknowledged: number; refused: Record<string, number>; cuts: number };
}

/** Goes on while `goesOn(round)` says so; in each round every writer does something or nothing, and `between` may do what it likes. */
export async function soak(
  pages: readonly SoakPage[],
  draft: SoakedDraft,
  seed: string,
  ways: { goesOn(round: number): boolean; pauseMs: number; between(round: number, saved: Soaked['saved']): void },
): Promise<Soaked> {
  const chance = seeded(seed);
  const saved = new Map<number, number>();
  const desk = createDesk(draft);
  for (const { channel } of pages)
    channel.view.subscribe(({ status, doc }) => {
      if (status.kind === 'saved') saved.set(doc.clientID, Y.getState(doc.store, doc.clientID));
    });
  const figures = { edits: 0, cuts: 0 };
  for (let round = 0; ways.goesOn(round); round++) {
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
      } else if (dice < 46 && !page.isCut) bracketAct(desk, page, must(pages[0], 'facilitator'), chance);
    }
    ways.between(round, saved);
    await new Promise((resolve) => setTimeout(resolve, ways.pauseMs));
  }
  for (const page of pages) {
    page.isCut = false;
    page.line.mend();
  }
  await desk.done();
  return { saved, positions: desk.positions(), figures: { ...figures, ...desk.figures } };
}

type Desk = ReturnType<typeof createDesk>;

/** Sends commands as a page does, again and again until they are answered, and keeps what was acknowledged of positions. */
function createDesk(draft: SoakedDraft) {
  const running = new Set<Promise<unknown>>();
  const figures = { acknowledged: 0, refused: {} as Record<string, number> };
  const last = new Map<string, Map<string, { seq: number; stance: string | null }>>();
  return {
    draft,
    figures,
    submit<C extends CommandName>(page: SoakPage, type: C, payload: CommandData<C>, stance?: string | null): void {
      const sent = page.send(type, payload).then((answer) => {
        if (!answer.ok) {
          figures.refused[answer.code] = (figures.refused[answer.code] ?? 0) + 1;
          return;
        }
        figures.acknowledged++;
        if (stance === undefined) return;
        const bracketId = String((payload as { bracketId?: string }).bracketId);
        const known = last.get(bracketId) ?? new Map();
        last.set(bracketId, known);
        const before = known.get(page.delegationId);
        if (!before || before.seq < answer.seq) known.set(page.delegationId, { seq: answer.seq, stance });
      });
      running.add(sent);
      void sent.finally(() => running.delete(sent));
    },
    done: () => Promise.all(running),
    positions: () =>
      new Map([...last].map(([id, held]) => [id, new Map([...held].map(([who, { stance }]) => [who, stance]))])),
  };
}

/** Letters are typed or taken away somewhere; signs are the server's. */
function edit(doc: Y.Doc, chance: Chance): void {
  const text = textOf(doc);
  const dice = chance.below(40);
  if (text.length > 40 && dice < 10) {
    const stretches = stretchesOf(text).filter((each) => 'letters' in each);
    const stretch = stretches[chance.below(Math.max(1, stretches.length))];
    if (stretch && 'letters' in stretch) text.delete(stretch.at, Math.min(3, stretch.letters.length));
  } else if (dice === 12) {
    const breaks = stretchesOf(text).filter((each) => 'sign' in each && 'p' in each.sign && each.at > 0);
    const gone = breaks[chance.below(Math.max(1, breaks.length))];
    if (gone) text.delete(gone.at, 1);
  } else if (dice === 10 && text.length > 1)
    text.insertEmbed(1 + chance.below(text.length), { p: `s${doc.clientID}-${text.length}` });
  else if (dice === 11) text.insert(1 + chance.below(text.length), 'pasted words of many letters '.repeat(20), {});
  else if (text.length > 0) text.insert(1 + chance.below(text.length), `w${chance.below(1_000)} `, {});
}

function bracketAct(desk: Desk, page: SoakPage, facilitator: SoakPage, chance: Chance): void {
  const { roomId, itemId } = desk.draft;
  const { bracket } = page.room() ?? {};
  const open = bracket?.order.filter((id) => bracket.byId[id]?.phase === 'open') ?? [];
  const bracketId = open[chance.below(Math.max(1, open.length))];
  const dice = chance.below(10);
  if (bracketId === undefined || dice < 3) {
    const { doc } = page.channel.view.getState();
    const { length } = textOf(doc);
    if (length < 10) return;
    const from = 1 + chance.below(length - 2);
    const to = Math.min(length, from + 1 + chance.below(20));
    const ends = { from: anchorAt(doc, from, 'after'), to: anchorAt(doc, to, 'before') };
    const kind = (['doubt', 'addition', 'deletion'] as const)[chance.below(3)] ?? 'doubt';
    desk.submit(page, 'bracket.open', { roomId, itemId, ...ends, kind });
  } else if (dice < 4) desk.submit(page, 'bracket.suggest', { roomId, itemId, bracketId, words: 'another wording' });
  else if (dice < 7) {
    const stance = (['support', 'oppose', 'reserve'] as const)[chance.below(3)] ?? 'support';
    desk.submit(page, 'bracket.takePosition', { roomId, bracketId, stance }, stance);
  } else if (dice < 9) desk.submit(page, 'bracket.withdrawPosition', { roomId, bracketId }, null);
  else if (!facilitator.isCut) {
    const outcome = chance.below(2) === 0 ? 'keep' : 'remove';
    desk.submit(facilitator, 'bracket.settle', { roomId, bracketId, outcome });
  }
}
