import { fileURLToPath } from 'node:url';
import { anchorAt, type PlacedBracket, settleSigns, spanAt } from '@shared/draft/placing.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import { TextSelection } from 'prosemirror-state';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import {
  type BracketDesk,
  bracketSummary,
  type KnownBracket,
  numbered,
  openAt,
  type Proposing,
  placeIn,
  proposeWording,
  sameAs,
  takePosition,
} from '../../client/editor/brackets.ts';
import { NamesLine, shownOf } from '../../client/editor/Names.tsx';
import { standingOf } from '../../client/editor/RefusedAct.tsx';
import { I18nFixed } from '../../client/i18n/I18n.tsx';
import { joinShort } from '../../client/parts/useBracketWording.ts';
import { headlessEditor } from '../support/headlessEditor.ts';

const t = loadTranslator(fileURLToPath(new URL('../..', import.meta.url)), 'en');

const known = (id: string, more: Partial<KnownBracket> = {}): KnownBracket => ({
  ...{ id, kind: 'alternative', group: 'g', labelled: (n) => `Alt ${n}:`, whose: '', proposer: null },
  ...{ stands: { support: [], oppose: [], reserve: [] }, mine: null, call: null, hasAlternatives: true },
  ...more,
});

/** An editor with these words, in which brackets stand as the server has set them. */
function written(words: string, ...brackets: [id: string, from: number, to: number][]) {
  const editor = headlessEditor();
  editor.view.dispatch(editor.view.state.tr.insertText(words, 1));
  const placed = brackets.map(
    ([id, from, to]): PlacedBracket => ({
      ...{ id, words: null, state: 'open' },
      place: { from: anchorAt(editor.doc, from + 1, 'after'), to: anchorAt(editor.doc, to + 1, 'before') },
    }),
  );
  settleSigns(editor.doc, placed);
  return editor;
}

const select = ({ view }: ReturnType<typeof headlessEditor>, from: number, to = from) =>
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));

describe('brackets in the editor', () => {
  test('[REN-8] alternatives have the number of their place in the text, whenever they were opened', () => {
    const brackets = { second: known('second'), first: known('first'), other: known('other', { group: null }) };
    const views = numbered(['first', 'other', 'second'], brackets);
    expect(views.first).toMatchObject({ number: 1, label: 'Alt 1:' });
    expect(views.second).toMatchObject({ number: 2, label: 'Alt 2:' });
    expect(views.other).toMatchObject({ number: null });
  });

  test('one that says the same is found whatever its blanks, and the one with brackets within is kept', () => {
    const words = 'every year each year  every year';
    const views = numbered(['a', 'b', 'c'], { a: known('a'), b: known('b'), c: known('c') });
    const plain = written(words, ['a', 0, 10], ['b', 11, 20], ['c', 21, 32]).view.state.doc;
    expect(sameAs(plain, views, 'c')).toEqual({ other: 'a', keep: 'a', drop: 'c' });
    expect(sameAs(plain, views, 'b')).toBeNull();
    expect(sameAs(plain, numbered([], { a: known('a', { group: null }) }), 'a')).toBeNull();
    const signs = written('every year every year', ['a', 0, 10], ['c', 11, 21], ['inner', 17, 17]).view.state.doc;
    expect(sameAs(signs, views, 'a')).toEqual({ other: 'c', keep: 'c', drop: 'a' });
  });

  test('one line says what it is, by whom, and how many stand how', () => {
    const bracket = known('a', {
      proposer: 'Kenya',
      stands: { support: ['Kenya', 'Chile'], oppose: ['Japan'], reserve: [] },
    });
    const view = numbered(['a'], { a: bracket }).a;
    expect(view && bracketSummary(view, t)).toBe('Alternative 1 · by Kenya · support: 2, oppose: 1, reserve: 0');
  });

  test('names are never cut: as many as are read at a glance, or all', () => {
    const long = [
      'United Kingdom of Great Britain and Northern Ireland',
      'Bolivia (Plurinational State of)',
      'Iran (Islamic Republic of)',
    ];
    expect(shownOf(['Kenya', 'Chile'])).toBe(2);
    expect(shownOf(long)).toBe(1);
    expect(shownOf(long.slice(0, 2))).toBe(2);
    const html = (isWhole: boolean) =>
      renderToStaticMarkup(
        <I18nFixed lang="en" t={t}>
          <NamesLine names={long} isWhole={isWhole} />
        </I18nFixed>,
      );
    expect(html(false)).toBe('<bdi>United Kingdom of Great Britain and Northern Ireland and 2 more</bdi>');
    expect(html(true)).toContain('Iran (Islamic Republic of)');
  });

  test('in the text itself forty names are three, and how many more', () => {
    const join = joinShort(t, (names) => names.join(' & '));
    expect(join(['A', 'B', 'C', 'D', 'E'])).toBe('A & B & C & D & E');
    expect(join(['A', 'B', 'C', 'D', 'E', 'F'])).toBe('A, B, C and 3 more');
  });

  test('a refusal lists by bracket who would lose which position', () => {
    const losses = [
      { bracketId: 'a', delegationId: 'KEN', stance: 'reserve' },
      { bracketId: 'b', delegationId: 'JPN', stance: 'oppose' },
      { bracketId: 'a', delegationId: 'CHL', stance: 'reserve' },
      { bracketId: 'a', delegationId: 'CHL', stance: 'nonsense' },
      null,
    ];
    expect(standingOf({ ok: false, code: 'bracket.would-lose', details: { losses } })).toEqual([
      { bracketId: 'a', positions: { reserve: ['KEN', 'CHL'] } },
      { bracketId: 'b', positions: { oppose: ['JPN'] } },
    ]);
    expect(standingOf({ ok: false, code: 'paragraph.bracketed', details: { brackets: ['c'] } })).toEqual([
      { bracketId: 'c', positions: {} },
    ]);
    expect(standingOf({ ok: false, code: 'bracket.gone' })).toEqual([]);
  });
});

describe('[BRA-2] a place', () => {
  test('is empty where its words have gone, also in the middle of others', () => {
    const { doc, view } = written('States shall issue documents');
    const place = { from: anchorAt(doc, 8, 'after'), to: anchorAt(doc, 13, 'before') };
    expect(spanAt(doc, place.from, place.to)).toMatchObject({ isEmpty: false });
    view.dispatch(view.state.tr.delete(6, 15));
    expect(spanAt(doc, place.from, place.to)).toMatchObject({ isEmpty: true });
  });
});

describe('the commands about brackets', () => {
  const acts: NonNullable<BracketDesk['acts']> = {
    open: () => {},
    suggest: () => Promise.resolve(true),
    suggestAt: () => Promise.resolve(true),
    takePosition: () => {},
  };

  test('another wording is proposed of the selected words, or of the bracket at the caret, and of nothing else', () => {
    const editor = written('States shall issue documents', ['a', 7, 12]);
    const begun: Proposing[] = [];
    const views = numbered(['a'], { a: known('a', { kind: 'doubt', group: null }) });
    const propose = proposeWording({ acts, views: () => views, begin: (each) => begun.push(each) });
    const run = () => propose(editor.view.state, editor.view.dispatch);
    select(editor, 3);
    expect(run()).toBe(false);
    select(editor, 10);
    expect(run()).toBe(true);
    select(editor, 15, 22);
    expect(run()).toBe(true);
    const [inBracket, ofWords] = begun;
    expect(inBracket).toEqual({ bracketId: 'a', wording: 'suggest' });
    if (!ofWords || !('place' in ofWords)) throw new Error('no place');
    expect(ofWords.words).toBe('issue');
    expect(spanAt(editor.doc, ofWords.place.from, ofWords.place.to)).toMatchObject({ isEmpty: false });
    editor.view.dispatch(editor.view.state.tr.insertText('All ', 1));
    const place = placeIn(editor.view.state, ofWords.place);
    expect(place && editor.view.state.doc.textBetween(place.from, place.to)).toBe('issue');
  });

  test('of a proposal to delete no other wording is proposed', () => {
    const editor = written('States shall', ['a', 7, 12]);
    const views = numbered(['a'], { a: known('a', { kind: 'deletion', group: null }) });
    select(editor, 10);
    const propose = proposeWording({ acts, views: () => views, begin: () => {} });
    expect(propose(editor.view.state)).toBe(false);
  });

  test('a position pressed again is withdrawn', () => {
    const editor = written('States shall', ['a', 7, 12]);
    const taken: (string | null)[] = [];
    const desk = (mine: 'support' | null) => ({
      acts: { ...acts, takePosition: (_: string, stance: string | null) => void taken.push(stance) },
      views: () => numbered(['a'], { a: known('a', { mine }) }),
    });
    select(editor, 10);
    takePosition(desk(null), 'support')(editor.view.state, editor.view.dispatch);
    takePosition(desk('support'), 'support')(editor.view.state, editor.view.dispatch);
    expect(taken).toEqual(['support', null]);
  });

  test('blanks around a selection are left outside, and with nothing selected an addition is opened', () => {
    const editor = written('States shall issue');
    const opened: [string, boolean | undefined][] = [];
    const open = openAt(
      { ...acts, open: (kind, { from, to }) => opened.push([kind, spanAt(editor.doc, from, to)?.isEmpty]) },
      'doubt',
    );
    select(editor, 7, 14);
    open(editor.view.state, editor.view.dispatch);
    select(editor, 7);
    open(editor.view.state, editor.view.dispatch);
    expect(opened).toEqual([
      ['doubt', false],
      ['addition', true],
    ]);
  });
});
