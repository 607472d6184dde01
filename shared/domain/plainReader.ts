/** Reads the grammar of `plainGrammar.ts`. It never throws: what does not read is answered with the place of the first mistake. */

import { maxOpen } from './brackets/shape.ts';
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
import { addLetters } from './plainGrammar.ts';

/** What is wrong; the place is the sign at which it was found, lines and columns from 1. */
export type PlainMistake =
  | 'indent'
  | 'head'
  | 'name'
  | 'escape'
  | 'emphasis'
  | 'note'
  | 'bracket'
  | 'bracket-twice'
  | 'bracket-not-open'
  | 'bracket-not-closed'
  | 'who'
  | 'too-much';

export type Parsed = { ok: true; draft: DraftText } | { ok: false; line: number; column: number; code: PlainMistake };

interface Place {
  line: number;
  column: number;
}

/** What goes on from line to line. */
interface Text {
  open: ({ id: string } & Place)[];
  known: Map<string, BracketFacts | null>;
}

const most = { blocks: 2_000, runs: 2_000, level: 8, id: 64, number: 24, note: 4_000, holders: 300 };

/** The draft that a text says, in canonical form. */
export function parsePlain(text: string): Parsed {
  const blocks: Block[] = [];
  const told: Text = { open: [], known: new Map() };
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (/^[ \t]*$/.test(line)) continue;
    const reader = new LineReader(line, at + 1, told);
    const block = reader.block();
    if (reader.mistake) return { ok: false, ...reader.mistake };
    if (blocks.length === most.blocks) return { ok: false, line: at + 1, column: 1, code: 'too-much' };
    blocks.push(block);
  }
  const [unclosed] = told.open.slice(-1);
  if (unclosed) return { ok: false, line: unclosed.line, column: unclosed.column, code: 'bracket-not-closed' };
  const facts = [...told.known].flatMap(([id, each]): [string, BracketFacts][] => (each ? [[id, each]] : []));
  return { ok: true, draft: { blocks, ...(facts.length > 0 ? { brackets: Object.fromEntries(facts) } : {}) } };
}

class LineReader {
  mistake: (Place & { code: PlainMistake }) | null = null;
  readonly #line: string;
  readonly #number: number;
  readonly #text: Text;
  readonly #runs: Run[] = [];
  #at = 0;
  #look = { bold: false, italic: false };
  #starsAt = 0;

  constructor(line: string, number: number, text: Text) {
    this.#line = line;
    this.#number = number;
    this.#text = text;
  }

  block(): Block {
    const indent = this.#take(/ */y)?.length ?? 0;
    if (indent % 2 > 0 || indent > 2 * most.level) this.#fail('indent', 0);
    const mark = this.#take(/[#-](?: |$)/y);
    const kind = mark === null ? 'paragraph' : mark.startsWith('#') ? 'numbered' : 'bullet';
    const head = this.#peek() === '{' ? this.#head() : {};
    while (!this.mistake && this.#at < this.#line.length) this.#word();
    if (this.#look.bold || this.#look.italic) this.#fail('emphasis', this.#starsAt);
    if (this.#runs.length > most.runs) this.#fail('too-much', 0);
    return { ...head, kind, level: indent / 2, runs: this.#runs };
  }

  #head(): Pick<Block, 'id' | 'number' | 'status'> {
    const from = this.#at;
    const head: Pick<Block, 'id' | 'number' | 'status'> = {};
    this.#at += 1;
    while (!this.mistake) {
      this.#take(/[ ;]*/y);
      if (this.#take(/\} ?/y) !== null) return head;
      if (head.id === undefined && this.#take(/id +/y) !== null) head.id = this.#name(most.id);
      else if (head.number === undefined && this.#take(/number +/y) !== null) head.number = this.#printed();
      else if (!head.status && this.#take(/agreed ad referendum/y) !== null) head.status = 'agreed-ad-referendum';
      else if (!head.status && this.#take(/agreed/y) !== null) head.status = 'agreed';
      else this.#fail('head', this.#at >= this.#line.length ? from : this.#at);
    }
    return head;
  }

  #printed(): string {
    const from = this.#at;
    const number = this.#peek() === '"' ? this.#quoted() : (this.#take(/[^;}"]+/y) ?? '').trim();
    if (number.length > most.number) this.#fail('too-much', from);
    return number;
  }

  #word(): void {
    const from = this.#at;
    const within = this.#text.open.length > 0;
    const plain = this.#take(within ? /[^\\*[\](]+/y : /[^\\*[\]]+/y);
    const stars = plain === null ? this.#take(/\*+/y) : null;
    if (plain !== null) this.#letters(plain);
    else if (stars !== null) this.#turn(stars.length, from);
    else if (this.#take(/\\/y) !== null) this.#letters(this.#escape(from));
    else if (this.#take(/\[\^/y) !== null) this.#note(from);
    else if (this.#take(/\[/y) !== null) this.#opening(from);
    else this.#closing(this.#take(/\(/y) === null ? null : this.#who(from), from);
  }

  #letters(text: string): void {
    addLetters(this.#runs, text, this.#look);
  }

  #turn(stars: number, from: number): void {
    if (stars > 3) this.#fail('emphasis', from);
    const { bold, italic } = this.#look;
    this.#look = { bold: stars > 1 ? !bold : bold, italic: stars % 2 > 0 ? !italic : italic };
    this.#starsAt = from;
  }

  /** What a backslash stands before. */
  #escape(from: number): string {
    const code = this.#take(/u\{[0-9a-fA-F]{1,6}\}/y);
    const point = code === null ? 0 : Number.parseInt(code.slice(2, -1), 16);
    if (code !== null && point <= 0x10ffff) return String.fromCodePoint(point);
    const sign = this.#take(/[^A-Za-su-z0-9]|[nt]/y);
    if (code !== null || sign === null) this.#fail('escape', from);
    return sign === 'n' ? '\n' : sign === 't' ? '\t' : (sign ?? '');
  }

  #note(from: number): void {
    let note = '';
    while (!this.mistake && this.#take(/\]/y) === null) {
      const plain = this.#take(/[^\\[\]]+/y);
      const escapeAt = this.#at;
      if (plain !== null) note += plain;
      else if (this.#take(/\\/y) !== null) note += this.#escape(escapeAt);
      else this.#fail('note', this.#peek() === '[' ? this.#at : from);
    }
    if (note.length > most.note) this.#fail('too-much', from);
    this.#runs.push({ text: '', note });
  }

  #opening(from: number): void {
    const id = this.#name(most.id);
    const kind = this.#take(new RegExp(` +(?:${bracketKinds.join('|')})(?![A-Za-z0-9_.-])`, 'y'))?.trim();
    const group = kind !== undefined && this.#take(/ +of +/y) !== null ? this.#name(most.id) : null;
    if (!this.mistake && this.#take(/: ?/y) === null) this.#fail('bracket', this.#at);
    if (this.#text.known.has(id)) this.#fail('bracket-twice', from);
    if (this.#text.open.length === maxOpen) this.#fail('too-much', from);
    const nobody = { proposedBy: [], supportedBy: [], opposedBy: [], reservedBy: [] };
    this.#text.known.set(id, kind === undefined ? null : { kind: kind as BracketKind, group, ...nobody });
    this.#text.open.push({ id, line: this.#number, column: from + 1 });
    this.#runs.push({ text: '', opens: id });
  }

  #closing(who: Partial<BracketFacts> | null, from: number): void {
    if (!this.mistake && this.#take(/\]/y) === null) this.#fail('who', this.#at);
    const closed = this.#text.open.pop();
    const facts = closed && this.#text.known.get(closed.id);
    if (!closed) this.#fail('bracket-not-open', from);
    else if (who && !facts) this.#fail('who', from);
    else this.#runs.push({ text: '', closes: closed.id });
    if (who && facts) Object.assign(facts, who);
  }

  /** Who stands how, from behind the parenthesis to the end of it. */
  #who(from: number): Partial<BracketFacts> {
    const last = this.#runs.at(-1);
    if (last?.text.endsWith(' ')) last.text = last.text.slice(0, -1);
    if (last?.text === '' && !isSign(last)) this.#runs.pop();
    const who: Partial<Record<(typeof stands)[keyof typeof stands], Holder[]>> = {};
    do {
      const stand = this.#take(/ *(?:by|for|against|reserve) +/y)?.trim() as keyof typeof stands | undefined;
      if (stand === undefined || who[stands[stand]]) this.#fail('who', this.#at);
      else who[stands[stand]] = this.#holders();
    } while (!this.mistake && this.#take(/ *;/y) !== null);
    if (!this.mistake && this.#take(/ *\) */y) === null)
      this.#fail('who', this.#at >= this.#line.length ? from : this.#at);
    return who;
  }

  #holders(): Holder[] {
    const holders: Holder[] = [];
    const from = this.#at;
    do {
      this.#take(/ */y);
      const counted = this.#take(new RegExp(`[1-9]\\d{0,14} +(?:${regionalGroups.join('|')})(?![A-Za-z0-9_.-])`, 'y'));
      const [count = '', region = ''] = counted?.split(/ +/) ?? [];
      if (counted !== null) holders.push({ region: region as RegionalGroup, count: Number(count) });
      else holders.push({ delegation: this.#delegation() });
    } while (!this.mistake && this.#take(/ *,/y) !== null);
    if (holders.length > most.holders) this.#fail('too-much', from);
    return holders;
  }

  #delegation(): string {
    const from = this.#at;
    const id = this.#take(/[A-Za-z0-9_.-]+/y) ?? '';
    if (id === '' || id in Object.prototype) this.#fail('who', from);
    if (id.length > most.id) this.#fail('too-much', from);
    return id;
  }

  #name(longest: number): string {
    const from = this.#at;
    const name = this.#peek() === '"' ? this.#quoted() : this.#take(/[A-Za-z0-9_.-]+/y);
    if (name === null) this.#fail('name', from);
    else if (name.length > longest) this.#fail('too-much', from);
    return name ?? '';
  }

  #quoted(): string {
    const from = this.#at;
    this.#at += 1;
    let words = '';
    while (!this.mistake && this.#take(/"/y) === null) {
      const plain = this.#take(/[^"\\]+/y);
      const escapeAt = this.#at;
      if (plain !== null) words += plain;
      else if (this.#take(/\\/y) !== null) words += this.#escape(escapeAt);
      else this.#fail('name', from);
    }
    return words;
  }

  #peek(): string {
    return this.#line.charAt(this.#at);
  }

  /** What stands here, if it is that; then the reader stands behind it. */
  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#line)?.[0];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }

  /** The first mistake counts. */
  #fail(code: PlainMistake, at: number): void {
    this.mistake ??= { line: this.#number, column: at + 1, code };
  }
}

const stands = { by: 'proposedBy', for: 'supportedBy', against: 'opposedBy', reserve: 'reservedBy' } as const;

const isSign = ({ opens, closes, note }: Run) => opens !== undefined || closes !== undefined || note !== undefined;
