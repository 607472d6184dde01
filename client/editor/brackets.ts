/** Brackets as the editor shows and asks for them: what is known of each, where each stands, and what one can do about it. */

import { folded } from '@shared/domain/brackets/layout.ts';
import type { Outcome, Stance } from '@shared/domain/brackets/shape.ts';
import { numbersOf } from '@shared/domain/draftLayout.ts';
import type { BracketKind } from '@shared/domain/draftText.ts';
import { anchorAt, rangeAt } from '@shared/draft/placing.ts';
import type { Translate } from '@shared/i18n/translate.ts';
import type { Node } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { sharedDoc } from './binding.ts';
import { posAt, unitAt } from './flatText.ts';
import type { PendingBrackets } from './pendingBrackets.ts';
import { pendingAt } from './pendingMarks.ts';
import { signsOf } from './signsOf.ts';

/** An open bracket as it is put into words. */
export interface BracketView {
  id: string;
  kind: BracketKind;
  /** The group of alternatives that it is one of. */
  group: string | null;
  /** Which of its alternatives it is, from 1 in the order of the text; null where it has none. */
  number: number | null;
  /** What stands before its words: "Alt 2", "Delete". */
  label: string;
  /** What stands behind them: who proposes, opposes, reserves; empty where nobody is named. */
  whose: string;
  /** Who proposed it and still stands to it. */
  proposer: string | null;
  /** Who stands how to it, all by name. */
  stands: Readonly<Record<Stance, readonly string[]>>;
  mine: Stance | null;
  /** What one has asked for one's own position to be and has no answer to yet; null where it is to be withdrawn. */
  asked?: Stance | null;
  call: { outcome: Outcome; endsAt: number } | null;
  hasAlternatives: boolean;
}

/** A bracket as the room knows it, which does not know where its alternatives stand in the text. */
export interface KnownBracket extends Omit<BracketView, 'number' | 'label'> {
  labelled(number: number): string;
}

/** A selection that stays where it is while others write. */
export interface Place {
  from: string;
  to: string;
}

/** What may be asked for about brackets; what one may not do is absent. Every act tells by itself when it was refused. */
export interface BracketActs {
  open(kind: 'doubt' | 'addition' | 'deletion', place: Place): void;
  suggest(bracketId: string, words: string): Promise<boolean>;
  /** Another wording beside selected words, which become the first alternative. */
  suggestAt(place: Place, words: string): Promise<boolean>;
  bridge?(bracketId: string, words: string): Promise<boolean>;
  /** Makes two alternatives that say the same one, with the positions on both. */
  merge?(keep: string, drop: string): void;
  /** Null withdraws one's position. */
  takePosition?(bracketId: string, stance: Stance | null): void;
  settle?(bracketId: string, outcome: Outcome): void;
  call?(bracketId: string, outcome: Outcome): void;
  object?(bracketId: string): void;
}

/** Where a bracket stands in the document: before its first sign and behind its last; within how many others. */
export interface BracketRange {
  id: string;
  from: number;
  to: number;
  depth: number;
}

const known = new WeakMap<Node, readonly BracketRange[]>();

/** All brackets in the order in which they open. */
export function bracketRanges(doc: Node): readonly BracketRange[] {
  const found = known.get(doc);
  if (found) return found;
  const ranges: BracketRange[] = [];
  const open: BracketRange[] = [];
  doc.forEach((paragraph, start) => {
    for (const { type, id, offset } of signsOf(paragraph)) {
      const pos = start + 1 + offset;
      if (type === 'open') {
        const range = { id, from: pos, to: pos + 1, depth: open.length };
        ranges.push(range);
        open.push(range);
      } else {
        const range = open.pop();
        if (range) range.to = pos + 1;
      }
    }
  });
  known.set(doc, ranges);
  return ranges;
}

/** The innermost bracket in which the selection stands, its signs included. */
export function bracketAt({ doc, selection }: EditorState): BracketRange | null {
  const { from, to } = selection;
  const around = bracketRanges(doc).filter((range) => range.from <= from && range.to >= to);
  return around.reduce<BracketRange | null>((best, range) => (best && best.depth >= range.depth ? best : range), null);
}

/** The brackets of a group in the order of the text; a bracket without one is alone. */
export function groupOf(doc: Node, views: BracketViews, id: string): BracketRange[] {
  const group = views[id]?.group ?? null;
  return bracketRanges(doc).filter((range) => range.id === id || (group !== null && views[range.id]?.group === group));
}

/** The views with the numbers that their alternatives have in the text (REN-8). */
export function numbered(ids: readonly string[], known: Readonly<Record<string, KnownBracket>>): BracketViews {
  const numbers = numbersOf(ids, (id) => known[id]?.group);
  const views: Record<string, BracketView> = {};
  for (const { labelled, ...bracket } of Object.values(known)) {
    const number = numbers.get(bracket.id) ?? (bracket.group === null ? null : 1);
    views[bracket.id] = { ...bracket, number, label: labelled(number ?? 1) };
  }
  return views;
}

/** What a bracket is, in words: "Alternative 2". */
export function kindOf(bracket: BracketView | undefined, t: Translate): string {
  return t(`editor.bracket.kind.${bracket?.kind ?? 'doubt'}`, { n: bracket?.number ?? 1 });
}

/** What a bracket is, who proposed it and how many stand how to it, in one line. */
export function bracketSummary(bracket: BracketView, t: Translate): string {
  const { proposer, stands } = bracket;
  const { support, oppose, reserve } = stands;
  return [
    kindOf(bracket, t),
    proposer === null ? '' : t('editor.bracket.by', { name: proposer }),
    t('editor.bracket.counts', { support: support.length, oppose: oppose.length, reserve: reserve.length }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The words of a bracket as the rules compare them; a footnote counts among them. */
function wordsIn(doc: Node, { from, to }: BracketRange): string {
  const note = (leaf: Node) => (leaf.type.name === 'footnote' ? `(${leaf.attrs.text})` : '');
  return folded(doc.textBetween(from + 1, to - 1, '\n', note));
}

/** Another alternative that says the same as this bracket, and which of the two is kept: the one with brackets within, or the first. */
export function sameAs(
  doc: Node,
  views: BracketViews,
  id: string,
): { other: string; keep: string; drop: string } | null {
  const group = groupOf(doc, views, id);
  const own = group.find((range) => range.id === id);
  if (!own || group.length < 2) return null;
  const words = wordsIn(doc, own);
  const other = group.find((range) => range.id !== id && wordsIn(doc, range) === words);
  if (!other || words === '') return null;
  const [first, second] = own.from < other.from ? [own, other] : [other, own];
  const isFilled = ({ from, to }: BracketRange) => bracketRanges(doc).some((each) => each.from > from && each.to < to);
  const [keep, drop] = isFilled(second) && !isFilled(first) ? [second, first] : [first, second];
  return { other: other.id, keep: keep.id, drop: drop.id };
}

/** The selected words as a place for the server; without the white space around them. */
function selectedPlace(state: EditorState): Place | null {
  const shared = sharedDoc(state);
  if (!shared) return null;
  let { from, to } = state.selection;
  const letter = (at: number) => state.doc.textBetween(at, at + 1);
  while (from < to && letter(to - 1) === ' ') to--;
  while (from < to && letter(from) === ' ') from++;
  return {
    from: anchorAt(shared, unitAt(state.doc, from), 'after'),
    to: anchorAt(shared, unitAt(state.doc, to), 'before'),
  };
}

/** Where a place is in the editor's text now; null where it is no longer in it. */
export function placeIn(state: EditorState, { from, to }: Place): { from: number; to: number } | null {
  const shared = sharedDoc(state);
  const units = shared && rangeAt(shared, from, to);
  return units && { from: posAt(state.doc, units.from), to: posAt(state.doc, units.to) };
}

/** Puts the selected words in brackets; with nothing selected, an addition begins at the caret. */
export function openAt(acts: BracketActs | null, kind: 'doubt' | 'deletion'): Command {
  return (state, dispatch) => {
    const { empty, $from } = state.selection;
    const place = acts && $from.parent.inlineContent ? selectedPlace(state) : null;
    if (!acts || !place || (empty && kind === 'deletion')) return false;
    if (dispatch) acts.open(empty ? 'addition' : kind, place);
    return true;
  };
}

/** Takes a position on the bracket at the caret, also on one of one's own that has not come yet; the same again withdraws it. */
export function takePosition(desk: BracketDesk, stance: Stance): Command {
  return (state, dispatch) => {
    const { acts, views, pending } = desk;
    if (!acts?.takePosition) return false;
    const [standing, opened] = [bracketAt(state), pendingAt(state)];
    if (opened && pending && (!standing || (opened.from >= standing.from && opened.to <= standing.to))) {
      if (dispatch) pending.stand(opened.key, stance);
      return true;
    }
    const view = views()[standing?.id ?? ''];
    if (!view) return false;
    if (dispatch) acts.takePosition(view.id, view.mine === stance ? null : stance);
    return true;
  };
}

/** Begins another wording: of the selected words, or of those of the bracket at the caret. */
export function proposeWording({ acts, views, begin }: BracketDesk): Command {
  return (state, dispatch) => {
    const { empty, from, to, $from } = state.selection;
    const place = empty || !$from.parent.inlineContent ? null : selectedPlace(state);
    const bracket = views()[bracketAt(state)?.id ?? ''];
    if (!acts || !begin || (!place && (!bracket || bracket.kind === 'deletion'))) return false;
    if (!dispatch) return true;
    if (place) begin({ place, words: folded(state.doc.textBetween(from, to, ' ')) });
    else if (bracket) begin({ bracketId: bracket.id, wording: 'suggest' });
    return true;
  };
}

/** Goes into the menu of the bracket at the caret. */
export function enterMenu({ acts, views, enter }: BracketDesk): Command {
  return (state, dispatch) => {
    if (!acts || !enter || !views()[bracketAt(state)?.id ?? '']) return false;
    if (dispatch) enter();
    return true;
  };
}

/** Settles the bracket at the caret. */
export function settleAt(acts: BracketActs | null, outcome: Outcome): Command {
  return (state, dispatch) => {
    const id = bracketAt(state)?.id;
    if (id === undefined || !acts?.settle) return false;
    if (dispatch) acts.settle(id, outcome);
    return true;
  };
}

export type BracketViews = Readonly<Record<string, BracketView>>;

/** Which form is open: another wording of selected words, or one about the bracket with this id. */
export type Proposing = { place: Place; words: string } | { bracketId: string; wording: 'suggest' | 'bridge' };

/** What the commands about brackets need. */
export interface BracketDesk {
  acts: BracketActs | null;
  views(): BracketViews;
  pending?: Pick<PendingBrackets, 'stand'> | null;
  /** Shows the form for another wording. */
  begin?(proposing: Proposing): void;
  /** Takes the focus into the menu of the bracket at the caret. */
  enter?(): void;
}
