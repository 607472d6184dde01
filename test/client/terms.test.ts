import { baseTerms } from '@shared/data/glossary.ts';
import type { TermFacts } from '@shared/domain/term.ts';
import { avoidedIn, speltAvoided } from '@shared/domain/terms/avoided.ts';
import { glossaryOf, speltOf } from '@shared/domain/terms/glossary.ts';
import { scannerOf } from '@shared/domain/terms/scanner.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, test } from 'vitest';
import {
  closeTermCard,
  markTerms,
  openedCard,
  openTermCard,
  termAt,
  termMarks,
  termPlugins,
} from '../../client/editor/termMarks.ts';
import { factsOf, typedOf } from '../../client/features/terms/termForm.ts';
import { termStretches } from '../../client/parts/terms/termStretches.ts';
import { waited } from '../../client/parts/terms/waited.ts';

const all = glossaryOf({ byId: {}, disagreements: [] }, baseTerms);
const byId = new Map(all.map((term) => [term.id, term]));
const scan = scannerOf(speltOf(all));

/** An editor without a screen, with these paragraphs. */
function editor(...paragraphs: string[]): EditorView {
  const doc = draftSchema.node(
    'doc',
    null,
    paragraphs.map((words) => draftSchema.node('paragraph', null, words === '' ? [] : [draftSchema.text(words)])),
  );
  const view = {
    state: EditorState.create({ doc, plugins: termPlugins() }),
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr);
    },
  };
  return view as unknown as EditorView;
}

describe('terms in the editor', () => {
  test('are marked where each first stands in a paragraph', () => {
    const marks = termMarks(scan)('Migrants and children; migrants again.');
    expect(marks.map(({ from, to, look }) => [from, to, look['data-term']])).toEqual([
      [0, 8, 'migrant'],
      [13, 21, 'child'],
    ]);
  });

  test('are known once the glossary is there, at every occurrence', () => {
    const view = editor('', 'A migrant and a migrant.');
    expect(termAt(view.state, 6)).toBeNull();
    markTerms(view, scan);
    expect(termAt(view.state, 6)).toEqual({ termId: 'migrant', words: 'migrant', from: 5 });
    expect(termAt(view.state, 22)).toMatchObject({ termId: 'migrant', from: 19 });
    expect(termAt(view.state, 14)).toBeNull();
    expect(termAt(view.state, 1)).toBeNull();
  });

  test('open their card by key at the caret, until the caret goes on', () => {
    const view = editor('A migrant and others.');
    markTerms(view, scan);
    const caretAt = (pos: number) =>
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos)));
    caretAt(15);
    expect(openTermCard(view.state, view.dispatch)).toBe(false);
    caretAt(10);
    expect(openTermCard(view.state, view.dispatch)).toBe(true);
    expect(openedCard(view.state)).toMatchObject({ termId: 'migrant' });
    closeTermCard(view);
    expect(openedCard(view.state)).toBeNull();
    openTermCard(view.state, view.dispatch);
    caretAt(2);
    expect(openedCard(view.state)).toBeNull();
  });

  test('give way to the words that are selected, where those are more or other than the term', () => {
    const view = editor('A migrant and others.', 'Second');
    markTerms(view, scan);
    const select = (from: number, to: number) =>
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
    const opened = () => (openTermCard(view.state, view.dispatch) ? openedCard(view.state) : null);
    select(11, 21);
    expect(opened()).toEqual({ termId: null, words: 'and others', from: 11 });
    select(1, 10);
    expect(opened()).toEqual({ termId: null, words: 'A migrant', from: 1 });
    select(3, 10);
    expect(opened()).toMatchObject({ termId: 'migrant', words: 'migrant' });
    // Words of two paragraphs are nobody's wording.
    select(15, 27);
    expect(opened()).toBeNull();
  });

  test('[TERM-12] are told from wordings to avoid, which are marked as a whole', () => {
    const avoided = avoidedIn(all, baseTerms);
    const both = scannerOf([...speltOf(all), ...speltAvoided(avoided)]);
    const marks = termMarks(both, { term: 'Term', avoided: 'Avoid' })('Illegal migrants and migrants.');
    expect(marks.map(({ from, to, look }) => [from, to, look['data-term'], look['aria-description']])).toEqual([
      [0, 16, 'avoid: illegal migrant', 'Avoid'],
      [21, 29, 'migrant', 'Term'],
    ]);
    const view = editor('An illegal migrant.');
    markTerms(view, both);
    expect(termAt(view.state, 8)).toEqual({ termId: 'avoid: illegal migrant', words: 'illegal migrant', from: 4 });
  });

  test('say to a screen reader that they are terms', () => {
    const [mark] = termMarks(scan, { term: 'Term', avoided: 'Avoid' })('Migrants');
    expect(mark?.look['aria-description']).toBe('Term');
  });
});

describe('terms in a text for reading', () => {
  const cut = (text: string) =>
    termStretches({ text, line: text, at: 0 }, { scan, byId }).map(({ text: words, term }) => [words, term?.id]);

  test('cut it without losing a letter', () => {
    expect(cut('Migrants: children, migrants.')).toEqual([
      ['Migrants', 'migrant'],
      [': ', undefined],
      ['children', 'child'],
      [', migrants.', undefined],
    ]);
    expect(cut('')).toEqual([]);
  });

  test('are marked on both sides of a bracket’s sign in them, once', () => {
    const line = 'A migrant \ufffcworker and a migrant worker';
    const piece = (text: string, at: number) =>
      termStretches({ text, line, at }, { scan, byId }).map(({ text: words, term }) => [words, term?.id]);
    expect(piece('A migrant ', 0)).toEqual([
      ['A ', undefined],
      ['migrant ', 'migrant-worker'],
    ]);
    expect(piece('worker and a migrant worker', 11)).toEqual([
      ['worker', 'migrant-worker'],
      [' and a migrant worker', undefined],
    ]);
  });

  test('wait for the glossary', () => {
    expect(termStretches({ text: 'Migrants', line: 'Migrants', at: 0 }, null)).toEqual([
      { text: 'Migrants', from: 0, term: null },
    ]);
  });
});

test('a term that was typed is the term that is sent', () => {
  const facts: TermFacts = {
    names: [
      { language: 'en', preferred: 'migrant', variants: ['one', 'two'] },
      { language: 'ar', preferred: 'مهاجر', variants: [] },
    ],
    ...{ definition: 'Who moves.', source: { document: 'A/RES/1', paragraph: '4' }, status: 'contested' },
    ...{ neutral: 'person', note: 'Wide.' },
  };
  expect(new Set(factsOf(typedOf(facts)).names)).toEqual(new Set(facts.names));
  expect({ ...factsOf(typedOf(facts)), names: [] }).toEqual({ ...facts, names: [] });
  const typed = typedOf(null);
  expect(factsOf({ ...typed, names: { ...typed.names, en: { preferred: ' a ', variants: ' b ; ;c' } } }).names).toEqual(
    [{ language: 'en', preferred: 'a', variants: ['b', 'c'] }],
  );
});

test('how long is parked is said in the units that one would use', () => {
  const said = (minutes: number) =>
    waited(minutes * 60_000)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(' ');
  expect([-1, 0.9, 12, 60, 135, 1_440, 3_000].map(said)).toEqual([
    ...['', '', '12 minute', '1 hour', '2 hour 15 minute', '1 day', '2 day 2 hour'],
  ]);
});
