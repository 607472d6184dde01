import { useEffect, useState } from 'react';

/** A second press that was meant for the step before does not act. */
const stillMs = 500;

/** Whether so long has passed that a second press was not meant for the step before. */
export function useStillness(): boolean {
  const [isStill, setStill] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStill(true), stillMs);
    return () => clearTimeout(timer);
  }, []);
  return isStill;
}
