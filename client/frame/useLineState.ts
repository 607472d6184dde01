import { useSyncExternalStore } from 'react';
import { useLine } from '../sync/Seat.tsx';
import type { ConnectionState } from '../ui/ConnectionBanner.tsx';

/** How the line to the meeting is, in the words of the banner: without a network there is no point in "reconnecting". */
export function useLineState(): ConnectionState {
  const line = useLine();
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  // A server on the same machine or in the same hall is reached without what the device calls a network.
  if (line === 'live') return 'connected';
  if (line === 'signed-out' || line === 'outdated') return line;
  return isOnline ? line : 'offline';
}

function watchNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
