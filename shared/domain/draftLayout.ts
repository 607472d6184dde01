/** A draft's text ready to be set, whoever sets it: words and the signs of its brackets, each with what is known of it. */
import type { Block, BracketFacts, DraftText, Holder, Run } from './draftText.ts';

/** Words of one look, or a footnote's call; in how many brackets they stand. */
export interface WordsPiece {
  as: 'words';
  text: string;
  isBold: boolean;
  isItalic: boolean;
  note: string | null;
  depth: number;
}

/** A bracket's sign; `number` says which of its alternatives it is, from 1. */
export interface SignPiece {
  as: 'opens' | 'closes';
  id: string;
  facts: BracketFacts;
  number: number | null;
  depth: number;
}

export type Piece = WordsPiece | SignPiece;

export interface LaidBlock extends Omit<Block, 'runs'> {
  pieces: Piece[];
}

const doubt: BracketFacts = {
  ...{ kind: 'doubt', group: null, proposedBy: [], supportedBy: [], opposedBy: [], reservedBy: [] },
};

/** What is known of a bracket; of one that has no facts, that its words are not agreed. */
function factsOf({ brackets }: DraftText, id: string): BracketFacts {
  return (brackets && Object.hasOwn(brackets, id) && brackets[id]) || doubt;
}

/** The blocks in order. A sign without its other half, which no program of ours writes, is left out. */
export function layOut(told: DraftText): LaidBlock[] {
  const draft = { ...told, blocks: told.blocks.map((block) => ({ ...block, runs: block.runs.flatMap(parted) })) };
  const whole = wholeSigns(draft);
  const numbers = alternatives(draft, whole);
  let depth = 0;
  return draft.blocks.map(({ runs, ...head }) => ({
    ...head,
    pieces: runs.flatMap((run): Piece[] => {
      const id = run.opens ?? run.closes;
      if (id !== undefined) {
        if (!whole.has(run)) return [];
        if (run.closes !== undefined) depth--;
        const as = run.opens === undefined ? 'closes' : 'opens';
        const piece: Piece = { as, id, facts: factsOf(draft, id), number: numbers.get(id) ?? null, depth };
        if (run.opens !== undefined) depth++;
        return [piece];
      }
      if (run.text === '' && run.note === undefined) return [];
      const look = { isBold: run.bold === true, isItalic: run.italic === true };
      return [{ as: 'words', text: run.text, ...look, note: run.note ?? null, depth }];
    }),
  }));
}

/** A run that is words and signs at once, which no program of ours writes, as one after the other. */
function parted(run: Run): Run[] {
  const { opens, closes, ...words } = run;
  if (opens === undefined && closes === undefined) return [run];
  if (run.text === '' && run.note === undefined && (opens === undefined || closes === undefined)) return [run];
  return [
    ...(run.text === '' && run.note === undefined ? [] : [words]),
    ...(closes === undefined ? [] : [{ text: '', closes }]),
    ...(opens === undefined ? [] : [{ text: '', opens }]),
  ];
}

/** The signs of the brackets that open and close once, each within what it stands in. */
function wholeSigns({ blocks }: DraftText): ReadonlySet<Run> {
  const open: Run[] = [];
  const seen = new Set<string>();
  const whole = new Set<Run>();
  for (const run of blocks.flatMap(({ runs }) => runs)) {
    const { opens, closes } = run;
    if (opens !== undefined && !seen.has(opens)) {
      seen.add(opens);
      open.push(run);
    }
    if (closes === undefined || !open.some((sign) => sign.opens === closes)) continue;
    let first = open.pop();
    // What was opened within and never closed is no bracket.
    while (first && first.opens !== closes) first = open.pop();
    if (first) whole.add(first).add(run);
  }
  return whole;
}

function alternatives({ blocks, brackets = {} }: DraftText, whole: ReadonlySet<Run>): ReadonlyMap<string, number> {
  const opened = blocks.flatMap(({ runs }) => runs.flatMap((run) => (whole.has(run) && run.opens ? [run.opens] : [])));
  return numbersOf(opened, (id) => factsOf({ blocks, brackets }, id).group);
}

/** Which alternative of its group each bracket is, from 1, told their ids in the order in which they open in the text (REN-8). */
export function numbersOf(
  ids: readonly string[],
  groupOf: (id: string) => string | null | undefined,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const id of ids) {
    const group = groupOf(id) ?? null;
    if (group === null) continue;
    const number = (counts.get(group) ?? 0) + 1;
    counts.set(group, number);
    numbers.set(id, number);
  }
  return numbers;
}

/** How a language puts a bracket into words. */
export interface BracketWording {
  /** What stands before the words of an alternative, a deletion, a bridge; empty for others. */
  label(kind: BracketFacts['kind'], number: number): string;
  name(holder: Holder): string;
  join(names: readonly string[]): string;
  /** "oppose: Japan"; of a deletion "retain: Japan". */
  position(stance: 'support' | 'oppose' | 'retain' | 'reserve', names: string): string;
  /** "agreed ad referendum". */
  status(status: NonNullable<Block['status']>): string;
}

/** Who stands how to a bracket, in one line: proposers and supporters first, then who opposes, then who reserves (practice.md §14). */
export function attributionOf(facts: BracketFacts, { name, join, position }: BracketWording): string {
  const names = (holders: readonly Holder[]) => join([...new Set(holders.map(name))]);
  const behind = facts.kind === 'doubt' ? [] : distinct([...facts.proposedBy, ...facts.supportedBy]);
  const against = facts.kind === 'deletion' ? 'retain' : 'oppose';
  const parts = [
    behind.length > 0 ? names(behind) : '',
    facts.kind === 'doubt' && facts.supportedBy.length > 0 ? position('support', names(facts.supportedBy)) : '',
    facts.opposedBy.length > 0 ? position(against, names(facts.opposedBy)) : '',
    facts.reservedBy.length > 0 ? position('reserve', names(facts.reservedBy)) : '',
  ];
  // Nobody has a position any more, but somebody did put the words in brackets.
  if (parts.every((part) => part === '') && facts.proposedBy.length > 0) return names(facts.proposedBy);
  return parts.filter(Boolean).join('; ');
}

/** A proposer mostly supports: a region is not counted twice. */
function distinct(holders: readonly Holder[]): Holder[] {
  const found = new Map<string, Holder>();
  for (const holder of holders) {
    const key = 'region' in holder ? holder.region : holder.delegation;
    const known = found.get(key);
    if (!known || ('count' in holder && 'count' in known && holder.count > known.count)) found.set(key, holder);
  }
  return [...found.values()];
}
