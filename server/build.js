// Builds the pages and the program into dist/: both from the sources, nothing downloaded.
import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildPages } from 'vite';
import { keepBudget } from './budget.js';
import { bundleProgram } from './bundle.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist/server');
mkdirSync(out, { recursive: true });
process.chdir(root);
await buildPages({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
keepBudget(join(root, 'dist/client'));
await bundleProgram(join(root, 'server/cli/rapporteur.ts'), join(out, 'rapporteur.mjs'));
// The stamp of the build: later than every source, whatever the two builds took.
const now = new Date();
utimesSync(join(out, 'rapporteur.mjs'), now, now);
