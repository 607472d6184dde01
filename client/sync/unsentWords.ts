/** Keeps in the browser what was written and not yet acknowledged, so that a reload without a connection loses no word. */
import * as buffer from 'lib0/buffer';

/** What of a draft had not been acknowledged when it was last kept. */
export interface UnsentWords {
  epoch: number;
  updates: Uint8Array[];
  /** The whole text as it read, should the updates fit nowhere any more. */
  text: string;
}

export type WordKeeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Beyond this the browser's own limit would be near; the words then live in the page only. */
const mostCharacters = 1_000_000;

export interface UnsentStore {
  /** Everything kept for this draft, also by earlier pages. */
  all(): UnsentWords[];
  keep(words: UnsentWords): void;
  /** Forgets what this page and the ones before it kept. */
  forget(): void;
}

/** The browser's keeper; null where it has none or forbids it. */
export function browserKeeper(): WordKeeper | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** A place for one draft of one person; each page has its own entry, so that two of them do not write over each other. */
export function unsentStore(keeper: WordKeeper | null, place: readonly string[], page: number): UnsentStore {
  const prefix = `rapporteur.unsent/${place.join('/')}/`;
  const own = prefix + page;
  const taken = new Set<string>();

  function keys(): string[] {
    const found: string[] = [];
    for (let at = 0; at < (keeper?.length ?? 0); at++) {
      const key = keeper?.key(at);
      if (key?.startsWith(prefix)) found.push(key);
    }
    return found;
  }

  function safely<T>(act: () => T, otherwise: T): T {
    try {
      return act();
    } catch {
      // Full, or forbidden meanwhile: keeping is a help, never a condition.
      return otherwise;
    }
  }

  return {
    all: () =>
      safely(() => {
        const found = keys();
        for (const key of found) taken.add(key);
        return found.flatMap((key) => read(keeper?.getItem(key) ?? null));
      }, []),
    keep({ epoch, updates, text }) {
      const entry = JSON.stringify({ epoch, updates: updates.map((update) => buffer.toBase64(update)), text });
      if (entry.length > mostCharacters) return;
      safely(() => keeper?.setItem(own, entry), undefined);
    },
    forget() {
      for (const key of [own, ...taken]) safely(() => keeper?.removeItem(key), undefined);
      taken.clear();
    },
  };
}

function read(entry: string | null): UnsentWords[] {
  if (!entry) return [];
  try {
    const { epoch, updates, text } = JSON.parse(entry) as { epoch: number; updates: string[]; text: string };
    return [{ epoch: Number(epoch), updates: updates.map((update) => buffer.fromBase64(update)), text: String(text) }];
  } catch {
    return [];
  }
}
