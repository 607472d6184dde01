/** A server's storage in a process of its own, to be killed: tells every acknowledged number on a line, until it dies. */
import { writeSync } from 'node:fs';
import { openStorage } from '../../server/storage/sqlite/open.ts';
import { plenaryEntries } from './storageFixtures.ts';

const [dataDir = ''] = process.argv.slice(2);
const { journal, drafts } = openStorage(dataDir);
for (;;) {
  const entries = plenaryEntries(journal.head('c1').seq + 1, 1 + Math.floor(Math.random() * 20));
  const answers = entries.map(({ by, commandId, pos }) => ({
    by: String(by),
    commandId,
    answer: { ok: true as const, seq: pos },
  }));
  const { lastSeq } = journal.append('c1', entries, answers);
  const [n] = drafts.append('c1', [{ itemId: 'a', update: Uint8Array.of(lastSeq % 256) }]);
  writeSync(1, `${lastSeq} ${n}\n`);
}
