/**
 * Brackets that one has opened here and that have not come back yet. Each is sent when the line is up and its words are still
 * there, is never sent twice, and carries along what one says to it meanwhile; without a line it waits, and can be taken back.
 */
import type { Stance } from '@shared/domain/brackets/shape.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Place } from './brackets.ts';

export type OpeningKind = 'doubt' | 'addition' | 'deletion';

export interface PendingBracket {
  key: number;
  kind: OpeningKind;
  place: Place;
  /** Not sent; on its way; in the record, but without its signs in the text. */
  phase: 'waiting' | 'sending' | 'known';
  /** Once it may have reached the server, it cannot be taken back any more. */
  wasSent: boolean;
  /** Brackets that had been opened at the same place before. */
  others: readonly string[];
  /** The bracket that it has become. */
  id: string | null;
  /** The position to take on it as soon as it is there. */
  stance: Stance | null;
}

type NotDone = { ok: false; code: string; details?: Record<string, unknown> };

/** The page around: the line, the text, and what the room has recorded. */
export interface PendingPorts {
  /** Whether the line is up and the text is that of the server. */
  isUp(): boolean;
  /** Whether the server has all that was written here. */
  isSaved(): boolean;
  /** Whether there are words between the ends of a place; null where the place itself is gone. */
  hasWords(place: Place): boolean | null;
  open(kind: OpeningKind, place: Place): Promise<{ ok: true } | NotDone>;
  /** The brackets that one's own delegation has opened at exactly this place. */
  openedAt(kind: OpeningKind, place: Place): readonly string[];
  hasSigns(bracketId: string): boolean;
  isOpen(bracketId: string): boolean;
  take(bracketId: string, stance: Stance): void;
  refused(answer: NotDone): void;
}

export interface PendingView {
  entries: readonly PendingBracket[];
  /** How many were not sent because their words are gone. */
  gone: number;
}

export interface PendingBrackets {
  view: StoreApi<PendingView>;
  open(kind: OpeningKind, place: Place): void;
  /** Says how one stands to a bracket that is not there yet; the same again takes it back. */
  stand(key: number, stance: Stance): void;
  /** Takes back what has never been sent. */
  cancel(key: number): void;
  forgetGone(): void;
  /** To be called whenever the line, the text or the record has changed. */
  look(): void;
  /** The page is there (again); answers how it goes. What waits meanwhile keeps waiting. */
  attach(ports: PendingPorts): () => void;
}

export function createPendingBrackets(): PendingBrackets {
  const view = createStore<PendingView>(() => ({ entries: [], gone: 0 }));
  let ports: PendingPorts | null = null;
  let nextKey = 1;

  const entries = () => view.getState().entries;
  const drop = (key: number) => view.setState({ entries: entries().filter((each) => each.key !== key) });
  const change = (key: number, now: Partial<PendingBracket>) =>
    view.setState({ entries: entries().map((each) => (each.key === key ? { ...each, ...now } : each)) });

  function look(): void {
    for (const entry of entries()) lookAt(entry);
  }

  function lookAt(entry: PendingBracket): void {
    if (!ports) return;
    const { kind, place, others, wasSent } = entry;
    const found = wasSent ? ports.openedAt(kind, place).find((each) => !others.includes(each)) : undefined;
    const id = entry.id ?? found;
    if (id !== undefined) arrive(entry, id);
    else if (entry.phase === 'waiting' && ports.isUp()) sendIfThere(entry);
  }

  function arrive({ key, id: before, stance }: PendingBracket, id: string): void {
    if (!ports) return;
    if (ports.hasSigns(id) || !ports.isOpen(id)) drop(key);
    else if (before === null) change(key, { id, phase: 'known', stance: null });
    if (stance !== null && ports.isOpen(id)) ports.take(id, stance);
  }

  function sendIfThere(entry: PendingBracket): void {
    const hasWords = ports?.hasWords(entry.place) ?? null;
    // What was refused for want of words that are on their way is asked for again when they have come.
    if (entry.wasSent && !ports?.isSaved()) return;
    if (hasWords === null || (!hasWords && entry.kind !== 'addition')) {
      drop(entry.key);
      view.setState({ gone: view.getState().gone + 1 });
      return;
    }
    void send(entry);
  }

  async function send({ key, kind, place }: PendingBracket): Promise<void> {
    const sender = ports;
    if (!sender) return;
    const wasSaved = sender.isSaved();
    change(key, { phase: 'sending', wasSent: true });
    const answer = await sender.open(kind, place);
    if (answer.ok) return look();
    const mayComeYet = answer.code === 'bracket.gone' && !wasSaved && sender.hasWords(place) !== null;
    if (answer.code === 'NO_ANSWER' || mayComeYet) {
      change(key, { phase: 'waiting' });
      return look();
    }
    drop(key);
    sender.refused(answer);
  }

  return {
    view,
    open(kind, place) {
      const isAsked = entries().some((each) => each.place.from === place.from && each.place.to === place.to);
      if (isAsked) return;
      const entry: PendingBracket = {
        ...{ key: nextKey++, kind, place, phase: 'waiting', wasSent: false, id: null, stance: null },
        others: ports?.openedAt(kind, place) ?? [],
      };
      view.setState({ entries: [...entries(), entry] });
      lookAt(entry);
    },
    stand(key, stance) {
      const entry = entries().find((each) => each.key === key);
      if (!entry) return;
      if (entry.id !== null) ports?.take(entry.id, stance);
      else change(key, { stance: entry.stance === stance ? null : stance });
    },
    cancel(key) {
      if (entries().some((each) => each.key === key && !each.wasSent)) drop(key);
    },
    forgetGone: () => view.setState({ gone: 0 }),
    look,
    attach(own) {
      ports = own;
      look();
      return () => {
        if (ports === own) ports = null;
      };
    },
  };
}
