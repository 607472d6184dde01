import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const filesIn = (directory: string, ending: RegExp): string[] =>
  readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(root, directory, name));

/** Every rule as it stands in the text, in order. */
function rulesIn(text: string): string[] {
  return [...text.matchAll(/^- \*\*([A-Z]+-\d+)\*\*/gm)].map(([, rule]) => String(rule));
}

/** Every rule that a title cites: titles begin with the rules that they are about. */
function citedIn(source: string): string[] {
  const titles = source.matchAll(/['"`]((?:\[[A-Z]+-\d+\] ?)+)/g);
  return [...titles].flatMap(([, rules]) => [...String(rules).matchAll(/[A-Z]+-\d+/g)].map(([rule]) => rule));
}

const text = readFileSync(join(root, 'shared/domain/RULES.md'), 'utf8');
const rules = rulesIn(text);
const cited = new Map<string, string[]>();
const sources = filesIn('test', /\.(test|spec|contract)\.tsx?$/).filter((file) => file !== import.meta.filename);
for (const file of sources)
  for (const rule of citedIn(readFileSync(file, 'utf8'))) cited.set(rule, [...(cited.get(rule) ?? []), file]);

describe('the rules', () => {
  test('are each cited by the title of a test', () => {
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
  });

  test('that tests cite are all written down', () => {
    const unknown = [...cited].filter(([rule]) => !rules.includes(rule));
    expect(unknown).toEqual([]);
  });

  test('that code names are all written down', () => {
    const kinds = [...new Set(rules.map((rule) => rule.split('-')[0]))].join('|');
    const named = filesIn('shared/domain', /\.ts$/).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(new RegExp(`\\b(?:${kinds})-\\d+\\b`, 'g'))].map(([rule]) => rule),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  test('are numbered from one, without gap or repeat, each under its heading', () => {
    for (const section of text.split(/^(?=## )/m).slice(1)) {
      const kind = /^## ([A-Z]+):/.exec(section)?.[1];
      const numbers = rulesIn(section);
      expect(numbers).toEqual(numbers.map((_, at) => `${kind}-${at + 1}`));
    }
  });

  test('stand in one file', () => {
    expect(filesIn('shared/domain', /RULES.*\.md$/)).toEqual([join(root, 'shared/domain/RULES.md')]);
  });

  test('of a text and the citations of a source are found as they are meant', () => {
    expect(rulesIn('- **ABC-1** One.\n  See **ABC-9**.\n- **ABC-2** Two.')).toEqual(['ABC-1', 'ABC-2']);
    const source = `
      test('[ABC-1] [ABC-2] title', () => {}); // [ABC-3]
      describe("[ABC-4] group", () => {});
      test.each(table)(\n  '[ABC-5] %s', () => {});
      expect(codes).toEqual([ABC-6]);
    `;
    expect(citedIn(source)).toEqual(['ABC-1', 'ABC-2', 'ABC-4', 'ABC-5']);
  });
});
