import { countWords } from '@shared/domain/wordCount.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, test } from 'vitest';
import {
  closeFind,
  findPlugin,
  findState,
  openFind,
  replaceAll,
  replaceCurrent,
  search,
  step,
} from '../../client/editor/find.ts';
import { folded, placesOf } from '../../client/editor/findWords.ts';
import { figuresOf } from '../../client/editor/lookAt.ts';

const hits = (text: string, words: string, isWhole = false) =>
  placesOf(folded(words).letters, folded(text), isWhole).map(({ from, to }) => text.slice(from, to));

describe('finding words', () => {
  test('whatever their case, their accents and how quotes and dashes are written', () => {
    expect(hits('Égalité, EGALITE, e\u0301galite\u0301', 'égalité')).toEqual([
      'Égalité',
      'EGALITE',
      'e\u0301galite\u0301',
    ]);
    expect(hits('States’ long–term aims', "STATES' LONG-term")).toEqual(['States’ long–term']);
    expect(hits('ещё не всё', 'еще')).toEqual(['ещё']);
    expect(hits('A\u00a0/RES', 'a /res')).toEqual(['A\u00a0/RES']);
  });

  test('Arabic without its vowel signs, its strokes and the seats of its hamza', () => {
    expect(hits('الهِجْرَة والهجـــرة', 'الهجرة')).toEqual(['الهِجْرَة', 'الهجـــرة']);
    expect(hits('إلى الأعضاء', 'الى الاعضاء')).toEqual(['إلى الأعضاء']);
  });

  test('across signs between letters, which are no part of an edge', () => {
    expect(hits('shall \ufffcissue\ufffc documents', 'issue documents')).toEqual(['issue\ufffc documents']);
    expect(hits('\ufffcissue\ufffc', 'issue')).toEqual(['issue']);
  });

  test('whole words only, where that is asked; each character of Chinese stands by itself', () => {
    expect(hits('state, states and estate', 'state', true)).toEqual(['state']);
    expect(hits('会员国应签发证件', '证件', true)).toEqual(['证件']);
  });

  test('every place found reads like what was sought', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
        (text, words) => {
          for (const hit of hits(`${text}${words}${text}`, words))
            expect(folded(hit).letters).toContain(folded(words).letters);
        },
      ),
    );
  });
});

/** An editor without a page: paragraphs of words, `[` and `]` for signs and `^` for a note. */
function editor(...lines: string[]) {
  const piece = (letter: string) => {
    if (letter === '[') return draftSchema.node('open', { id: 'b' });
    if (letter === ']') return draftSchema.node('close', { id: 'b' });
    return letter === '^' ? draftSchema.node('footnote', { id: 'n', text: 'See 1.' }) : draftSchema.text(letter);
  };
  const paragraphs = lines.map((line, at) =>
    draftSchema.node(
      'paragraph',
      { id: `p${at}` },
      line
        .split(/([[\]^])/)
        .filter(Boolean)
        .map(piece),
    ),
  );
  let state = EditorState.create({ doc: draftSchema.node('doc', null, paragraphs), plugins: [findPlugin()] });
  const view = {
    get state() {
      return state;
    },
    dispatch(tr: Transaction) {
      state = state.apply(tr);
    },
    dom: { querySelector: () => null },
    focus() {},
  } as unknown as EditorView;
  const select = (from: number, to = from) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  const look = (words: string, isWhole = false) => {
    openFind(view.state, view.dispatch);
    search(view, { words, isWhole });
  };
  const letter = ({ type }: Node) => ({ footnote: '^', open: '[', close: ']' })[type.name] ?? '';
  const text = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', letter);
  return { view, select, look, text, find: () => findState(view.state) };
}

describe('the search in the editor', () => {
  test('begins with the selected words, goes round, and ends at the hit', () => {
    const each = editor('one two', 'two one', 'two');
    each.select(5, 8);
    openFind(each.view.state, each.view.dispatch);
    expect(each.find()).toMatchObject({ isOpen: true, words: 'two', current: 0 });
    expect(each.find().hits).toHaveLength(3);
    step(each.view, -1);
    expect(each.find().current).toBe(2);
    step(each.view, 1);
    step(each.view, 1);
    closeFind(each.view);
    const { from, to } = each.view.state.selection;
    expect([each.view.state.doc.textBetween(from, to), each.find().isOpen]).toEqual(['two', false]);
  });

  test('follows what is written meanwhile', () => {
    const each = editor('one two', 'two');
    each.look('two');
    step(each.view, 1);
    each.view.dispatch(each.view.state.tr.insertText('two ', 1));
    expect(each.find()).toMatchObject({ current: 2 });
    expect(each.find().hits).toHaveLength(3);
  });

  test('replaces letters and leaves the signs and notes between them', () => {
    const each = editor('shall [issue]^ documents', 'issue^ documents');
    each.look('issue documents');
    replaceCurrent(each.view, 'give papers');
    expect(each.text()).toBe('shall [give papers]^\nissue^ documents');
    expect(each.find().current).toBe(0);
    replaceCurrent(each.view, '');
    expect(each.text()).toBe('shall [give papers]^\n^');
  });

  test('replaces all in one step but not in agreed paragraphs, and nothing twice', () => {
    const each = editor('a b a', 'a', 'ba');
    each.look('a');
    expect(replaceAll(each.view, 'aa', new Set(['p1']))).toBe(3);
    expect(each.text()).toBe('aa b aa\na\nbaa');
  });
});

describe('counting words', () => {
  test('by white space, Chinese by characters, and signs alone are no words', () => {
    expect(countWords('States – all of them – shall act (2018).')).toBe(7);
    expect(countWords('会员国应在2018年前签发证件')).toBe(12);
    expect(countWords('تدعو الجمعية العامة')).toBe(3);
    expect(countWords(' \n ')).toBe(0);
  });

  test('of the text and of what is selected; neither notes nor brackets part a word', () => {
    const each = editor('shall [iss]ue^ documents', 'to all');
    expect(figuresOf(each.view.state)).toMatchObject({ words: 5, selected: null });
    each.select(1, each.view.state.doc.content.size - 4);
    expect(figuresOf(each.view.state)).toMatchObject({ words: 5, selected: 4 });
  });
});
