import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEntry } from '../../server/ports/journal.ts';

/** Runs the work in a directory of its own, which is kept when the work fails. */
export async function inDirectory(work: (directory: string) => void | Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-storage-'));
  await work(directory);
  rmSync(directory, { recursive: true });
}

/** Plenary entries in a row, each with its own payload. */
export function plenaryEntries(from: number, count: number, padding = ''): NewEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    scope: 'plenary',
    pos: from + index,
    type: 'position.PositionSignalled',
    data: { voteId: 'v1', delegationId: `D${from + index}`, padding },
    at: 1_497_000_000_000 + from + index,
    by: `p${from + index}`,
    commandId: `command-${from + index}`,
  }));
}
