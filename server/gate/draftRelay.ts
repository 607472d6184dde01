/**
 * Where people draft together. For each update the rights are read, its bytes are inspected, it is taken into the text, shown to
 * the room at once, and acknowledged only after it is stored; replicas bring back what was shown and then lost in a crash. Who
 * wrote is not kept with the text; the journal notes of whom, as the round's attribution allows.
 */
import type { DraftText } from '@shared/domain/draftText.ts';
import type { Scope, Span } from '@shared/domain/kernel/slice.ts';
import { lockedParagraphs } from '@shared/domain/paragraph.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import { spanAt } from '@shared/draft/placing.ts';
import { watchTouched } from '@shared/draft/touched.ts';
import { type Answers, type Down, limits, type Up } from '@shared/protocol/wire.ts';
import type { Metrics } from '../ops/metrics.ts';
import { type DraftStore, firstEpoch } from '../ports/draftStore.ts';
import { StorageFull } from '../ports/journal.ts';
import { createBracketSetter } from './bracketSetter.ts';
import { createDraftDesks, type Desk } from './draftDesks.ts';
import { createDraftFigures, type Figures } from './draftFigures.ts';
import { createDraftFrames, type DraftFrame } from './draftFrames.ts';
import { createDraftLog } from './draftLog.ts';
import { createDraftRights } from './draftRights.ts';
import { createLateWords } from './lateWords.ts';
import { createLiveDraft, docOf, type LiveDraft } from './liveDraft.ts';
import { createWriterNotes, type WrittenNote } from './writerNotes.ts';

export interface DraftRelayPorts {
  consultationId: string;
  store: DraftStore;
  state(): ConsultationState;
  clock(): number;
  newId(): string;
  /** To everybody who reads the scope. */
  publish<K extends 'draft' | 'draftFigures' | 'draftLock'>(scope: Scope, event: K, payload: Down[K]): void;
  tellPerson(participantId: string, event: 'recovered', payload: Down['recovered']): void;
  /** Has the journal note who wrote in which paragraphs; absent where nobody asks. */
  note?(written: WrittenNote): Promise<unknown>;
  /** An unexpected failure, for the log. */
  fault(error: unknown): void;
  metrics?: Pick<Metrics, 'draftUpdates' | 'openDrafts' | 'commitSeconds' | 'commitSize'>;
  /** How long edits are gathered before a commit, and how long an unused draft stays in memory. */
  gatherMs?: number;
  idleMs?: number;
}

/** What a replica lacks of a text, and what that text has. */
const textFor = (live: LiveDraft, vector: Uint8Array | undefined) => ({
  update: live.stateAsUpdate(vector),
  vector: live.vector(),
});

type Refused = { ok: false; code: string };
const refused = (code: string): Refused => ({ ok: false, code });

export type DraftRelay = ReturnType<typeof createDraftRelay>;

export function createDraftRelay(ports: DraftRelayPorts) {
  const { consultationId, store, clock, metrics } = ports;
  const idleMs = ports.idleMs ?? 60_000;
  const rights = createDraftRights(ports.state);
  const log = createDraftLog({
    consultationId,
    store,
    gatherMs: ports.gatherMs ?? 100,
    retryMs: 1_000,
    stored: (itemId, n) => desks.stored(itemId, n),
    unstuck(rows) {
      // Who came while these could not be stored was shown the stored text only.
      for (const { itemId, update } of rows) frames.edit(itemId, desks.known(itemId)?.live.epoch ?? firstEpoch, update);
    },
    committed({ rows, ms }) {
      metrics?.commitSeconds.observe({ log: 'draft' }, ms / 1_000);
      metrics?.commitSize.observe({ log: 'draft' }, rows);
    },
  });
  const late = createLateWords(ports);
  const notes = ports.note && createWriterNotes(ports.state, ports.note);
  const desks = createDraftDesks({ consultationId, store, log, clock, idleMs, fetched, putAway });
  const frames = createDraftFrames(sendFrame);
  const figures = createDraftFigures({
    read: readText,
    publish: (roomId, told) => ports.publish(`room:${roomId}`, 'draftFigures', { roomId, figures: told }),
  });
  const sweeper = setInterval(desks.sweep, Math.max(1_000, idleMs / 4));
  sweeper.unref();
  let isDraining = false;

  function sendFrame(frame: DraftFrame): void {
    const roomId = rights.place(frame.itemId)?.roomId;
    if (roomId === undefined) return;
    ports.publish(`room:${roomId}`, 'draft', frame);
  }

  const setter = createBracketSetter({
    state: ports.state,
    deskOf,
    log,
    shown(desk, update) {
      frames.edit(desk.live.itemId, desk.live.epoch, update);
      figures.edited(desk.roomId, desk.live.itemId, clock());
    },
    failed: ports.fault,
  });

  function fetched(itemId: string): void {
    metrics?.openDrafts.inc();
    // What was decided while nobody had the text open, or right before a crash.
    setter.settle(itemId);
  }

  function deskOf(itemId: string): Desk | null {
    const place = rights.place(itemId);
    return place && desks.at(itemId, place);
  }

  function putAway(itemId: string): void {
    metrics?.openDrafts.dec();
    frames.forget(itemId);
    late.forget(itemId);
  }

  function readText(itemId: string) {
    return desks.known(itemId)?.live.doc() ?? docOf(stored(itemId)());
  }

  function stored(itemId: string): () => readonly Uint8Array[] {
    return () => store.load(consultationId, itemId)?.updates ?? [];
  }

  /** The draft on its desk, for one who may read it; what is absent and what is not theirs answers alike. */
  function deskFor(participantId: string, itemId: string): Desk | null {
    const place = rights.place(itemId);
    return place && rights.mayRead(participantId, place.roomId) ? desks.at(itemId, place) : null;
  }

  function failure(error: unknown): Refused {
    if (error instanceof StorageFull) return refused('STORAGE_FULL');
    ports.fault(error);
    return refused('FAULT');
  }

  async function open(
    participantId: string,
    { itemId, epoch, vector }: Up['draft:open'],
    connection: string,
  ): Promise<Answers['draft:open']> {
    const desk = deskFor(participantId, itemId);
    if (!desk) return refused('NOT_READABLE');
    const { live, openers, carets } = desk;
    // What a replica of another epoch knows is worth nothing here: it gets everything.
    const known = epoch === null || epoch === live.epoch ? vector : undefined;
    try {
      const shown = textFor(live, known);
      // Counted, because a page may open a draft again before it has let go of it.
      openers.set(connection, { participantId, times: (openers.get(connection)?.times ?? 0) + 1 });
      for (const [by, caret] of carets) frames.caret(itemId, live.epoch, by, caret);
      // What is named here its author takes for saved: so it is named after the commit, or not at all.
      const text = (await log.settled(itemId))
        ? shown
        : textFor(createLiveDraft(itemId, live.epoch, stored(itemId)), known);
      const isWritable = rights.place(itemId)?.isWritable ?? false;
      return { ok: true, epoch: live.epoch, n: desk.n, isWritable, ...text };
    } catch {
      return refused('INVALID');
    }
  }

  function letGo(desk: Desk, connection: string): void {
    const opener = desk.openers.get(connection);
    if (!opener) return;
    desk.openers.delete(connection);
    const { participantId } = opener;
    const isElsewhere = [...desk.openers.values()].some((other) => other.participantId === participantId);
    if (isElsewhere || !desk.carets.delete(participantId)) return;
    frames.caret(desk.live.itemId, desk.live.epoch, participantId, null);
  }

  async function update(participantId: string, asked: Up['draft:update']): Promise<Answers['draft:update']> {
    const answer = await answerUpdate(participantId, asked);
    metrics?.draftUpdates.inc({ code: answer.ok ? 'ok' : answer.code });
    return answer;
  }

  async function answerUpdate(participantId: string, asked: Up['draft:update']): Promise<Answers['draft:update']> {
    if (isDraining) return refused('DRAINING');
    const place = rights.place(asked.itemId);
    const desk = deskFor(participantId, asked.itemId);
    if (!place || !desk) return refused('NOT_READABLE');
    if (!rights.isMember(participantId, desk.roomId)) return refused('room.not-a-member');
    if (asked.update.length > limits.message) return refused('TOO_LARGE');
    if (asked.epoch !== desk.live.epoch) return refused('DRAFT_EPOCH');
    try {
      // Nothing is shown to others while nothing can be stored.
      if (log.isStuck() && !log.flush()) return refused('STORAGE_FULL');
      return place.isWritable
        ? await write(desk, participantId, asked.update)
        : keepLate(desk, participantId, asked.update);
    } catch (error) {
      return failure(error);
    }
  }

  async function write(desk: Desk, participantId: string, bytes: Uint8Array): Promise<Answers['draft:update']> {
    const { itemId, epoch } = desk.live;
    const watch = notes?.isKept(desk.roomId, participantId) ? watchTouched(desk.live.doc()) : null;
    const taken = desk.live.take(bytes, lockedParagraphs(ports.state().room[desk.roomId], itemId));
    const paragraphs = watch?.end() ?? [];
    if (typeof taken === 'object') return refused(taken.code);
    if (taken === 'known') {
      // Sent again after a lost answer: it may still be on its way to the store.
      return (await log.settled(itemId)) ? { ok: true, n: desk.n } : refused('STORAGE_FULL');
    }
    frames.edit(itemId, epoch, bytes);
    figures.edited(desk.roomId, itemId, clock());
    // Noted no later than it is acknowledged: a report that comes right behind it knows whose words they are.
    const noted = watch && notes?.written({ roomId: desk.roomId, itemId, participantId, paragraphs });
    const n = await log.append(itemId, bytes);
    await noted;
    return { ok: true, n };
  }

  function keepLate(desk: Desk, participantId: string, bytes: Uint8Array): Answers['draft:update'] {
    if (log.hasPending(desk.live.itemId) && !log.flush()) return refused('STORAGE_FULL');
    const kept = late.keep(desk.live, participantId, bytes);
    if (kept === 'known') return { ok: true, n: desk.n };
    if (typeof kept === 'object') return refused(kept.code);
    ports.tellPerson(participantId, 'recovered', { itemId: desk.live.itemId });
    return refused('DRAFT_FROZEN');
  }

  function caret(participantId: string, { itemId, caret: bytes }: Up['draft:caret']): Answers['draft:caret'] {
    const desk = deskFor(participantId, itemId);
    if (!desk) return refused('NOT_READABLE');
    if (!rights.isMember(participantId, desk.roomId)) return refused('room.not-a-member');
    if (bytes && bytes.length > limits.caret) return refused('TOO_LARGE');
    if (bytes) desk.carets.set(participantId, bytes);
    else if (!desk.carets.delete(participantId)) return { ok: true };
    frames.caret(itemId, desk.live.epoch, participantId, bytes);
    return { ok: true };
  }

  return {
    open,
    close({ itemId }: Up['draft:close'], connection: string): Answers['draft:close'] {
      const desk = desks.known(itemId);
      const opener = desk?.openers.get(connection);
      if (opener && opener.times > 1) opener.times--;
      else if (desk) letGo(desk, connection);
      return { ok: true };
    },
    /** A connection has ended: it has no draft open any more. */
    leave(connection: string): void {
      for (const desk of desks.all()) letGo(desk, connection);
    },
    update,
    caret,
    /** The durable text of a draft for a rule that needs it; null where there is no such draft. */
    text(itemId: string): DraftText | null {
      const desk = deskOf(itemId);
      return desk && readDraft(log.flush() ? desk.live.doc() : docOf(stored(itemId)()));
    },
    /** What stands between two anchors of a draft's text; null where there is no such place. */
    spanAt(itemId: string, from: string, to: string): Span | null {
      const desk = deskOf(itemId);
      return desk && spanAt(desk.live.doc(), from, to);
    },
    /** To be called after every adopted change of the state: tells rooms which drafts have closed or opened again. */
    stateChanged(): void {
      setter.stateChanged();
      for (const desk of desks.all()) {
        const isWritable = rights.place(desk.live.itemId)?.isWritable ?? false;
        if (isWritable === desk.isWritable) continue;
        desk.isWritable = isWritable;
        if (isWritable) late.forget(desk.live.itemId);
        ports.publish(`room:${desk.roomId}`, 'draftLock', { itemId: desk.live.itemId, isWritable });
      }
    },
    /** Words and brackets of all drafts of a room, for one who comes to look. */
    figures: (roomId: string): Figures => figures.of(roomId, ports.state().room[roomId]?.actionItem.order ?? []),
    /** Shows and stores everything and takes no more; false where the storage refused. */
    drain(): boolean {
      isDraining = true;
      frames.flushAll();
      return log.flush();
    },
    stop(): void {
      isDraining = true;
      clearInterval(sweeper);
      log.stop();
      figures.stop();
    },
  };
}
