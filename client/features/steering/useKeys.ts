import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What single keys do, by letter or by the browser's name of the key. */
export type KeyActs = Readonly<Record<string, (() => void) | undefined>>;

/** Listens to single keys while nobody writes in a field, no dialog is open, and the person has not switched them off. */
export function useKeys(acts: KeyActs): void {
  const { isOn } = useKeysSetting();
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const act = latest.current[event.key.toLowerCase()] ?? latest.current[letterOf(event.code)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
}

/** The letter printed on a key, whatever alphabet the keyboard writes now. */
export function letterOf(code: string): string {
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : '';
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('input, textarea, select, [role="menu"]')) return true;
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

const stored = 'rapporteur.keys';
const listeners = new Set<() => void>();
let isOnNow: boolean | undefined;

/** Whether single keys act on this device. People who dictate or use switch devices turn them off. */
export function useKeysSetting(): { isOn: boolean; setOn: (isOn: boolean) => void } {
  return { isOn: useSyncExternalStore(subscribe, read), setOn };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): boolean {
  try {
    isOnNow ??= localStorage.getItem(stored) !== 'off';
  } catch {
    // A browser that forbids storage keeps the setting until the page is left.
    isOnNow ??= true;
  }
  return isOnNow;
}

function setOn(isOn: boolean): void {
  isOnNow = isOn;
  try {
    localStorage.setItem(stored, isOn ? 'on' : 'off');
  } catch {
    // See above.
  }
  for (const listener of listeners) listener();
}
