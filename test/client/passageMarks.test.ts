import { draftSchema } from '@shared/draft/schema.ts';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, test } from 'vitest';
import { type BoardRemark, goToPassage, passagePlugin, placeRemarks } from '../../client/editor/passageMarks.ts';

const words = 'States shall open legal pathways for all by 2020.';

function remarkOn(quote: string): BoardRemark {
  const from = words.indexOf(quote);
  return {
    id: quote,
    passage: { block: 0, from, to: from + quote.length, quote },
    draft: { blocks: [{ id: 'p0', kind: 'paragraph', level: 0, runs: [{ text: words }] }] },
    head: 'Question: Kenya',
    words: 'Which?',
  };
}

/** Paragraphs of words, with `[` and `]` for a bracket's signs and `^` for a note. */
function documentOf(...lines: string[]): Node {
  const signs: Record<string, Node> = {
    '[': draftSchema.node('open', { id: 'b' }),
    ']': draftSchema.node('close', { id: 'b' }),
    '^': draftSchema.node('footnote', { id: 'n', text: 'See 1.' }),
  };
  const paragraphs = lines.map((line, at) =>
    draftSchema.node(
      'paragraph',
      { id: `p${at}` },
      line.split(/([[\]^])/).flatMap((piece) => (piece ? (signs[piece] ?? draftSchema.text(piece)) : [])),
    ),
  );
  return draftSchema.node('doc', null, paragraphs);
}

/** The words marked for a remark. */
function marked(doc: Node, quote: string): string | null {
  const place = placeRemarks(doc, [remarkOn(quote)])[0]?.place;
  return place ? `${place.isChanged ? '~' : ''}${doc.textBetween(place.from, place.to)}` : null;
}

describe('[COM-10] comments of the board in the text of the room', () => {
  test('stand at their words, whatever brackets and notes were set between them', () => {
    expect(marked(documentOf(words), 'legal pathways')).toBe('legal pathways');
    const bracketed = documentOf('A preamble.', `In time, ${words.replace('legal pathways', '[legal^ path]ways')}`);
    expect(marked(bracketed, 'legal pathways')).toBe('legal path]ways');
    expect(marked(bracketed, 'for all by 2020')).toBe('for all by 2020');
  });

  test('are at the changed words, or listed as no longer in the text', () => {
    expect(
      marked(documentOf(words.replace('pathways', 'routes and pathways')), 'States shall open legal pathways for all'),
    ).toBe('~States shall open legal routes and pathways for all');
    expect(marked(documentOf('Something else.'), 'legal pathways')).toBeNull();
  });

  test('lead to where the words stand at this moment', () => {
    let state = EditorState.create({ doc: documentOf(`More. ${words}`), plugins: [passagePlugin()] });
    const view = {
      get state() {
        return state;
      },
      dispatch: (tr: typeof state.tr) => {
        state = state.apply(tr);
      },
      focus() {},
    } as unknown as EditorView;
    goToPassage(view, remarkOn('legal pathways'));
    expect(state.doc.textBetween(state.selection.from, state.selection.to)).toBe('legal pathways');
    goToPassage(view, remarkOn('by 2020'));
    expect(state.doc.textBetween(state.selection.from, state.selection.to)).toBe('by 2020');
  });
});
