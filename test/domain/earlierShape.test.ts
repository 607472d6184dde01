import { plainText } from '@shared/domain/draftText.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { docOf } from '../../server/gate/liveDraft.ts';

/** A draft as it was once stored: a paragraph with words in brackets, a note, and an entry of a list. */
function stored(): Uint8Array {
  const doc = new Y.Doc();
  const words = new Y.XmlText();
  words.applyDelta([
    { insert: 'States ' },
    { insert: 'shall', attributes: { bold: {}, bracket: { id: 'b', by: 'KEN', at: 1 } } },
    { insert: ' act' },
  ]);
  const note = new Y.XmlElement('footnote');
  note.setAttribute('text', 'See GCM 4.');
  const first = new Y.XmlElement('paragraph');
  first.insert(0, [words, note]);
  const entry = new Y.XmlElement('paragraph');
  entry.setAttribute('kind', 'bullet');
  entry.insert(0, [new Y.XmlText('soon')]);
  doc.getXmlFragment('text').push([first, entry]);
  return Y.encodeStateAsUpdate(doc);
}

test('a draft of the earlier shape keeps its words, looks, notes and lists', () => {
  const draft = readDraft(docOf([stored()]));
  expect(plainText(draft)).toBe('States [shall] act\nsoon');
  expect(draft.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'bullet']);
  expect(draft.blocks[0]?.runs).toContainEqual({ text: 'shall', bold: true });
  expect(draft.blocks[0]?.runs).toContainEqual({ text: '', note: 'See GCM 4.' });
});

test('it is taken over once and always alike, and what is written afterwards stays', () => {
  const update = stored();
  const [one, other] = [docOf([update]), docOf([update])];
  one.getText('draft').insert(one.getText('draft').length, ' and together', {});
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  expect(plainText(readDraft(other))).toBe('States [shall] act\nsoon and together');
  expect(readDraft(docOf([update, Y.encodeStateAsUpdate(one)]))).toEqual(readDraft(one));
});
