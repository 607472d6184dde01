import { mostBlocks, newParagraphId, textOf } from '@shared/draft/draftShape.ts';
import { inspectUpdate } from '@shared/draft/inspectUpdate.ts';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createLiveDraft } from '../../server/gate/liveDraft.ts';
import { replica } from '../support/draftRoom.ts';

test('a draft may hold so many paragraphs, and its notes and brackets do not count among them', () => {
  const live = createLiveDraft('item1', 1, () => []);
  const { doc, written } = replica();
  doc.transact(() => {
    for (let at = 0; at < 20; at++) textOf(doc).insertEmbed(1, { n: newParagraphId() }, {});
    for (let at = 0; at < mostBlocks - 2; at++) textOf(doc).insertEmbed(1, { p: newParagraphId() }, {});
  });
  expect(live.take(Y.mergeUpdates(written()))).toBe('applied');
  live.change((own) => {
    textOf(own).insertEmbed(2, { close: 'b1' }, {});
    textOf(own).insertEmbed(2, { open: 'b1' }, {});
    return true;
  });
  const split = () => {
    textOf(doc).insertEmbed(1, { p: newParagraphId() }, {});
    return live.take(Y.mergeUpdates(written()));
  };
  expect(split()).toBe('applied');
  expect(split()).toEqual({ code: 'DRAFT_FULL' });
});

/** An update that only takes away, with these stretches as they are. */
function deleting(...clients: [client: number, ...stretches: [from: number, length: number][]][]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, clients.length);
  for (const [client, ...stretches] of clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, stretches.length);
    for (const each of stretches) for (const number of each) encoding.writeVarUint(encoder, number);
  }
  return encoding.toUint8Array(encoder);
}

test('what is taken away is named once and in order, as Yjs writes it, so that no update makes the house read a text many times', () => {
  expect(inspectUpdate(deleting([7, [0, 3], [5, 2]], [9, [0, 1]]))).not.toBeNull();
  expect(inspectUpdate(deleting([7, [0, 3], [0, 3]]))).toBeNull();
  expect(inspectUpdate(deleting([7, [5, 2], [0, 3]]))).toBeNull();
  expect(inspectUpdate(deleting([7, [0, 3], [2, 2]]))).toBeNull();
  expect(inspectUpdate(deleting([7, [0, 3]], [7, [4, 1]]))).toBeNull();
});
