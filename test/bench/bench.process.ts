/** Runs one bench: bench.process.mjs <name> [--quick]. */
import { ballots } from './ballots.ts';
import { draftingBusy, draftingQuiet, draftingRamp } from './drafting.ts';
import { joins } from './joins.ts';
import { opening } from './opening.ts';
import { plenary } from './plenary.ts';
import { comeback } from './return.ts';
import { storm } from './storm.ts';
import { terms } from './terms.ts';

const benches: Record<string, (isQuick: boolean) => Promise<void>> = {
  'drafting-quiet': draftingQuiet,
  'drafting-busy': draftingBusy,
  'drafting-ramp': draftingRamp,
  ballots,
  storm,
  joins,
  plenary,
  opening,
  return: comeback,
  terms,
};

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const name = args.find((argument) => !argument.startsWith('--')) ?? '';
const bench = benches[name];
if (!bench) {
  process.stderr.write(`Usage: npm run bench -- <name> [--quick]\nThe benches: ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}
// Nothing of a bench runs on: its processes end with this one.
const tooLongMs = isQuick ? 60_000 : 150_000;
setTimeout(() => {
  process.stderr.write('The bench takes too long; it was ended.\n');
  process.exit(1);
}, tooLongMs).unref();
process.stdout.write(`${name}${isQuick ? ' (quick)' : ''}\n\n`);
await bench(isQuick);
process.exit();
