import { useMemo } from 'react';
import { useReplica } from '../sync/Seat.tsx';
import type { PickerOption } from '../ui/aria/optionSearch.ts';

/** The instruments that the map has of its own, as options of a list. */
export function useOwnInstruments(): readonly PickerOption[] {
  const instruments = useReplica(({ plenary }) => plenary.instrumentMap.instruments);
  return useMemo(
    () =>
      instruments.map(({ id, name, year, symbol }) => ({
        ...{ value: id, label: name },
        detail: [year, symbol].filter((part) => part !== null).join(' · '),
      })),
    [instruments],
  );
}
