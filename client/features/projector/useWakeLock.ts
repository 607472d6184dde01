import { useEffect } from 'react';

/** Keeps the screen of the hall from going dark, wherever the browser can; it is asked again when the page comes back. */
export function useWakeLock(): void {
  useEffect(() => {
    let isMounted = true;
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (!isMounted) await lock.release();
      } catch {
        // Refused on low battery or by policy: the device's own setting then rules.
      }
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      isMounted = false;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
