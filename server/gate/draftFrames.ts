/**
 * Shows edits and carets to the room: everything of one turn in one frame. A quiet draft's edit goes at once; a busy one sends a
 * frame per window, because a write per reader and frame is most of what a server does. Carets ride along, the latest of each.
 */
import type { Down } from '@shared/protocol/wire.ts';

export type DraftFrame = Down['draft'];

const windowMs = 33;
/** Edits a second from which a draft is busy. */
const busyRate = 20;
const bucketMs = 500;

interface Line {
  epoch: number;
  updates: Uint8Array[];
  carets: Map<string, Uint8Array | null>;
  scheduled: { at: number; cancel(): void } | null;
  lastAt: number;
  bucket: { from: number; edits: number; before: number };
}

export type DraftFrames = ReturnType<typeof createDraftFrames>;

export function createDraftFrames(send: (frame: DraftFrame) => void, now: () => number = () => performance.now()) {
  const lines = new Map<string, Line>();

  function lineOf(itemId: string, epoch: number): Line {
    let line = lines.get(itemId);
    if (!line) {
      line = {
        epoch,
        updates: [],
        carets: new Map(),
        scheduled: null,
        lastAt: Number.NEGATIVE_INFINITY,
        bucket: { from: now(), edits: 0, before: 0 },
      };
      lines.set(itemId, line);
    }
    line.epoch = epoch;
    return line;
  }

  function flush(itemId: string): void {
    const line = lines.get(itemId);
    if (!line) return;
    line.scheduled?.cancel();
    line.scheduled = null;
    if (line.updates.length === 0 && line.carets.size === 0) return;
    const carets = [...line.carets].map(([by, caret]) => ({ by, caret }));
    const frame: DraftFrame = { itemId, epoch: line.epoch, updates: line.updates, carets };
    line.updates = [];
    line.carets = new Map();
    line.lastAt = now();
    send(frame);
  }

  function schedule(itemId: string, line: Line, isEdit: boolean): void {
    const at = isEdit && !isBusy(line.bucket, now()) ? now() : Math.max(now(), line.lastAt + windowMs);
    if (line.scheduled && line.scheduled.at <= at) return;
    line.scheduled?.cancel();
    const wait = at - now();
    if (wait > 0) {
      const timer = setTimeout(() => flush(itemId), wait);
      line.scheduled = { at, cancel: () => clearTimeout(timer) };
    } else {
      const immediate = setImmediate(() => flush(itemId));
      line.scheduled = { at, cancel: () => clearImmediate(immediate) };
    }
  }

  return {
    edit(itemId: string, epoch: number, update: Uint8Array): void {
      const line = lineOf(itemId, epoch);
      line.updates.push(update);
      count(line.bucket, now());
      schedule(itemId, line, true);
    },
    caret(itemId: string, epoch: number, by: string, caret: Uint8Array | null): void {
      const line = lineOf(itemId, epoch);
      line.carets.set(by, caret);
      // A caret alone waits a little for the edit that mostly comes with it.
      if (line.lastAt === Number.NEGATIVE_INFINITY) line.lastAt = now();
      schedule(itemId, line, false);
    },
    flushAll(): void {
      for (const itemId of lines.keys()) flush(itemId);
    },
    forget(itemId: string): void {
      flush(itemId);
      lines.delete(itemId);
    },
  };
}

function count(bucket: Line['bucket'], at: number): void {
  turn(bucket, at);
  bucket.edits++;
}

function turn(bucket: Line['bucket'], at: number): void {
  const passed = at - bucket.from;
  if (passed < bucketMs) return;
  bucket.before = passed < 2 * bucketMs ? bucket.edits : 0;
  bucket.edits = 0;
  bucket.from = at;
}

/** The last whole bucket counts in so far as it is still within half a second. */
function isBusy(bucket: Line['bucket'], at: number): boolean {
  turn(bucket, at);
  const share = 1 - (at - bucket.from) / bucketMs;
  return (bucket.edits + bucket.before * share) * (1_000 / bucketMs) > busyRate;
}
