import { draftSchema } from '@shared/draft/schema.ts';
import fc from 'fast-check';
import { Slice } from 'prosemirror-model';
import { EditorState, type Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { expect, test } from 'vitest';
import { bracketPlugin } from '../../client/editor/bracketSigns.ts';
import { paragraphMargin } from '../../client/editor/paragraphMargin.ts';
import { type Marked, wordMarksPlugin } from '../../client/editor/wordMarks.ts';

/** A text of which each letter means something: `[` and `]` for signs of brackets, a space between marked words. */
const start = (lines: readonly string[]) =>
  draftSchema.node(
    'doc',
    null,
    lines.map((line, at) => {
      let open = 0;
      const inline = [...line].map((letter, place) => {
        if (letter === '[') return draftSchema.node('open', { id: `b${at}-${open++}` });
        if (letter === ']') return draftSchema.node('close', { id: `b${at}-${--open}` });
        return draftSchema.text(letter, place % 7 === 0 ? [draftSchema.mark('bold')] : []);
      });
      return draftSchema.node('paragraph', { id: `p${at}` }, inline);
    }),
  );

const line = fc.constantFrom('', 'ab ab', 'a[b]a', '[ab [a]b]', 'ab[a', 'b]ab a', 'aaaa bbbb', 'b');
const place = fc.double({ min: 0, max: 1, noNaN: true });
const edit = fc.oneof(
  fc.record({ act: fc.constant('type' as const), at: place, words: fc.constantFrom('a', 'b', ' ab ', '') }),
  fc.record({ act: fc.constant('delete' as const), at: place, to: place }),
  fc.record({ act: fc.constant('split' as const), at: place }),
  fc.record({ act: fc.constant('copy' as const), at: place, to: place, into: place }),
  fc.record({ act: fc.constant('bold' as const), at: place, to: place }),
  fc.record({ act: fc.constant('again' as const) }),
  fc.record({ act: fc.constant('caret' as const), at: place }),
  fc.record({ act: fc.constant('kind' as const), at: place }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function done(tr: Transaction, each: Edit): Transaction {
  const { doc } = tr;
  const at = (share: number) => Math.round(share * doc.content.size);
  const textAt = (share: number) => TextSelection.near(doc.resolve(at(share))).from;
  const ends = (one: number, other: number) => [textAt(one), textAt(other)].sort((a, b) => a - b) as [number, number];
  switch (each.act) {
    case 'type':
      return each.words ? tr.insertText(each.words, textAt(each.at)) : tr;
    case 'delete':
      return tr.delete(...ends(each.at, each.to));
    case 'split':
      return tr.split(textAt(each.at), 1);
    case 'copy':
      return tr.replace(textAt(each.into), textAt(each.into), doc.slice(...ends(each.at, each.to)) ?? Slice.empty);
    case 'bold':
      return tr.addMark(...ends(each.at, each.to), draftSchema.mark('bold'));
    case 'again':
      return tr.replaceWith(0, doc.content.size, doc.content);
    case 'caret':
      return tr.setSelection(TextSelection.near(doc.resolve(at(each.at))));
    case 'kind':
      return tr.setNodeAttribute(doc.resolve(textAt(each.at)).before(1), 'kind', 'bullet');
  }
}

/** What a plugin shows, in words. */
function shown(plugin: Plugin, state: EditorState): string[] {
  const set = plugin.props.decorations?.call(plugin, state) as DecorationSet;
  return set
    .find()
    .map((sign) => `${sign.from}-${sign.to} ${JSON.stringify((sign as unknown as { type: object }).type)}`)
    .sort();
}

const marks = () =>
  wordMarksPlugin(
    new PluginKey<Marked>('marks'),
    () => (words) =>
      [...words.matchAll(/ab/g)].map(({ index }) => ({ from: index, to: index + 2, look: { class: 'ab' } })),
  );
const margin = () => paragraphMargin({ locked: () => agreed, earlier: () => reported });
const agreed = new Set(['p1']);
const reported: never[] = [];

test('what is drawn anew a paragraph at a time is what the whole text would show', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 8 }),
      (lines, turns) => {
        const plugins = [marks(), bracketPlugin(), margin()];
        let state = EditorState.create({ doc: start(lines), plugins });
        for (const turn of turns) {
          let { tr } = state;
          for (const each of turn) tr = done(tr, each);
          state = state.apply(tr);
          const fresh = [marks(), bracketPlugin(), margin()];
          const anew = EditorState.create({ doc: state.doc, selection: state.selection, plugins: fresh });
          for (const [at, plugin] of plugins.entries())
            expect(shown(plugin, state)).toEqual(shown(fresh[at] as Plugin, anew));
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('a keystroke has one paragraph drawn anew', () => {
  const read: string[] = [];
  const plugin = wordMarksPlugin(new PluginKey<Marked>('counted'), () => (words) => {
    read.push(words);
    return [];
  });
  const state = EditorState.create({ doc: start(['ab', 'cd', 'ef']), plugins: [plugin] });
  read.length = 0;
  state.apply(state.tr.insertText('x', 6));
  expect(read).toEqual(['cxd']);
});
