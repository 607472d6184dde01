/**
 * One draft's shared text between this page and the server. What is written here goes up one update at a time, and counts as
 * saved only when it is acknowledged; when the line comes back both sides tell what they have and give what the other lacks.
 */
import { plainText } from '@shared/domain/draftText.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import { emptyDraft } from '@shared/draft/draftShape.ts';
import { lackingUpdates, splitUpdate } from '@shared/draft/splitUpdate.ts';
import type { Down } from '@shared/protocol/wire.ts';
import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createCaretSender } from './caretSender.ts';
import type { Connection } from './connection.ts';
import { browserKeeper, unsentStore, type WordKeeper } from './unsentWords.ts';

/** Where the words are: on the server's disk, on the way, on this device only, closed to writing, or refused for want of room. */
export type DraftStatus =
  | { kind: 'loading' }
  | { kind: 'saved' }
  | { kind: 'unsaved'; n: number }
  | { kind: 'offline'; n: number }
  | { kind: 'frozen' }
  | { kind: 'full'; n: number; why: 'draft' | 'storage' };

export interface DraftView {
  /** Replaced by a new one when the server's text has to be taken over as it is. */
  doc: Y.Doc;
  status: DraftStatus;
  /** Whether the room is open and one is a member of it. */
  isWritable: boolean;
  /** Others' carets as encoded positions, by participant. */
  carets: ReadonlyMap<string, Uint8Array>;
  /** Words that came too late: kept by the server as a recovered draft or, where that was impossible, only here. */
  lateWords: { keptBy: 'server' } | { keptBy: 'browser'; text: string } | null;
}

export interface DraftChannel {
  view: StoreApi<DraftView>;
  /** Shows where one writes, as at most 64 bytes; null takes the caret away. */
  setCaret(caret: Uint8Array | null): void;
  dismissLateWords(): void;
  /** Sends what can still be sent and lets go; what cannot be sent waits in the browser. */
  close(): Promise<void>;
}

export interface DraftChannelOptions {
  connection: Pick<Connection, 'request' | 'on' | 'line'>;
  consultationId: string;
  participantId: string;
  itemId: string;
  /** Whether one is a member of the draft's room; who only reads sends nothing. */
  mayWrite: boolean;
  keeper?: WordKeeper | null;
}

/** Leaves room in a message for what is around the update. */
const mostBytes = 48 * 1024;
const keepAfterMs = 250;
const firstRetryMs = 500;
const longestRetryMs = 8_000;
/** After so many refusals without progress the words are kept aside and the server's text is taken over. */
const mostFailures = 4;
const fromServer = Symbol('server');
const passing = new Set(['RATE_LIMITED', 'DRAINING', 'FAULT', 'NO_ANSWER', 'STORAGE_FULL']);

interface Waiting {
  update: Uint8Array;
  /** How many changes of the writer's it holds. */
  edits: number;
}

export function openDraft(options: DraftChannelOptions): DraftChannel {
  const { connection, itemId, participantId, mayWrite } = options;
  const keeper = options.keeper === undefined ? browserKeeper() : options.keeper;
  let doc = newDoc();
  const unsent = unsentStore(keeper, [options.consultationId, participantId, itemId], doc.clientID);
  const view = createStore<DraftView>(() => ({
    doc,
    status: { kind: 'loading' },
    isWritable: false,
    carets: new Map(),
    lateWords: null,
  }));
  const caret = createCaretSender((bytes) => {
    if (isSynced && mayWrite) void connection.request('draft:caret', { itemId, caret: bytes });
  });

  let epoch: number | null = null;
  /** Frames that came before the first answer said which text they belong to. */
  let early: Down['draft'][] = [];
  let queue: Waiting[] = [];
  /** What is open when `phase` changes is void: an answer of an earlier phase is not listened to. */
  let phase = 0;
  let isSynced = false;
  let isSending = false;
  let full: 'draft' | 'storage' | null = null;
  /** Nothing is sent until the next retry, or the next thing written. */
  let isHeld = false;
  let isOpenInRoom = false;
  let wasLate = false;
  let hasRestored = false;
  let isClosed = false;
  let failures = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let keepTimer: ReturnType<typeof setTimeout> | undefined;

  const isLive = () => connection.line.getState().line === 'live';
  const unsaved = () => queue.reduce((sum, { edits }) => sum + edits, 0);

  function newDoc(): Y.Doc {
    const fresh = emptyDraft();
    fresh.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === fromServer || fresh !== doc || !mayWrite || isClosed) return;
      const parts = splitUpdate(update, mostBytes);
      queue.push(...parts.map((part, at) => ({ update: part, edits: at === parts.length - 1 ? 1 : 0 })));
      keepSoon();
      // A draft that was full may have been shortened: ask anew what the server lacks, it is less than what was written.
      if (isHeld && full) retry(firstRetryMs);
      tell();
      void pump();
    });
    return fresh;
  }

  function tell(): void {
    view.setState({ status: statusNow(), isWritable: isOpenInRoom && mayWrite });
  }

  function statusNow(): DraftStatus {
    const n = unsaved();
    if (!isLive()) return { kind: 'offline', n };
    if (full) return { kind: 'full', n, why: full };
    if (n > 0) return { kind: 'unsaved', n };
    if (!isSynced) return { kind: 'loading' };
    return isOpenInRoom ? { kind: 'saved' } : { kind: 'frozen' };
  }

  function keepSoon(): void {
    keepTimer ??= setTimeout(keepNow, keepAfterMs);
  }

  function keepNow(): void {
    clearTimeout(keepTimer);
    keepTimer = undefined;
    if (queue.length === 0 || epoch === null) return;
    unsent.keep({ epoch, updates: queue.map(({ update }) => update), text: textOf(doc) });
  }

  /** Begins anew: asks for what this page lacks and finds out what the server lacks. */
  function retry(afterMs: number): void {
    clearTimeout(retryTimer);
    retryTimer = setTimeout(() => void sync(), afterMs);
  }

  const backOff = () => Math.min(firstRetryMs * 2 ** failures++, longestRetryMs);

  async function sync(): Promise<void> {
    clearTimeout(retryTimer);
    if (!isLive() || (isClosed && queue.length === 0)) return;
    const mine = ++phase;
    isSending = false;
    isSynced = false;
    const vector = Y.encodeStateVector(doc);
    const answer = await connection.request('draft:open', { itemId, epoch, vector });
    if (mine !== phase) return;
    if (answer.ok) return takeOver(answer);
    if (passing.has(answer.code)) return retry(backOff());
    // The room is no longer one's own: what was written for it must not be lost without a word.
    isOpenInRoom = false;
    if (queue.length > 0) keepAside(textOf(doc));
    tell();
  }

  function takeOver(theirs: { epoch: number; isWritable: boolean; update: Uint8Array; vector: Uint8Array }): void {
    if (epoch !== null && epoch !== theirs.epoch) {
      // Another text under the same name: merging would mix the two word by word.
      if (queue.length > 0) keepAside(textOf(doc));
      replaceDoc();
    }
    epoch = theirs.epoch;
    Y.applyUpdate(doc, theirs.update, fromServer);
    const waiting = early;
    early = [];
    for (const frame of waiting) takeUpdates(frame);
    restore(theirs.epoch);
    const edits = unsaved();
    const lacking = mayWrite ? lackingUpdates(doc, theirs, mostBytes) : [];
    // The change counts as saved with the last of its pieces.
    queue = lacking.map((update, at) => ({ update, edits: at === lacking.length - 1 ? Math.max(edits, 1) : 0 }));
    isOpenInRoom = theirs.isWritable;
    isSynced = true;
    isHeld = false;
    if (queue.length === 0) allSaved();
    else keepSoon();
    caret.forgotten();
    tell();
    void pump();
  }

  /** Takes up what an earlier page could not send. */
  function restore(current: number): void {
    if (hasRestored) return;
    hasRestored = true;
    for (const words of unsent.all()) {
      if (words.epoch !== current) {
        keepAside(words.text);
        continue;
      }
      try {
        Y.applyUpdate(doc, Y.mergeUpdates(words.updates), fromServer);
      } catch {
        keepAside(words.text);
      }
    }
  }

  function keepAside(text: string): void {
    queue = [];
    unsent.forget();
    if (text.trim()) view.setState({ lateWords: { keptBy: 'browser', text } });
  }

  function replaceDoc(): void {
    const old = doc;
    doc = newDoc();
    queue = [];
    full = null;
    isHeld = false;
    view.setState({ doc });
    old.destroy();
  }

  function allSaved(): void {
    failures = 0;
    full = null;
    clearTimeout(keepTimer);
    keepTimer = undefined;
    unsent.forget();
  }

  async function pump(): Promise<void> {
    const batch = nextBatch();
    if (batch.length === 0 || epoch === null) return;
    isSending = true;
    const mine = phase;
    const updates = batch.map(({ update }) => update);
    const update = updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates);
    const answer = await connection.request('draft:update', { itemId, epoch, update });
    if (mine !== phase) return;
    isSending = false;
    if (answer.ok) {
      queue = queue.slice(batch.length);
      failures = 0;
      full = null;
      if (queue.length === 0) finishSending();
      tell();
      void pump();
    } else refused(answer, batch.length);
  }

  function nextBatch(): Waiting[] {
    if (!isSynced || isSending || isHeld || !isLive()) return [];
    let bytes = 0;
    let count = 0;
    for (const { update } of queue) {
      bytes += update.length;
      // Into a full draft one by one: what makes room must not wait for what needs it.
      if (count > 0 && (full !== null || bytes > mostBytes)) break;
      count++;
    }
    return queue.slice(0, count);
  }

  /** Everything has been answered; where some of it came too late, the room's text is shown as it stands. */
  function finishSending(): void {
    allSaved();
    if (!wasLate) return;
    wasLate = false;
    replaceDoc();
    view.setState({ lateWords: { keptBy: 'server' } });
    retry(0);
  }

  function refused(answer: { code: string; details?: Record<string, unknown> }, count: number): void {
    if (answer.code === 'DRAFT_FROZEN') {
      // The server has kept them; what was written after them follows before the text is taken over.
      wasLate = true;
      isOpenInRoom = false;
      queue = queue.slice(count);
      if (queue.length === 0) finishSending();
      else void pump();
    } else if (answer.code === 'DRAFT_FULL') {
      full = 'draft';
      isHeld = true;
    } else if (passing.has(answer.code)) {
      const wait = Number(answer.details?.retryAfterMs ?? 0);
      if (answer.code === 'STORAGE_FULL') full = 'storage';
      isHeld = true;
      retry(Math.max(wait, backOff()));
    } else if (answer.code === 'DRAFT_EPOCH' || (answer.code === 'DRAFT_INCOMPLETE' && failures < mostFailures)) {
      retry(backOff());
    } else if (answer.code !== 'SIGNED_OUT' && answer.code !== 'OUTDATED') {
      // Never again and again the same refusal: the words are shown aside, and the text is the server's.
      keepAside(textOf(doc));
      replaceDoc();
      retry(firstRetryMs);
    }
    tell();
  }

  function takeUpdates(frame: Down['draft']): void {
    if (frame.epoch !== epoch || frame.updates.length === 0) return;
    const apply = () => {
      for (const update of frame.updates) Y.applyUpdate(doc, update, fromServer);
    };
    Y.transact(doc, apply, fromServer, false);
    // A frame was lost on the way: what came after it cannot be shown until it is asked for.
    if (doc.store.pendingStructs && isSynced) retry(0);
  }

  function takeFrame(frame: Down['draft']): void {
    if (frame.itemId !== itemId) return;
    if (epoch === null) early.push(frame);
    else takeUpdates(frame);
    const others = frame.carets.filter(({ by }) => by !== participantId);
    if (others.length === 0) return;
    const carets = new Map(view.getState().carets);
    for (const { by, caret: bytes } of others) {
      if (bytes) carets.set(by, bytes);
      else carets.delete(by);
    }
    view.setState({ carets });
  }

  function lineChanged(): void {
    if (isLive()) {
      if (!isSynced) void sync();
      return;
    }
    phase++;
    isSynced = false;
    isSending = false;
    view.setState({ carets: new Map() });
    tell();
  }

  function pageHides(): void {
    caret.clear();
    keepNow();
  }

  const stops = [
    connection.on('draft', takeFrame),
    connection.on('draftLock', (lock) => {
      if (lock.itemId !== itemId) return;
      isOpenInRoom = lock.isWritable;
      tell();
    }),
    connection.line.subscribe(lineChanged),
  ];
  globalThis.addEventListener?.('pagehide', pageHides);
  if (isLive()) void sync();
  tell();

  function letGo(): void {
    for (const stop of stops.splice(0)) stop();
    globalThis.removeEventListener?.('pagehide', pageHides);
    clearTimeout(retryTimer);
    clearTimeout(keepTimer);
    caret.stop();
    phase++;
    if (isLive()) void connection.request('draft:close', { itemId });
    doc.destroy();
  }

  return {
    view,
    setCaret: (bytes) => caret.set(bytes),
    dismissLateWords: () => view.setState({ lateWords: null }),
    async close() {
      keepNow();
      caret.clear();
      isClosed = true;
      const isDone = () => queue.length === 0 || !isLive() || !isSynced || full !== null || failures > 0;
      await new Promise<void>((resolve) => {
        if (isDone()) return resolve();
        const stop = view.subscribe(() => {
          if (!isDone()) return;
          stop();
          resolve();
        });
      });
      letGo();
    },
  };
}

const textOf = (doc: Y.Doc) => plainText(readDraft(doc));
