import { useCallback, useEffect, useState } from 'react';
import { discardRecovered, listRecovered, type RecoveredDraft } from '../../http.ts';
import { useLine, useSeat } from '../../sync/Seat.tsx';

const none: readonly RecoveredDraft[] = [];

/** One's own words that came after a freeze, as the server keeps them; asked for again whenever some were kept. */
export function useRecovered() {
  const { consultationId, connection } = useSeat();
  const isLive = useLine() === 'live';
  const [drafts, setDrafts] = useState(none);
  const ask = useCallback(async () => {
    const answer = await listRecovered(consultationId);
    if (answer.ok) setDrafts(answer.drafts);
  }, [consultationId]);
  useEffect(() => {
    if (isLive) void ask();
  }, [isLive, ask]);
  useEffect(() => connection.on('recovered', () => void ask()), [connection, ask]);
  const discard = async (id: string) => {
    const answer = await discardRecovered(consultationId, id);
    // Gone already, from another window, is gone as well.
    if (answer.ok || answer.code === 'draft.unknown') setDrafts((known) => known.filter((each) => each.id !== id));
    return answer;
  };
  return { drafts, discard };
}
