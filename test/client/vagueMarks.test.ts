import { readyListsOf } from '@shared/domain/concreteness/lists.ts';
import type { Part } from '@shared/domain/concreteness.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { expect, test } from 'vitest';
import { goToRemark, languageNow, remarksOn, type VagueDesk, vaguePlugin } from '../../client/editor/vagueMarks.ts';

const vague = 'Cooperation should be strengthened.';
const { nodes } = draftSchema;
const lists = readyListsOf({});
const desk: VagueDesk = { lists, language: 'en', stated: new Set(), tell: (missing) => missing.join(', ') };

/** A text of two paragraphs, the second with a footnote before its words. */
function written(by: () => VagueDesk | null): { state: EditorState; marks: () => string[] } {
  const note = nodes.footnote?.create({ id: 'n', text: 'A note.' });
  const doc = draftSchema.node('doc', null, [
    draftSchema.node('paragraph', { id: 'a' }, [draftSchema.text('The States publish their fees by 2020.')]),
    draftSchema.node('paragraph', { id: 'b' }, [...(note ? [note] : []), draftSchema.text(vague)]),
  ]);
  const plugin = vaguePlugin(by);
  const state = EditorState.create({ doc, plugins: [plugin] });
  const signs = () => plugin.getState(state)?.signs.set.find() ?? [];
  return { state, marks: () => signs().map(({ from, to }) => state.doc.textBetween(from, to)) };
}

test('a vague wording is underlined at its own letters, whatever signs stand before it', () => {
  const { state, marks } = written(() => desk);
  const [remark, ...others] = remarksOn(state, desk);
  expect(others).toEqual([]);
  expect(remark?.missing).toEqual(['who', 'what', 'when']);
  expect(state.doc.textBetween(remark?.from ?? 0, remark?.to ?? 0)).toBe(remark?.words);
  expect(marks()).toEqual([remark?.words]);
  expect(languageNow(state, lists)).toBe('en');
});

test('nothing is underlined where one reads, or where no list knows the language', () => {
  expect(written(() => null).marks()).toEqual([]);
  expect(written(() => ({ ...desk, language: null })).marks()).toEqual([]);
});

test('a remark leads to its words as they stand now', () => {
  let { state } = written(() => desk);
  let isFocused = false;
  const view = {
    get state() {
      return state;
    },
    dispatch: (tr: EditorState['tr']) => {
      state = state.apply(tr);
    },
    focus: () => {
      isFocused = true;
    },
  } as unknown as EditorView;
  const [remark] = remarksOn(state, desk);
  state = state.apply(state.tr.insertText('In Geneva, ', 1));
  goToRemark(view, desk, 0);
  const { from, to } = state.selection;
  expect(state.doc.textBetween(from, to)).toBe(remark?.words);
  expect(isFocused).toBe(true);
});

test('what the secretariat puts into the lists is underlined, what it takes out is not', () => {
  const changed = { en: { vague: { added: ['publish*'], removed: ['strengthen*'] } } };
  const { state, marks } = written(() => ({ ...desk, lists: readyListsOf(changed) }));
  expect(remarksOn(state, { ...desk, lists: readyListsOf(changed) })).toHaveLength(marks().length);
  expect(marks()).toEqual(['publish']);
});

test('the marks and the list of the wordings look a paragraph up once', () => {
  const stated = new Set<Part>();
  let asked = 0;
  const counting: VagueDesk = {
    ...{ ...desk, stated },
    get language() {
      asked += 1;
      return 'en';
    },
  };
  const { state } = written(() => counting);
  expect(asked).toBe(2);
  remarksOn(state, counting);
  remarksOn(state, counting);
  expect(asked).toBe(2);
});
