/**
 * A draft as plain text that a person can read and edit and that is read back without loss (REN-6): parsePlain(renderPlain(x)) = x; `plainReader.ts` reads it.
 *
 *     {id p0; number 3 bis; agreed ad referendum} States adopt *common* standards.[^Resolution 71/1.]
 *
 *     {id p1} States [b1 addition: shall (by CAN; for CAN, MEX; against AUS)] [b2 deletion: soon (for 2 africa)] act.
 *
 *     # {id p2} an entry of a numbered list
 *       - {id p3} a bullet below it, two blanks further in for each level
 *
 * - A line is a paragraph or an entry: its indent, `# ` or `- ` for an entry, a head in braces with whatever is known of it, its
 *   words. Empty lines part paragraphs and mean nothing; a paragraph without words and head is `{}`.
 * - In a head, in any order, parted by semicolons: `id`, `number`, and `agreed` or `agreed ad referendum`.
 * - `**bold**`, `*italic*`, `***both***`; what is begun in a line ends in it.
 * - `[^words]` is a footnote, called where it stands.
 * - `[id kind of group: words (who)]` is a bracket. Kinds are `doubt`, `addition`, `deletion`, `alternative`, `bridge`; without a
 *   kind nothing is known of it. `of` names the alternatives that it is one of. Brackets nest; one that does not end in its line
 *   goes on in the next. One blank behind the colon and one before the parenthesis belong to the signs, not to the words.
 * - `(by CAN; for CAN, MEX; against AUS; reserve 2 africa)`: who proposes it, supports, opposes, reserves: ids of delegations, or
 *   numbers of regional groups (africa, asia-pacific, eastern-europe, grulac, weog).
 * - A name (an id, a number, a group) that is not letters, digits and `_ . -` stands in quotes, as in `"3/b"`; a number of a
 *   paragraph may have blanks without them.
 * - `\` before a sign takes its meaning away: `\[`, `\]`, `\*`, `\\`, `\"`, within a bracket `\(` and `\)`, at the beginning of a line's
 *   words `\{`, `\#`, `\-`, and `\ ` for a blank there. `\n` is a line within a paragraph, `\t` a tabulator, `\u{feff}` any other character
 *   that cannot be seen or typed, `\u{20}` a blank at the end of a line.
 *
 * The canonical form, to which reading leads and in which all comparisons are made: no empty stretch; neighbours of one look are
 * one, cut only at the longest that a draft may hold; signs have no look; no sign lacks its other half; facts are kept of
 * the brackets that stand in the text.
 */

import { layOut } from './draftLayout.ts';
import type { Block, BracketFacts, DraftText, Holder, Run } from './draftText.ts';

/** The longest stretch of one look that a draft may hold. */
const longestRun = 20_000;

/** A draft in its canonical form. */
export function canonical(draft: DraftText): DraftText {
  const facts: [string, BracketFacts][] = [];
  const blocks = layOut(draft).map(({ pieces, id, number, status, kind, level }): Block => {
    const runs: Run[] = [];
    for (const piece of pieces) {
      if (piece.as === 'words') {
        if (piece.text !== '') addLetters(runs, piece.text, { bold: piece.isBold, italic: piece.isItalic });
        if (piece.note !== null) runs.push({ text: '', note: piece.note });
        continue;
      }
      runs.push(piece.as === 'opens' ? { text: '', opens: piece.id } : { text: '', closes: piece.id });
      const known = piece.as === 'opens' ? factsIn(draft, piece.id) : undefined;
      if (known) facts.push([piece.id, known]);
    }
    return {
      ...(id === undefined ? {} : { id }),
      ...(number === undefined ? {} : { number }),
      ...(status === undefined ? {} : { status }),
      ...{ kind, level, runs },
    };
  });
  return { blocks, ...(facts.length > 0 ? { brackets: Object.fromEntries(facts) } : {}) };
}

/** Adds words to a paragraph's runs: to the last one where the look is the same, never breaking a character in two. */
export function addLetters(runs: Run[], text: string, { bold, italic }: { bold: boolean; italic: boolean }): void {
  const last = runs.at(-1);
  const isSign = !last || last.opens !== undefined || last.closes !== undefined || last.note !== undefined;
  const fits = !isSign && (last.bold === true) === bold && (last.italic === true) === italic;
  let rest = fits ? `${last.text}${text}` : text;
  if (fits) runs.pop();
  while (rest !== '') {
    const isSplit = rest.length > longestRun && /[\ud800-\udbff]/.test(rest.charAt(longestRun - 1));
    const cut = isSplit ? longestRun - 1 : longestRun;
    runs.push({ text: rest.slice(0, cut), ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) } as Run);
    rest = rest.slice(cut);
  }
}

/** The draft in the grammar above. */
export function renderPlain(draft: DraftText): string {
  const whole = canonical(draft);
  const depth = { brackets: 0 };
  let text = '';
  for (const [at, block] of whole.blocks.entries()) {
    const before = whole.blocks[at - 1];
    if (before && (before.kind === 'paragraph' || block.kind === 'paragraph')) text += '\n';
    text += `${lineOf(block, whole, depth)}\n`;
  }
  return text;
}

const marks = { paragraph: '', bullet: '- ', numbered: '# ' } as const;

function lineOf(block: Block, draft: DraftText, depth: { brackets: number }): string {
  const head = headOf(block);
  const words = wordsOf(block.runs, draft, depth);
  const last = block.runs.at(-1);
  // A blank at the end of a line is invisible, and many programs take it away.
  const isOpenEnded = last && /\s$/.test(last.text) && !last.bold && !last.italic && /\s$/.test(words);
  const ended = isOpenEnded ? `${words.slice(0, -1)}${byNumber(words.slice(-1))}` : words;
  const begun = (head === '' ? /^[ {#-]/ : /^ /).test(ended) ? `\\${ended}` : ended;
  const parts = [head || (begun === '' ? '{}' : ''), begun].filter((part) => part !== '');
  return `${'  '.repeat(block.level)}${marks[block.kind]}${parts.join(' ')}`;
}

function headOf({ id, number, status }: Block): string {
  const facts = [
    ...(id === undefined ? [] : [`id ${name(id)}`]),
    ...(number === undefined ? [] : [`number ${/^[\w.()-]+(?: [\w.()-]+)*$/.test(number) ? number : quoted(number)}`]),
    ...(status === undefined ? [] : [status.replaceAll('-', ' ')]),
  ];
  return facts.length > 0 ? `{${facts.join('; ')}}` : '';
}

function wordsOf(runs: readonly Run[], draft: DraftText, depth: { brackets: number }): string {
  let line = '';
  for (const [at, run] of runs.entries()) {
    if (run.opens !== undefined) {
      depth.brackets += 1;
      line += `[${openingOf(run.opens, draft)}: `;
    } else if (run.closes !== undefined) {
      const who = holdersOf(factsIn(draft, run.closes));
      // Where words stand before it, a blank parts them from the parenthesis.
      line += `${who !== '' && line !== '' && runs[at - 1]?.opens === undefined ? ' ' : ''}${who}]`;
      depth.brackets -= 1;
    } else if (run.note !== undefined) line += `[^${escaped(run.note, true)}]`;
    else line += looked(run, runs[at - 1], runs[at + 1], depth.brackets > 0);
  }
  return line;
}

/** Words between the stars of their look; a star that both neighbours need is written once. */
function looked(run: Run, before: Run | undefined, after: Run | undefined, isWithin: boolean): string {
  const stars = (other: Run | undefined) => {
    const bold = run.bold && !(isWords(other) && other?.bold) ? '**' : '';
    const italic = run.italic && !(isWords(other) && other?.italic) ? '*' : '';
    return `${bold}${italic}`;
  };
  return `${stars(before)}${escaped(run.text, isWithin)}${stars(after)}`;
}

const isWords = (run: Run | undefined) => run !== undefined && run.text !== '';

function openingOf(id: string, draft: DraftText): string {
  const facts = factsIn(draft, id);
  if (!facts) return name(id);
  return `${name(id)} ${facts.kind}${facts.group === null ? '' : ` of ${name(facts.group)}`}`;
}

function factsIn({ brackets }: DraftText, id: string): BracketFacts | undefined {
  return brackets && Object.hasOwn(brackets, id) ? brackets[id] : undefined;
}

function holdersOf(facts: BracketFacts | undefined): string {
  if (!facts) return '';
  const names = (holders: readonly Holder[]) =>
    holders.map((each) => ('region' in each ? `${each.count} ${each.region}` : name(each.delegation))).join(', ');
  const parts = [
    ...(facts.proposedBy.length > 0 ? [`by ${names(facts.proposedBy)}`] : []),
    ...(facts.supportedBy.length > 0 ? [`for ${names(facts.supportedBy)}`] : []),
    ...(facts.opposedBy.length > 0 ? [`against ${names(facts.opposedBy)}`] : []),
    ...(facts.reservedBy.length > 0 ? [`reserve ${names(facts.reservedBy)}`] : []),
  ];
  return parts.length > 0 ? `(${parts.join('; ')})` : '';
}

function name(value: string): string {
  return /^[A-Za-z0-9_.-]+$/.test(value) ? value : quoted(value);
}

const quoted = (value: string) => `"${hidden(value.replace(/["\\]/g, '\\$&'))}"`;

function escaped(words: string, isWithin: boolean): string {
  return hidden(words.replace(isWithin ? /[[\]()*\\]/g : /[[\]*\\]/g, '\\$&'));
}

/** What cannot be seen, typed or stored in a file: control characters, line separators, halves of characters. */
function hidden(words: string): string {
  return words
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu, byNumber);
}

const byNumber = (char: string) => `\\u{${char.charCodeAt(0).toString(16)}}`;
