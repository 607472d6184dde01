/**
 * A draft of many typed updates, opened after a restart: read from SQLite and brought into memory, with its whole log and once it
 * has been compacted; beside it, in turns, the bare reading of the same rows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDraft, textOf } from '@shared/draft/draftShape.ts';
import { createLiveDraft } from '../../server/gate/liveDraft.ts';
import { openStorage } from '../../server/storage/sqlite/open.ts';
import { median, printTable, shown } from './figures.ts';

const [consultationId, itemId] = ['bench', 'item'];

export async function opening(isQuick: boolean): Promise<void> {
  const updates = typed(isQuick ? 5_000 : 50_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const storage = openStorage(dataDir);
  try {
    const { drafts } = storage;
    for (let at = 0; at < updates.length; at += 1_000)
      drafts.append(
        consultationId,
        updates.slice(at, at + 1_000).map((update) => ({ itemId, update })),
      );
    const load = () => drafts.load(consultationId, itemId)?.updates ?? [];
    const rows = [row(`${shown(updates.length)} updates`, load)];
    drafts.compact(consultationId, itemId, createLiveDraft(itemId, 1, load).stateAsUpdate());
    rows.push(row('compacted', load));
    printTable(rows);
  } finally {
    storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Letter by letter, mostly one behind the other, sometimes elsewhere, as two people type. */
function typed(count: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const doc = emptyDraft();
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = textOf(doc);
  for (let n = 0, at = 1; n < count; n++, at++) {
    if (n % 50 === 0) at = 1 + ((n * 7_919) % text.length);
    text.insert(Math.min(at, text.length), n % 6 === 5 ? ' ' : 'a', {});
  }
  return updates;
}

function row(what: string, load: () => readonly Uint8Array[]): Record<string, string | number> {
  const figures: Record<'read' | 'open', number[]> = { read: [], open: [] };
  for (let turn = 0; turn < 5; turn++) {
    figures.read.push(timed(load));
    figures.open.push(timed(() => createLiveDraft(itemId, 1, load)));
  }
  const [read, open] = [median(figures.read), median(figures.open)];
  return { log: what, 'read, ms': read, 'read and open, ms': open, ratio: open / read };
}

function timed(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}
