/* Reads the program's own source for the words in it: the messages it asks for, the refusals it gives, and text that
   somebody wrote into the markup instead of the catalogue. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** The words of one source file. */
export interface CodeStrings {
  /** Identifiers handed to t() or <Message>. */
  asked: Set<string>;
  /** Identifiers put together: `ui.clock.${phase}` as a pattern. */
  patterns: Map<string, RegExp>;
  /** Every string in the file; an identifier among them counts as used. */
  literals: Set<string>;
  refusals: Set<string>;
  /** Text in the markup, with the line it stands on. */
  texts: string[];
}

interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}

const textAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'caption',
  'confirmLabel',
  'empty',
  'error',
  'hint',
  'label',
  'name',
  'over',
  'placeholder',
  'summary',
  'text',
  'title',
  'under',
  'words',
]);

// A name and a text may be codes; a sentence has a space or begins with a capital.
const codeLike = new Set(['name', 'text', 'error', 'empty']);

/** All TypeScript sources below a folder, those of the gallery for developers left out. */
export function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.d\.ts$|^ui\/gallery/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/** The words of a file below the root. */
export function codeStrings(root: string, file: string): CodeStrings {
  return stringsOf(readFileSync(join(root, file), 'utf8'), file);
}

/** The words of a source text. */
export function stringsOf(source: string, file: string): CodeStrings {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: CodeStrings = {
    asked: new Set(),
    patterns: new Map(),
    literals: new Set(),
    refusals: new Set(),
    texts: [],
  };
  const say = (node: Node, text: string) =>
    found.texts.push(`${file}:${source.slice(0, node.start).split('\n').length}: ${text.trim()}`);
  walk(program, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') found.literals.add(node.value);
    if (node.type === 'CallExpression') readCall(node, found);
    if (node.type === 'JSXText' && hasLetters(node.value)) say(node, String(node.value));
    if (node.type === 'JSXExpressionContainer' && literal(node.expression)) {
      const text = literal(node.expression);
      if (hasLetters(text)) say(node, text ?? '');
    }
    if (node.type === 'JSXAttribute') readAttribute(node, found, say);
  });
  return found;
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  if (!isNode(node)) return;
  visit(node);
  for (const [field, child] of Object.entries(node)) {
    // The value of an attribute is judged with its name.
    if (node.type === 'JSXAttribute' && field === 'value' && isNode(child) && child.type === 'JSXExpressionContainer') {
      walk(child.expression, visit);
    } else walk(child, visit);
  }
}

function readCall(node: Node, found: CodeStrings): void {
  const name = calleeName(node.callee);
  const first = Array.isArray(node.arguments) ? node.arguments[0] : undefined;
  if (name === 't') {
    for (const text of choices(first)) found.asked.add(text);
    for (const template of templates(first)) found.patterns.set(template.source, template);
  }
  if (name === 'refuse') for (const text of choices(first)) found.refusals.add(text);
}

function readAttribute(node: Node, found: CodeStrings, say: (node: Node, text: string) => void): void {
  const name = isNode(node.name) ? String(node.name.name) : '';
  const text = literal(node.value);
  if (text === undefined) return;
  if (name === 'id' && /^[a-z][\w]*(\.[\w-]+)+$/.test(text)) found.asked.add(text);
  if (!textAttributes.has(name) || !hasLetters(text)) return;
  if (!codeLike.has(name) || /\s|^\p{Lu}/u.test(text)) say(node, `${name}="${text}"`);
}

function calleeName(callee: unknown): string {
  if (!isNode(callee)) return '';
  if (callee.type === 'Identifier') return String(callee.name);
  return callee.type === 'MemberExpression' && isNode(callee.property) ? String(callee.property.name) : '';
}

/** The strings that an expression may stand for: a literal, or either side of a choice. */
function choices(node: unknown): string[] {
  const text = literal(node);
  if (text !== undefined) return [text];
  return branches(node).flatMap(choices);
}

function templates(node: unknown): RegExp[] {
  if (!isNode(node)) return [];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return branches(node).flatMap(templates);
  const parts = node.quasis.map((quasi: { value: { cooked: string } }) => quasi.value.cooked);
  if (parts.length < 2) return [];
  return [new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`)];
}

function branches(node: unknown): unknown[] {
  if (!isNode(node)) return [];
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate];
  if (node.type === 'LogicalExpression') return [node.left, node.right];
  return node.type === 'ParenthesizedExpression' ? [node.expression] : [];
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis) && node.quasis.length === 1) {
    return String(node.quasis[0].value.cooked);
  }
  return undefined;
}

function hasLetters(text: unknown): boolean {
  return typeof text === 'string' && /\p{L}/u.test(text);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
