/** Where a journal to be checked may lie: a data directory, an archive, a decisions file. */
import { readFileSync } from 'node:fs';
import { CannotStart } from '../ports/cannotStart.ts';
import type { JournalExportEntry } from '../ports/journal.ts';
import { type ChainedEntry, fromExport } from '../storage/hashChain.ts';
import { readChains } from '../storage/sqlite/readChains.ts';
import { chainsOf } from './archiveFile.ts';
import { type Difference, differencesOf, entriesOf, isDecisionsFile, textOf } from './decisionsFile.ts';

export interface Source {
  chains: Iterable<{ consultationId: string; entries: Iterable<ChainedEntry | null> }>;
  /** What is wrong with the database as a file, or null. */
  damage(): string | null;
  /** Where a decisions file differs from what its intact entries make of it. */
  differences(stateNames: Readonly<Record<string, string>>): Difference[];
  close(): void;
}

/** A data directory, also while a server runs on it. @throws CannotStart */
export function directorySource(dataDir: string): Source {
  return { ...readChains(dataDir), differences: () => [] };
}

/** An archive or a decisions file. @throws CannotStart */
export function fileSource(file: string): Source {
  const bytes = read(file);
  const text = textOf(bytes);
  if (!isDecisionsFile(text)) {
    const chains = [...chainsOf(file, text)].map(([consultationId, entries]) => chainOf(consultationId, entries));
    return { chains, damage: () => null, differences: () => [], close: () => undefined };
  }
  const entries = entriesOf(text);
  const consultationId = entries.find((entry) => entry !== null)?.consultationId ?? '';
  return {
    chains: [chainOf(consultationId, entries)],
    damage: () => null,
    differences: (names) => {
      const whole = entries.filter((entry) => entry !== null);
      return whole.length === entries.length ? differencesOf(bytes, whole, names) : [];
    },
    close: () => undefined,
  };
}

/** An entry of another consultation cannot be read in this one's chain. */
function chainOf(consultationId: string, entries: readonly (JournalExportEntry | null)[]) {
  return {
    consultationId,
    entries: entries.map((entry) => (entry?.consultationId === consultationId ? fromExport(entry) : null)),
  };
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart('archive.unreadable', `Cannot read ${file}: ${reason}.`, { cause: error });
  }
}
