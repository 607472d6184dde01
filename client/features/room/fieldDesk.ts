/**
 * What a person changes in the titles and fields of a room's drafts, from the first key until the server has it. A change
 * is kept while the line is away, joined with what others changed meanwhile, and shown as not saved until it is.
 */
import type { Fields } from '@shared/domain/itemFields.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommandAnswer } from '../../sync/commands.ts';
import { fieldProblem } from './fieldProblem.ts';
import { isSame, mergeEdits } from './mergeEdits.ts';

export type FieldName = 'title' | keyof Fields;

/** Waiting to be sent, on the way, taken but not yet back in the room's state, in the state, or refused. */
export type ChangePhase = 'waiting' | 'sending' | 'taken' | 'saved' | 'refused';

export interface FieldChange {
  itemId: string;
  field: FieldName;
  /** What stood there when one began. */
  base: unknown;
  mine: unknown;
  phase: ChangePhase;
  refusal: Extract<CommandAnswer, { ok: false }> | null;
}

export type FieldChanges = Readonly<Record<string, FieldChange>>;

export interface FieldDeskPorts {
  send(itemId: string, field: FieldName, value: unknown): Promise<CommandAnswer>;
  /** What the room's state holds now. */
  read(itemId: string, field: FieldName): unknown;
  /** Calls back whenever that may have changed. */
  watch(listener: () => void): void;
  isLive(): boolean;
}

export interface FieldDesk {
  changes: StoreApi<FieldChanges>;
  /** Takes a change; words are sent when the typing rests, choices at once. */
  edit(itemId: string, field: FieldName, mine: unknown, when: 'at-rest' | 'now'): void;
  /** Sends what waits: the person has left the field. */
  flush(itemId: string, field: FieldName): void;
  /** Gives a change up and shows what the room has. */
  discard(itemId: string, field: FieldName): void;
}

const restMs = 700;
const retryMs = 2_000;
const takenMs = 1_500;
const savedMs = 4_000;
/** Not a no: asked again by itself. */
const passing = new Set(['NO_ANSWER', 'DRAINING', 'RATE_LIMITED', 'STORAGE_FULL', 'FAULT']);

/** The name of a change among the changes. */
export const changeKey = (itemId: string, field: FieldName) => `${itemId}/${field}`;

export function createFieldDesk(ports: FieldDeskPorts): FieldDesk {
  const changes = createStore<FieldChanges>(() => ({}));
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const underWay = new Set<string>();

  const get = (key: string) => changes.getState()[key];
  const put = (key: string, change: FieldChange) => changes.setState({ [key]: change });

  function drop(key: string): void {
    cancel(key);
    const { [key]: _gone, ...rest } = changes.getState();
    changes.setState(rest, true);
  }

  function cancel(key: string): void {
    clearTimeout(timers.get(key));
    timers.delete(key);
  }

  function later(key: string, ms: number, act: () => void): void {
    cancel(key);
    timers.set(key, setTimeout(act, ms));
  }

  async function send(key: string): Promise<void> {
    cancel(key);
    const change = get(key);
    if (change?.phase !== 'waiting' || underWay.has(key) || !ports.isLive()) return;
    const { itemId, field, base, mine } = change;
    if (fieldProblem(field, mine)) return;
    const theirs = ports.read(itemId, field);
    const merged = mergeEdits(base, mine, theirs);
    if (isSame(merged, theirs)) return saved(key, change);
    put(key, { ...change, base: theirs, mine: merged, phase: 'sending' });
    underWay.add(key);
    const answer = await ports.send(itemId, field, merged);
    underWay.delete(key);
    answered(key, merged, answer);
  }

  function answered(key: string, sent: unknown, answer: CommandAnswer): void {
    const change = get(key);
    if (!change) return;
    if (answer.ok && !isSame(change.mine, sent)) {
      // Typing went on meanwhile.
      put(key, { ...change, base: sent, phase: 'waiting' });
      later(key, restMs, () => void send(key));
    } else if (answer.ok) {
      put(key, { ...change, phase: 'taken' });
      later(key, takenMs, () => settle(key, true));
      settle(key, false);
    } else if (passing.has(answer.code)) {
      put(key, { ...change, phase: 'waiting' });
      later(key, retryMs, () => void send(key));
    } else put(key, { ...change, phase: 'refused', refusal: answer });
  }

  /** A taken change is let go when the room's state shows it, or something newer. */
  function settle(key: string, isOverdue: boolean): void {
    const change = get(key);
    if (change?.phase !== 'taken') return;
    if (isOverdue || !isSame(ports.read(change.itemId, change.field), change.base)) saved(key, change);
  }

  function saved(key: string, change: FieldChange): void {
    put(key, { ...change, phase: 'saved', refusal: null });
    later(key, savedMs, () => drop(key));
  }

  ports.watch(() => {
    for (const [key, { phase }] of Object.entries(changes.getState())) {
      if (phase === 'taken') settle(key, false);
      if (phase === 'waiting' && !timers.has(key)) void send(key);
    }
  });

  return {
    changes,
    edit(itemId, field, mine, when) {
      const key = changeKey(itemId, field);
      const known = get(key);
      const base = !known || known.phase === 'saved' ? ports.read(itemId, field) : known.base;
      put(key, { itemId, field, base, mine, phase: 'waiting', refusal: null });
      if (when === 'now') void send(key);
      else later(key, restMs, () => void send(key));
    },
    flush: (itemId, field) => void send(changeKey(itemId, field)),
    discard: (itemId, field) => drop(changeKey(itemId, field)),
  };
}

/** How many changes the server does not have yet. */
export function unsavedCount(changes: FieldChanges): number {
  return Object.values(changes).filter(({ phase }) => phase === 'waiting' || phase === 'sending' || phase === 'refused')
    .length;
}
