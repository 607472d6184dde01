import { useEffect, useRef } from 'react';

/** Calls back when a value changes after it was first seen. */
export function useChange<T>(value: T, changed: (before: T) => void): void {
  const last = useRef(value);
  const call = useRef(changed);
  call.current = changed;
  useEffect(() => {
    const before = last.current;
    last.current = value;
    if (before !== value) call.current(before);
  }, [value]);
}
