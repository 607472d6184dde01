// The first screen of a delegate must come over a conference hall's Wi-Fi: at most 150 kB of script, compressed, the editor
// and every other page apart. Reads what the build of the pages has written down about itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 150_000;

/** What the first screen loads at once, and what it fetches before anything is drawn: the largest catalogue and table of names. */
const first = ['index.html', 'frame/ConsultationApp.tsx'];
const oneOf = [/catalogue.*\/first/, /stateNames\/[a-z]{2}\.json$/];

/** The scripts of a delegate's first screen with their compressed sizes in bytes. */
function firstScreen(clientDir) {
  const manifest = JSON.parse(readFileSync(join(clientDir, '.vite/manifest.json'), 'utf8'));
  const sizes = new Map();
  const size = (file) => gzipSync(readFileSync(join(clientDir, file)), { level: 9 }).length;
  const take = (key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build knows no ${key}`);
    if (sizes.has(chunk.file)) return;
    sizes.set(chunk.file, size(chunk.file));
    for (const imported of chunk.imports ?? []) take(imported);
  };
  for (const key of first) take(key);
  for (const pattern of oneOf) {
    const keys = Object.keys(manifest).filter((key) => pattern.test(key) && manifest[key].file.endsWith('.js'));
    const largest = keys.sort((a, b) => size(manifest[b].file) - size(manifest[a].file))[0];
    if (!largest) throw new Error(`the build knows no ${pattern}`);
    take(largest);
  }
  return sizes;
}

/** Ends the build where the first screen has become too heavy. */
export function keepBudget(clientDir) {
  const sizes = firstScreen(clientDir);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (total <= limit) return total;
  const lines = [...sizes].map(([file, size]) => `  ${String(size).padStart(7)} ${file}`);
  throw new Error(
    `A delegate's first screen takes ${total} bytes of script, compressed; ${limit} are allowed.\n${lines.join('\n')}`,
  );
}
