/**
 * A draft as plain text that a person can read and edit and that reads back as the same draft (REN-6). A line per block:
 *
 *   {id=p3; no=3 bis; status=agreed} States [{id=b1; kind=addition}shall{for=CAN, MEX; against=JPN}] adopt *clear* rules^(See GCM 4.).
 *   {id=p4; list=bullet 1} second level of a list
 *
 * `[{…}` opens a bracket and `{…}]` or `]` closes it, the innermost first, on this line or a later one. `kind` is left out for
 * a doubt, `group` names the first of its alternatives. What stands before `]` are its facts: `proposed`, `for`, `against`,
 * `reserve`, each a list of delegations or, where only regional groups are told, of `@africa 2`; `]` alone has no facts.
 * `*…*` is bold, `_…_` italic, `^(…)` a footnote. A backslash takes the meaning from the sign behind it; `\n` is a line end.
 */

import { layOut } from './draftLayout.ts';
import {
  type Block,
  type BracketFacts,
  type BracketKind,
  bracketKinds,
  type DraftText,
  type Holder,
  type Run,
} from './draftText.ts';
import { type RegionalGroup, regionalGroups } from './kernel/words.ts';

export type Parsed = { ok: true; draft: DraftText } | { ok: false; line: number; column: number; code: ParseCode };
export type ParseCode = 'head' | 'bracket' | 'facts' | 'note' | 'escape' | 'open';

const stances = { proposed: 'proposedBy', for: 'supportedBy', against: 'opposedBy', reserve: 'reservedBy' } as const;
const lists = Object.entries(stances) as [keyof typeof stances, (typeof stances)[keyof typeof stances]][];

/** The one form of a text in which neighbours of one look are one run, a footnote's call stands alone, and no sign lacks its other half. */
export function canonical(draft: DraftText): DraftText {
  const brackets: Record<string, BracketFacts> = {};
  const blocks = layOut(draft).map(({ pieces, ...head }): Block => {
    const runs: Run[] = [];
    for (const piece of pieces) {
      if (piece.as !== 'words') {
        const facts = draft.brackets?.[piece.id];
        if (facts && Object.hasOwn(draft.brackets ?? {}, piece.id)) brackets[piece.id] = facts;
        runs.push(piece.as === 'opens' ? { text: '', opens: piece.id } : { text: '', closes: piece.id });
        continue;
      }
      if (piece.text) write(runs, piece.text, piece.isBold, piece.isItalic);
      if (piece.note !== null) runs.push({ text: '', note: piece.note });
    }
    return { ...head, level: head.kind === 'paragraph' ? 0 : head.level, runs };
  });
  return { blocks, ...(Object.keys(brackets).length > 0 ? { brackets } : {}) };
}

const isWords = ({ note, opens, closes }: Run) => note === undefined && opens === undefined && closes === undefined;

function write(runs: Run[], text: string, bold: boolean, italic: boolean): void {
  const last = runs.at(-1);
  if (last && isWords(last) && (last.bold ?? false) === bold && (last.italic ?? false) === italic) last.text += text;
  else runs.push({ text, ...(bold ? { bold: true as const } : {}), ...(italic ? { italic: true as const } : {}) });
}

/** Writes a draft in the grammar above. */
export function renderPlain(draft: DraftText): string {
  const { blocks, brackets = {} } = canonical(draft);
  return blocks.map((block) => `${headOf(block)} ${bodyOf(block, brackets)}`).join('\n');
}

function headOf({ id, number, status, kind, level }: Block): string {
  return fields({
    id,
    no: number,
    status: status === 'agreed-ad-referendum' ? 'ad referendum' : status,
    list: kind === 'paragraph' ? undefined : `${kind} ${level}`,
  });
}

function bodyOf({ runs }: Block, brackets: Record<string, BracketFacts>): string {
  let [isBold, isItalic] = [false, false];
  const parts: string[] = [];
  const turn = (bold: boolean, italic: boolean) => {
    if (bold !== isBold) parts.push('*');
    if (italic !== isItalic) parts.push('_');
    [isBold, isItalic] = [bold, italic];
  };
  for (const run of runs) {
    if (isWords(run)) {
      turn(run.bold ?? false, run.italic ?? false);
      parts.push(escaped(run.text));
      continue;
    }
    turn(false, false);
    const facts = brackets[run.opens ?? run.closes ?? ''];
    if (run.note !== undefined) parts.push(`^(${escaped(run.note)})`);
    else if (run.opens !== undefined)
      parts.push(`[${fields({ id: run.opens, kind: kindOf(facts), group: facts?.group ?? undefined })}`);
    else parts.push(facts ? `${fields(holdersOf(facts), true)}]` : ']');
  }
  turn(false, false);
  return parts.join('');
}

const kindOf = (facts: BracketFacts | undefined) => (facts && facts.kind !== 'doubt' ? facts.kind : undefined);

function holdersOf(facts: BracketFacts): Record<string, string | undefined> {
  const told = (holder: Holder) =>
    'region' in holder ? `@${holder.region} ${holder.count}` : holder.delegation.replace(/[\\,@]/g, '\\$&');
  return Object.fromEntries(
    lists.map(([name, key]) => [name, facts[key].length > 0 ? facts[key].map(told).join(', ') : undefined]),
  );
}

const escaped = (text: string) =>
  text
    .replace(/[\\[\](){}*_^]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');

function fields(values: Record<string, string | undefined>, isEscaped = false): string {
  const inner = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const safe = (isEscaped ? value : value.replace(/\\/g, '\\\\')).replace(/[;={}]/g, '\\$&');
    return [`${name}=${safe.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}`];
  });
  return `{${inner.join('; ')}}`;
}

class Misfit extends Error {
  readonly code: ParseCode;
  readonly at: number;
  constructor(code: ParseCode, at: number) {
    super(code);
    this.code = code;
    this.at = at;
  }
}

/** Reads the grammar above; what it is not is told with its place, counted from 1. */
export function parsePlain(text: string): Parsed {
  const brackets: Record<string, BracketFacts> = {};
  const open: { id: string; kind: BracketKind; group: string | null }[] = [];
  const blocks: Block[] = [];
  if (text === '') return { ok: true, draft: { blocks } };
  for (const [at, line] of text.split('\n').entries()) {
    try {
      blocks.push(readLine(line, open, brackets));
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      return { ok: false, line: at + 1, column: error.at + 1, code: error.code };
    }
  }
  if (open.length > 0) return { ok: false, line: blocks.length, column: 1, code: 'open' };
  return { ok: true, draft: canonical({ blocks, ...(Object.keys(brackets).length > 0 ? { brackets } : {}) }) };
}

type Open = { id: string; kind: BracketKind; group: string | null }[];

function readLine(line: string, open: Open, brackets: Record<string, BracketFacts>): Block {
  if (!line.startsWith('{')) throw new Misfit('head', 0);
  const head = readFields(line, 0, 'head');
  const runs: Run[] = [];
  let [isBold, isItalic] = [false, false];
  // One space parts the head from the words.
  let at = line.charAt(head.end) === ' ' ? head.end + 1 : head.end;
  while (at < line.length) {
    const sign = line.charAt(at);
    if (sign === '*') isBold = !isBold;
    else if (sign === '_') isItalic = !isItalic;
    else if (sign === '^') {
      const note = readNote(line, at);
      runs.push({ text: '', note: note.text });
      at = note.end;
      continue;
    } else if (sign === '[') {
      at = openAt(line, at, open, runs);
      continue;
    } else if (sign === ']' || sign === '{') {
      at = closeAt(line, at, open, runs, brackets);
      continue;
    } else {
      const letter = readLetter(line, at);
      write(runs, letter.text, isBold, isItalic);
      at = letter.end;
      continue;
    }
    at++;
  }
  return { ...blockOf(head.values), runs };
}

function blockOf(values: ReadonlyMap<string, string>): Omit<Block, 'runs'> {
  const [id, number, status, list] = ['id', 'no', 'status', 'list'].map((name) => values.get(name));
  const [, kind, level] = /^(bullet|numbered) ([0-8])$/.exec(list ?? '') ?? [];
  if (list !== undefined && kind === undefined) throw new Misfit('head', 0);
  if (status !== undefined && status !== 'agreed' && status !== 'ad referendum') throw new Misfit('head', 0);
  const isList = kind === 'bullet' || kind === 'numbered';
  return {
    ...(id === undefined ? {} : { id }),
    ...(number === undefined ? {} : { number }),
    ...(status === undefined ? {} : { status: status === 'agreed' ? status : 'agreed-ad-referendum' }),
    kind: isList ? kind : 'paragraph',
    level: isList ? Number(level) : 0,
  };
}

function openAt(line: string, at: number, open: Open, runs: Run[]): number {
  if (line.charAt(at + 1) !== '{') throw new Misfit('bracket', at);
  const { values, end } = readFields(line, at + 1, 'bracket');
  const id = values.get('id');
  const kind = bracketKinds.find((each) => each === (values.get('kind') ?? 'doubt'));
  if (!id || !kind || Object.hasOwn(Object.prototype, id)) throw new Misfit('bracket', at);
  open.push({ id, kind, group: values.get('group') ?? null });
  runs.push({ text: '', opens: id });
  return end;
}

function closeAt(line: string, at: number, open: Open, runs: Run[], brackets: Record<string, BracketFacts>): number {
  const bracket = open.pop();
  if (!bracket) throw new Misfit('bracket', at);
  const { id, kind, group } = bracket;
  runs.push({ text: '', closes: id });
  if (line.charAt(at) === ']') {
    if (kind !== 'doubt' || group !== null) throw new Misfit('facts', at);
    return at + 1;
  }
  const { raw, end } = readFields(line, at, 'facts');
  if (line.charAt(end) !== ']') throw new Misfit('facts', end);
  const facts: BracketFacts = { kind, group, proposedBy: [], supportedBy: [], opposedBy: [], reservedBy: [] };
  for (const [name, key] of lists) facts[key] = readHolders(raw.get(name), at);
  brackets[id] = facts;
  return end + 1;
}

function readHolders(value: string | undefined, at: number): Holder[] {
  if (value === undefined) return [];
  return splitAt(value, ',').map((each): Holder => {
    const [, region, count] = /^@([a-z-]+) ([1-9]\d{0,8})$/.exec(each) ?? [];
    const known = regionalGroups.find((group): group is RegionalGroup => group === region);
    if (known) return { region: known, count: Number(count) };
    if (each.startsWith('@')) throw new Misfit('facts', at);
    return { delegation: unescaped(each) };
  });
}

/** Parts at a sign that no backslash stands before; one space behind it is not meant. */
function splitAt(value: string, sign: string): string[] {
  const parts = [''];
  for (let at = 0; at < value.length; at++) {
    const letter = value.charAt(at);
    if (letter === '\\') parts[parts.length - 1] += letter + value.charAt(++at);
    else if (letter !== sign) parts[parts.length - 1] += letter;
    else {
      parts.push('');
      if (value.charAt(at + 1) === ' ') at++;
    }
  }
  return parts;
}

/** Reads `{name=value; …}`; `raw` has the values as they stand, with their backslashes. */
function readFields(line: string, from: number, code: ParseCode) {
  let end = from + 1;
  while (end < line.length && line.charAt(end) !== '}') end += line.charAt(end) === '\\' ? 2 : 1;
  if (end >= line.length) throw new Misfit(code, from);
  const inner = line.slice(from + 1, end);
  const raw = new Map<string, string>();
  for (const field of inner === '' ? [] : splitAt(inner, ';')) {
    const cut = field.indexOf('=');
    if (cut < 1 || raw.has(field.slice(0, cut))) throw new Misfit(code, from);
    raw.set(field.slice(0, cut), field.slice(cut + 1));
  }
  const values = new Map([...raw].map(([name, value]) => [name, unescaped(value)]));
  return { raw, values, end: end + 1 };
}

const unescaped = (value: string) =>
  value.replace(/\\([\s\S])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter));

function readNote(line: string, at: number): { text: string; end: number } {
  if (line.charAt(at + 1) !== '(') throw new Misfit('note', at);
  let end = at + 2;
  let text = '';
  while (end < line.length && line.charAt(end) !== ')') {
    const letter = readLetter(line, end);
    text += letter.text;
    end = letter.end;
  }
  if (end >= line.length) throw new Misfit('note', at);
  return { text, end: end + 1 };
}

function readLetter(line: string, at: number): { text: string; end: number } {
  const letter = line.charAt(at);
  if (letter !== '\\') return { text: letter, end: at + 1 };
  if (at + 1 >= line.length) throw new Misfit('escape', at);
  const next = line.charAt(at + 1);
  return { text: next === 'n' ? '\n' : next === 'r' ? '\r' : next, end: at + 2 };
}
