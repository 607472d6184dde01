import { useEffect, useRef } from 'react';

/** What the keys of the room do. */
export interface RoomKeys {
  onNew(): void;
  onNext(): void;
  onPrevious(): void;
  onHand(): void;
  onReport(): void;
}

/** Listens for the keys of the room: with Alt, so that no letter that somebody types is taken for a command. */
export function useRoomKeys(keys: RoomKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('[role="dialog"]')) return;
      const act = actOf(event, latest.current);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    // Before the parts of the page, some of which take Enter and the arrows with any other key.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, []);
}

function actOf(event: KeyboardEvent, keys: RoomKeys): (() => void) | undefined {
  const isControl = event.ctrlKey || event.metaKey;
  if (isControl && !event.altKey && event.key === 'Enter') return keys.onReport;
  if (!event.altKey || isControl || event.shiftKey) return undefined;
  // By place on the keyboard: with Alt some layouts make other letters.
  return { KeyN: keys.onNew, KeyH: keys.onHand, ArrowDown: keys.onNext, ArrowUp: keys.onPrevious }[event.code];
}
