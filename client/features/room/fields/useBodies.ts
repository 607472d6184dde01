import type { Body } from '@shared/data/instruments.ts';
import { useEffect, useState } from 'react';

const none: readonly Body[] = [];

/** The organizations of the tables, downloaded with the instruments; empty until they are here. */
export function useBodies(): readonly Body[] {
  const [bodies, setBodies] = useState(none);
  useEffect(() => {
    let isCurrent = true;
    import('@shared/data/instruments.ts').then(
      (module) => isCurrent && setBodies(module.bodies),
      // Delegations and own words can still be chosen; the next opening tries again.
      (error: unknown) => console.error('organizations not loaded', error),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return bodies;
}
