// Bundles the benches into dist/bench and runs one: node test/bench/run.js <name> [--quick]. Plain JavaScript, as server/bin.js.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const out = join(root, 'dist/bench');
await build({
  entryPoints: readdirSync(here)
    .filter((name) => name.endsWith('.process.ts'))
    .map((name) => join(here, name)),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  alias: { '@shared': join(root, 'shared') },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [join(out, 'bench.process.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
});
process.exitCode = status ?? 1;
