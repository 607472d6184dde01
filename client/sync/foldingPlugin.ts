import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
type Name = Node & { name?: string };

/** What of a slice only the server needs: how it decides, and by which schemas it reads commands and tells events. */
const ofServer = new Set(['decide', 'commands', 'events']);
/** The module that gathers the slices, and what the names of their folding halves end in. */
const gathering = '/shared/domain/rulebook.ts';
const folded = '.folded.ts';
/** What makes a schema besides `z` itself. */
const makers = new Set(['id', 'line', 'text']);

/**
 * Leaves all of the rules but `evolve` out of the browser's build: a browser folds events and asks the server, so what only a
 * decision needs – the dealing of rooms, the count of majorities, what a payload looks like – need not come over a conference
 * hall's Wi-Fi. What a person may ask for is in the table of permits, which stays, and so do the words of an enumeration.
 *
 * A slice becomes two modules: what screens ask of it stays where it is, and its `evolve`, which only the rulebook gathers,
 * comes in a module of its own, after the first screen.
 */
export function foldingPlugin(): Plugin {
  return {
    name: 'rapporteur-folding',
    apply: 'build',
    resolveId: {
      order: 'pre',
      handler(source, importer) {
        if (!importer?.endsWith(gathering) || !source.startsWith('./')) return null;
        const file = resolve(dirname(importer), source);
        return /\bdefineSlice\(/.test(readFileSync(file, 'utf8')) ? file.replace(/\.ts$/, folded) : null;
      },
    },
    load(id) {
      return id.endsWith(folded) ? readFileSync(id.replace(folded, '.ts'), 'utf8') : null;
    },
    transform: {
      order: 'post',
      filter: { id: /\/shared\/domain\/[\w/]+(\.folded)?\.ts$/, code: /\bzod\/mini\b/ },
      handler(code, id) {
        const changes: Change[] = [];
        const program = this.parse(code) as unknown as Node;
        collectSlice(program, changes, id.endsWith(folded));
        for (const statement of program.body as Node[]) collectSchemas(statement, changes);
        if (changes.length === 0) return null;
        let out = code;
        for (const { start, end, by } of changes.sort((a, b) => b.start - a.start))
          out = `${out.slice(0, start)}${by}${out.slice(end)}`;
        return { code: withoutIdleImports(out, this.parse(out) as unknown as Node), map: null };
      },
    },
  };
}

interface Change {
  start: number;
  end: number;
  by: string;
}

/** The properties given to `defineSlice` that stay with the server; without `evolve` nothing is left of a slice. */
function collectSlice(node: Node, changes: Change[], isFolded: boolean): void {
  if (isSlice(node)) {
    if (!isFolded) {
      changes.push({ start: node.start, end: node.end, by: '{}' });
      return;
    }
    const [slice] = node.arguments as Node[];
    for (const { start, end, key } of (slice?.properties ?? []) as Node[]) {
      const name = (key as Name | undefined)?.name ?? '';
      if (ofServer.has(name)) changes.push({ start, end, by: `${name}: {}` });
    }
    return;
  }
  for (const child of childrenOf(node)) collectSlice(child, changes, isFolded);
}

/** The schemas that a module makes when it is loaded; an enumeration has words that screens list. */
function collectSchemas(node: Node, changes: Change[]): void {
  if (isSlice(node) || /Function|Class/.test(node.type)) return;
  const root = node.type === 'CallExpression' ? rootOf(node) : '';
  if (root === 'z.enum') return;
  if (root.startsWith('z.') || makers.has(root)) changes.push({ start: node.start, end: node.end, by: 'z.inert' });
  else for (const child of childrenOf(node)) collectSchemas(child, changes);
}

function isSlice(node: Node): boolean {
  return node.type === 'CallExpression' && (node.callee as Name).name === 'defineSlice';
}

/** Imports of what only a decision used go too: the bundler would still fetch them with the first screen. */
function withoutIdleImports(code: string, program: Node): string {
  const imports = (program.body as Node[]).filter(({ type }) => type === 'ImportDeclaration');
  const without = (idle: Node[]) =>
    idle.reduceRight((out, { start, end }) => out.slice(0, start) + out.slice(end), code);
  const rest = without(imports);
  const isUsed = ({ local }: Node) => new RegExp(`(?<![\\w$])${(local as Name).name}(?![\\w$])`).test(rest);
  return without(imports.filter(({ specifiers }) => !(specifiers as Node[]).some(isUsed)));
}

/** Where a chain of calls begins: `z.string` of `z.string().check(…)`, `line` of `line(120)`. */
function rootOf(node: Node): string {
  if (node.type === 'CallExpression') return rootOf(node.callee as Node);
  if (node.type !== 'MemberExpression') return (node as Name).name ?? '';
  const object = node.object as Name;
  return object.name === undefined ? rootOf(object) : `${object.name}.${(node.property as Name).name}`;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof child === 'object' && child !== null && 'type' in child);
}
