/** A line between a draft's channel and a relay that can be cut and mended, with every message and answer as bytes would be. */
import type { Answers, Up } from '@shared/protocol/wire.ts';
import { createStore } from 'zustand/vanilla';
import type { DraftChannelOptions } from '../../client/sync/draftChannel.ts';
import type { WordKeeper } from '../../client/sync/unsentWords.ts';
import type { DraftRoom } from './draftRoom.ts';

type Line = DraftChannelOptions['connection'];

export interface DraftLine {
  connection: Line;
  cut(): void;
  mend(): void;
  /** What went up, by event. */
  sent: { event: string; payload: unknown }[];
  /** Frames that come down while this is true are lost on the way. */
  losesFrames: boolean;
}

let lines = 0;

/** `room` is asked for each time, so that the server can be another one after a restart. */
export function draftLine(room: () => DraftRoom, participantId: string, delayMs: () => number = () => 0): DraftLine {
  const line: Line['line'] = createStore(() => ({ line: 'live' }));
  const handlers = new Map<string, Set<(frame: never) => void>>();
  let connection = `line${lines++}`;
  let attached: DraftRoom | null = null;
  const pass = () => new Promise<void>((resolve) => setTimeout(resolve, delayMs()));

  const hear = ({ event, payload }: { event: string; payload: unknown }): void => {
    const heardOn = connection;
    if (self.losesFrames) return;
    void pass().then(() => {
      if (heardOn !== connection || line.getState().line !== 'live') return;
      for (const handler of handlers.get(event) ?? []) handler(structuredClone(payload) as never);
    });
  };

  async function ask<K extends keyof Up>(event: K, payload: Up[K]): Promise<unknown> {
    const { relay } = room();
    if (event === 'draft:open') return relay.open(participantId, payload as Up['draft:open'], connection);
    if (event === 'draft:close') return relay.close(payload as Up['draft:close'], connection);
    if (event === 'draft:caret') return relay.caret(participantId, payload as Up['draft:caret']);
    if (event === 'draft:update') return relay.update(participantId, payload as Up['draft:update']);
    throw new Error(event);
  }

  function attach(): void {
    attached?.listeners.delete(hear);
    attached = room();
    attached.listeners.add(hear);
  }
  attach();

  const self: DraftLine = {
    sent: [],
    losesFrames: false,
    connection: {
      line,
      async request(event, payload) {
        const mine = connection;
        const isGone = () => mine !== connection || line.getState().line !== 'live';
        self.sent.push({ event, payload });
        await pass();
        if (isGone()) return { ok: false, code: 'NO_ANSWER' };
        const answer = await ask(event, structuredClone(payload));
        await pass();
        return (isGone() ? { ok: false, code: 'NO_ANSWER' } : structuredClone(answer)) as Answers[typeof event];
      },
      on(event, handler) {
        const known = handlers.get(event) ?? new Set();
        handlers.set(event, known);
        known.add(handler as (frame: never) => void);
        return () => known.delete(handler as (frame: never) => void);
      },
    },
    cut() {
      attached?.relay.leave(connection);
      attached?.listeners.delete(hear);
      connection = `line${lines++}`;
      line.setState({ line: 'reconnecting' });
    },
    mend() {
      attach();
      line.setState({ line: 'live' });
    },
  };
  return self;
}

/** A browser's storage in memory. */
export function memoryKeeper(): WordKeeper {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
