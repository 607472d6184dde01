/**
 * A draft of many typed updates, opened after a restart: as a running server leaves it, with its log made short every 500 rows,
 * and at worst, with every row still there. Read from SQLite, brought into memory, sent to a page and shown by its editor's
 * document; beside it, in turns, the bare reading of the same rows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDraft, textOf } from '@shared/draft/draftShape.ts';
import * as Y from 'yjs';
import { documentOf } from '../../client/editor/flatText.ts';
import { createLiveDraft, docOf } from '../../server/gate/liveDraft.ts';
import { openStorage } from '../../server/storage/sqlite/open.ts';
import { median, printTable, shown } from './figures.ts';

const [consultationId, asLeft, atWorst] = ['bench', 'as left', 'at worst'];
/** As the server does it: see draftDesks.ts. */
const rowsBeforeCompaction = 500;

export async function opening(isQuick: boolean): Promise<void> {
  const updates = typed(isQuick ? 5_000 : 50_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const storage = openStorage(dataDir);
  try {
    const { drafts } = storage;
    const append = (itemId: string, some: readonly Uint8Array[]) =>
      drafts.append(
        consultationId,
        some.map((update) => ({ itemId, update })),
      );
    const load = (itemId: string) => () => drafts.load(consultationId, itemId)?.updates ?? [];
    for (let at = 0; at < updates.length; at += 1_000) append(atWorst, updates.slice(at, at + 1_000));
    // One row fewer than would make it short again.
    const short = Math.floor((updates.length - 1) / rowsBeforeCompaction) * rowsBeforeCompaction;
    append(asLeft, updates.slice(0, 1));
    drafts.compact(consultationId, asLeft, Y.encodeStateAsUpdate(docOf(updates.slice(0, short))));
    append(asLeft, updates.slice(short));
    const rows = [asLeft, atWorst].map((itemId) => row(`${shown(updates.length)} updates, ${itemId}`, load(itemId)));
    const state = createLiveDraft(atWorst, 1, load(atWorst)).stateAsUpdate();
    const compacting = timed(() => drafts.compact(consultationId, atWorst, state));
    rows.push(row('at worst, opened once before', load(atWorst)));
    printTable(rows);
    process.stdout.write(`\nMaking the log short at the first opening: ${shown(compacting.ms)} ms.\n`);
  } finally {
    storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** What eight people type in turns of some letters: one behind the other, now and then elsewhere or one back, and new paragraphs. */
function typed(count: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const doc = emptyDraft();
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = textOf(doc);
  const carets = Array.from({ length: 8 }, (_, who) => ({ at: 1, client: 1_000_000_000 + who * 7_919 }));
  const moved = (from: number, by: number) => {
    for (const caret of carets) if (caret.at >= from) caret.at += by;
  };
  for (let n = 0; n < count; n++) {
    const caret = carets[Math.floor(n / 3) % carets.length];
    if (!caret) break;
    doc.clientID = caret.client;
    if (n % 50 === 0) caret.at = 1 + ((n * 7_919) % text.length);
    const { at } = caret;
    if (n % 17 === 16 && at > 1) {
      moved(at, -1);
      text.delete(at - 1, 1);
    } else {
      moved(at, 1);
      if (n % 300 === 299) text.insertEmbed(at, { p: `p${n}` }, {});
      else text.insert(at, n % 6 === 5 ? ' ' : 'a', {});
    }
  }
  return updates;
}

function row(what: string, load: () => readonly Uint8Array[]): Record<string, string | number> {
  const open = () => createLiveDraft(atWorst, 1, load);
  const state = open().stateAsUpdate();
  const figures: Record<'read' | 'open' | 'page', Taken[]> = { read: [], open: [], page: [] };
  for (let turn = 0; turn < 9; turn++) {
    figures.read.push(timed(load));
    figures.open.push(timed(open));
    figures.page.push(timed(() => takeIn(state)));
  }
  const of = (name: keyof typeof figures, kind: keyof Taken) => median(figures[name].map((each) => each[kind]));
  return {
    log: what,
    'read, ms': of('read', 'ms'),
    'read and open, ms': of('open', 'ms'),
    ratio: of('open', 'ms') / of('read', 'ms'),
    'its CPU': of('open', 'cpuMs'),
    'in the page, ms': of('page', 'ms'),
    'page, CPU': of('page', 'cpuMs'),
  };
}

/** What a page does with what it gets; drawing not counted. */
function takeIn(state: Uint8Array): unknown {
  const doc = emptyDraft();
  Y.applyUpdate(doc, state);
  return documentOf(textOf(doc));
}

interface Taken {
  ms: number;
  /** Of all threads; where others use the same cores it tells more than the clock. */
  cpuMs: number;
}

function timed(act: () => unknown): Taken {
  const [began, used] = [performance.now(), process.cpuUsage()];
  act();
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - began, cpuMs: (user + system) / 1_000 };
}
