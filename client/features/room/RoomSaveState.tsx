import type { Room } from '@shared/domain/room.ts';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useLine } from '../../sync/Seat.tsx';
import { SaveState, type Saving } from '../../ui/SaveState.tsx';
import { unsavedCount } from './fieldDesk.ts';
import { useDraftStatus } from './openDraft.ts';
import { useFieldDesk } from './useFieldDesk.ts';

/** Whether everything that one has written in the room is on the server: words and fields together. */
export function RoomSaveState({ room }: { room: Room }) {
  const desk = useFieldDesk();
  const status = useDraftStatus();
  const isLive = useLine() === 'live';
  const inFields = useStore(desk.changes, unsavedCount);
  const n = inFields + ('n' in status ? status.n : 0);
  const isStuck = useStore(desk.changes, (changes) => Object.values(changes).some(({ phase }) => phase === 'refused'));
  const isMoving = isLive && status.kind !== 'full' && !isStuck;
  useLeaveWarning(n > 0);
  return <SaveState state={savingOf(n, isMoving, room.phase === 'frozen')} unsavedCount={n} />;
}

function savingOf(n: number, isMoving: boolean, isFrozen: boolean): Saving {
  if (n > 0) return isMoving ? 'saving' : 'unsaved';
  return isFrozen ? 'frozen' : 'saved';
}

/** Closing the window while something is unsaved asks first. */
function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
