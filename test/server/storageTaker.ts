/** A device in a process of its own: at the given instant it exchanges every token that it is told, and counts. */
import { writeSync } from 'node:fs';
import { connect } from '../../server/storage/sqlite/database.ts';
import { sqlitePeople } from '../../server/storage/sqlite/people.ts';

const [file = '', startAt = '', ...tokens] = process.argv.slice(2);
const people = sqlitePeople(connect(file));
while (Date.now() < Number(startAt));
const taken = tokens.filter((token) => people.exchangeLink(token, 1, 2).ok);
writeSync(1, `${taken.length}\n`);
