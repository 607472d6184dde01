import { useCallback, useEffect, useRef, useState } from 'react';

const restMs = 3_000;

/** Whether one types just now: true from a key until a few seconds after the last. */
export function useTyping(): [isTyping: boolean, typed: () => void] {
  const [isTyping, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const typed = useCallback(() => {
    setTyping(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTyping(false), restMs);
  }, []);
  return [isTyping, typed];
}
