import { useCallback, useState } from 'react';
import type { Refused } from '../../parts/refusalWords.ts';
import { useSend } from '../../sync/Seat.tsx';

/** Asks for one of many acts of a desk, whose last refusal is told; the answer says whether it was done. */
export function useAsk() {
  const send = useSend();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const ask = useCallback(
    async (...asked: Parameters<typeof send>): Promise<boolean> => {
      const answer = await send(...asked);
      setRefusal(answer.ok ? null : answer);
      return answer.ok;
    },
    [send],
  );
  /** Tells a refusal of something asked for elsewhere; null takes the last one away. */
  const tell = useCallback((refused: Refused | null) => setRefusal(refused), []);
  return { ask, refusal, tell };
}
