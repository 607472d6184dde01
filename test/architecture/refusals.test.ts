import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMessages } from '@shared/i18n/catalogueFiles.ts';
import { gateCodes } from '@shared/protocol/wire.ts';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sentences = readMessages(root, 'en');

/** Every code that a source refuses with, in the rules, at the gate or over HTTP. */
function codesIn(source: string): string[] {
  const ways = [
    /\brefused?\(\s*'([\w.-]+)'/g,
    /\bHttpRefusal\(\s*\d+,\s*'([\w.-]+)'/g,
    /\bok: false,\s*code: '([\w.-]+)'/g,
    /\bdismiss\([^)]*'([\w.-]+)'\)/g,
    /\bsignOut\([^)]*'([\w.-]+)'\)/g,
  ];
  return ways.flatMap((way) => [...source.matchAll(way)].map(([, code]) => String(code)));
}

test('whatever is refused is said in a sentence', () => {
  const files = ['shared/domain', 'server'].flatMap((directory) =>
    readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, directory, name)),
  );
  const codes = new Set([...gateCodes, ...files.flatMap((file) => codesIn(readFileSync(file, 'utf8')))]);
  expect(codes.size).toBeGreaterThan(100);
  expect([...codes].filter((code) => !sentences[`refusal.${code}`]).sort()).toEqual([]);
});

test('a code is found however it is refused with', () => {
  const source = `refuse('a.b', {}); refused('C'); new HttpRefusal(\n403, 'd.e-f'); return { ok: false, code: 'G' };
    dismiss(socket, 'h.i'); live.signOut(id, 'j.k');`;
  expect(codesIn(source)).toEqual(['a.b', 'C', 'd.e-f', 'G', 'h.i', 'j.k']);
});
