/** A draft's log that is written and compacted without end in a process of its own, to be killed: tells each number that is stored. */
import { writeSync } from 'node:fs';
import { openStorage } from '../../server/storage/sqlite/open.ts';

const [dataDir = ''] = process.argv.slice(2);
const { drafts } = openStorage(dataDir);
/** Each row holds how many updates it stands for, and enough bytes for a transaction to take several pages. */
const row = (count: number) => {
  const bytes = new Uint8Array(2_000);
  new DataView(bytes.buffer).setUint32(0, count);
  return bytes;
};
for (;;) {
  const rows = Array.from({ length: 20 }, () => ({ itemId: 'a', update: row(1) }));
  const n = drafts.append('c1', rows).at(-1) ?? 0;
  writeSync(1, `${n}\n`);
  drafts.compact('c1', 'a', row(n));
}
