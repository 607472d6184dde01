import { useEffect, useState } from 'react';

/** The time of the server, read again at every full second of it. */
export function useNow(serverOffsetMs = 0, isRunning = true): number {
  const [now, setNow] = useState(() => Date.now() + serverOffsetMs);
  useEffect(() => {
    if (!isRunning) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const current = Date.now() + serverOffsetMs;
      setNow(current);
      timer = setTimeout(tick, 1000 - (current % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [serverOffsetMs, isRunning]);
  return now;
}
