/** Opens a directory as somebody without rights in it, and tells why that fails. */
import { writeSync } from 'node:fs';
import { connect } from '../../server/storage/sqlite/database.ts';
import { openStorage } from '../../server/storage/sqlite/open.ts';

const [dataDir = ''] = process.argv.slice(2);
// Loads SQLite while there are still rights to read it.
connect(`${dataDir}/../loaded.db`).close();
// Nothing is forbidden to root, so the process becomes nobody.
if (process.getuid?.() === 0) process.setuid?.(65534);
try {
  openStorage(dataDir);
  writeSync(1, 'opened');
} catch (error) {
  writeSync(1, error instanceof Error && 'code' in error ? `${error.code} ${error.message}` : String(error));
}
