import type { PersonRow } from '@shared/protocol/http.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type HttpRefusal, listPeople } from '../../../http.ts';
import { useDelegationNames } from '../../../parts/useDelegationNames.ts';
import { usePeople, useReplica, useSeat } from '../../../sync/Seat.tsx';

/** A person as the secretariat knows them: the seat live from the meeting, the rest from the table of people. */
export interface Row extends PersonRow {
  delegation: string;
}

export interface PeopleRows {
  rows: readonly Row[];
  refusal: HttpRefusal | null;
  isLoading: boolean;
  reload: () => void;
}

const quietMs = 300;

/** Everyone with a seat; asked again when seats change, since links and addresses do not travel with the meeting. */
export function usePeopleRows(): PeopleRows {
  const { consultationId } = useSeat();
  const nameOf = useDelegationNames();
  const names = usePeople();
  const participants = useReplica(({ plenary }) => plenary.delegation.participants);
  const [known, setKnown] = useState<Record<string, PersonRow> | null>(null);
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null);
  const load = useCallback(async () => {
    const answer = await listPeople(consultationId);
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) setKnown(Object.fromEntries(answer.people.map((person) => [person.participantId, person])));
  }, [consultationId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of seats is the reason to ask again.
  useEffect(() => {
    const timer = setTimeout(() => void load(), known === null ? 0 : quietMs);
    return () => clearTimeout(timer);
  }, [load, participants]);
  const rows = useMemo(
    () =>
      Object.values(participants).map(({ id, role, delegationId, isActive }): Row => {
        const { email = null, language = null, link = null, name = '' } = known?.[id] ?? {};
        const delegation = delegationId ? nameOf(delegationId) : '';
        return {
          participantId: id,
          name: names[id]?.name ?? name,
          email,
          language,
          role,
          delegationId,
          isActive,
          link,
          delegation,
        };
      }),
    [participants, known, names, nameOf],
  );
  return { rows, refusal, isLoading: known === null && refusal === null, reload: () => void load() };
}
