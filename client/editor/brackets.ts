/** Brackets as the editor shows and asks for them: what is known of each, where each stands, and what one can do about it. */
import type { Outcome, Stance } from '@shared/domain/brackets/shape.ts';
import type { BracketKind } from '@shared/domain/draftText.ts';
import { anchorAt } from '@shared/draft/placing.ts';
import type { Node } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { sharedDoc } from './binding.ts';
import { unitAt } from './flatText.ts';
import { signsOf } from './signsOf.ts';

/** An open bracket as it is put into words. */
export interface BracketView {
  id: string;
  kind: BracketKind;
  /** Which of its alternatives it is, from 1; null where it has none. */
  number: number | null;
  /** What stands before its words: "Alt 2", "Delete". */
  label: string;
  /** What stands behind them: who proposes, opposes, reserves; empty where nobody is named. */
  whose: string;
  mine: Stance | null;
  call: { outcome: Outcome; endsAt: number } | null;
  hasAlternatives: boolean;
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
  bridge?(bracketId: string, words: string): Promise<boolean>;
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

/** Takes a position on the bracket at the caret; the same one again withdraws it. */
export function takePosition(acts: BracketActs | null, views: () => BracketViews, stance: Stance): Command {
  return (state, dispatch) => {
    const id = bracketAt(state)?.id;
    const view = id === undefined ? undefined : views()[id];
    if (!view || !acts?.takePosition) return false;
    if (dispatch) acts.takePosition(view.id, view.mine === stance ? null : stance);
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
