// Puts the program into one file, packages and all: a server that comes back after a fault reads one file and not a thousand.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// What packages of the older kind expect to find around them.
const olderKind = `import { createRequire as $createRequire } from 'node:module';
const require = $createRequire(import.meta.url);
const __filename = import.meta.filename ?? new URL(import.meta.url).pathname;
const __dirname = __filename.slice(0, __filename.lastIndexOf('/'));`;

export function bundleProgram(entryPoint, outfile) {
  return build({
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    // It brings a library that is no JavaScript.
    external: ['@photostructure/sqlite'],
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    alias: { '@shared': here('../shared') },
    banner: { js: olderKind },
    logLevel: 'warning',
  });
}
