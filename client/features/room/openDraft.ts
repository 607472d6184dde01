import type { DraftText } from '@shared/domain/draftText.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import { createContext, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type DraftChannel, type DraftStatus, type DraftView, openDraft } from '../../sync/draftChannel.ts';
import { useSeat, useYou } from '../../sync/Seat.tsx';

/** The one draft whose text is open on this page. */
export const OpenDraftContext = createContext<DraftChannel | null>(null);

/** Opens the shared text of the draft that is looked at, and lets go of the one before; the others stay closed. */
export function useDraftChannel(itemId: string | null, mayWrite: boolean): DraftChannel | null {
  const { connection, consultationId } = useSeat();
  const { participantId } = useYou();
  const [open, setOpen] = useState<{ itemId: string; channel: DraftChannel } | null>(null);
  useEffect(() => {
    if (itemId === null) return;
    const channel = openDraft({ connection, consultationId, participantId, itemId, mayWrite });
    setOpen({ itemId, channel });
    return () => void channel.close();
  }, [connection, consultationId, participantId, itemId, mayWrite]);
  return open?.itemId === itemId ? open.channel : null;
}

export function useOpenDraft(): DraftChannel | null {
  return useContext(OpenDraftContext);
}

const quiet: DraftStatus = { kind: 'saved' };
const nobody: ReadonlyMap<string, Uint8Array> = new Map();
type ReadView = Pick<StoreApi<DraftView | null>, 'getState' | 'getInitialState' | 'subscribe'>;
const noView: ReadView = createStore<DraftView | null>(() => null);

/** Something of the open draft; of none while none is open. */
function useOpenView<T>(channel: DraftChannel | null, select: (view: DraftView | null) => T): T {
  return useStore<ReadView, T>(channel?.view ?? noView, select);
}

/** Where the words of the open draft are. */
export function useDraftStatus(): DraftStatus {
  return useOpenView(useOpenDraft(), (view) => view?.status ?? quiet);
}

/** Whose carets stand in the open draft. */
export function useWriters(): ReadonlyMap<string, Uint8Array> {
  return useOpenView(useOpenDraft(), (view) => view?.carets ?? nobody);
}

const readAfterMs = 300;

/** The text of the open draft, read again when the typing pauses. */
export function useOpenDraftText(): DraftText | null {
  const doc = useOpenView(useOpenDraft(), (view) => view?.doc ?? null);
  const [read, setRead] = useState<{ doc: unknown; text: DraftText } | null>(null);
  useEffect(() => {
    if (!doc) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => setRead({ doc, text: readDraft(doc) });
    const lookSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, readAfterMs);
    };
    look();
    doc.on('update', lookSoon);
    return () => {
      clearTimeout(timer);
      doc.off('update', lookSoon);
    };
  }, [doc]);
  return read?.doc === doc ? (read?.text ?? null) : null;
}
