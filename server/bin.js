#!/usr/bin/env node
// Builds what is out of date, then runs the program. Plain JavaScript, because Node 20 does not read TypeScript.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist/server/rapporteur.mjs');

const newest = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const sources = ['client', 'server', 'shared', 'package.json', 'vite.config.ts'].map((path) =>
  newest(join(root, path)),
);
if (Math.max(...sources) > newest(program)) {
  const built = spawnSync(process.execPath, [join(root, 'server/build.js')], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const { run } = await import(program);
process.exitCode = await run(process.argv.slice(2));
