import { readDraft, typeWords } from '@shared/draft/draftDoc.ts';
import { emptyDraft, firstParagraph, textOf } from '@shared/draft/draftShape.ts';
import { watchTouched } from '@shared/draft/touched.ts';
import { stretchesOf } from '@shared/draft/units.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

/** The server's text after `act`, done elsewhere, has come in: which paragraphs it names, and which read otherwise than before. */
function taken(server: Y.Doc, updates: readonly Uint8Array[]) {
  const before = byParagraph(server);
  const watch = watchTouched(server);
  for (const update of updates) Y.applyUpdate(server, update);
  const named = watch.end().sort();
  const after = byParagraph(server);
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return { named, changed: ids.filter((id) => before.get(id) !== after.get(id)).sort() };
}

const byParagraph = (doc: Y.Doc) =>
  new Map(readDraft(doc).blocks.map(({ id = '', ...block }) => [id, JSON.stringify(block)]));

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** What somebody does in a copy of a text of two paragraphs, as the server hears of it. */
function touched(act: (text: Y.Text) => void): string[] {
  const server = emptyDraft();
  typeWords(server, { block: 0, at: 0 }, 'first words');
  const text = textOf(server);
  text.insertEmbed(text.length, { p: 'second' }, {});
  text.insert(text.length, 'second words', {});
  const copy = copyOf(server);
  const updates: Uint8Array[] = [];
  copy.on('update', (update: Uint8Array) => updates.push(update));
  copy.transact(() => act(textOf(copy)));
  const { named, changed } = taken(server, updates);
  expect(named).toEqual(changed);
  return named;
}

/** Where the second paragraph begins. */
const second = 'first words'.length + 1;

describe('the paragraphs that an act touches', () => {
  test('[HIS-6] are those of the letters that came or went', () => {
    expect(touched((text) => text.insert(3, 'x', {}))).toEqual([firstParagraph]);
    expect(touched((text) => text.delete(text.length - 2, 1))).toEqual(['second']);
    expect(touched((text) => text.insert(text.length, 'x', {}))).toEqual(['second']);
  });

  test('[HIS-6] are the new one, and the one that it was cut from', () => {
    expect(touched((text) => text.insertEmbed(text.length, { p: 'new' }, {}))).toEqual(['new']);
    expect(touched((text) => text.insertEmbed(second, { p: 'new' }, {}))).toEqual(['new']);
    expect(touched((text) => text.insertEmbed(4, { p: 'new' }, {}))).toEqual(['new', firstParagraph]);
  });

  test('[HIS-6] are the one that is gone, and the one that took its words, if any', () => {
    expect(touched((text) => text.delete(second, 1))).toEqual([firstParagraph, 'second']);
    expect(touched((text) => text.delete(second, text.length - second))).toEqual(['second']);
    expect(touched((text) => text.delete(3, second))).toEqual([firstParagraph, 'second']);
  });

  test('[HIS-6] is the one that became an entry of a list, not the one before', () => {
    expect(touched((text) => text.format(second, 1, { kind: 'bullet' }))).toEqual(['second']);
    expect(touched((text) => text.format(0, 1, { kind: 'numbered', level: 1 }))).toEqual([firstParagraph]);
  });

  test('[HIS-6] are all over which a look reaches', () => {
    expect(touched((text) => text.format(2, text.length - 2, { bold: true }))).toEqual([firstParagraph, 'second']);
    expect(touched((text) => text.format(second, 3, { italic: true }))).toEqual(['second']);
  });

  test('[HIS-6] are none where nothing is done, or done and undone', () => {
    expect(touched(() => undefined)).toEqual([]);
    expect(
      touched((text) => {
        text.insert(3, 'x', {});
        text.delete(3, 1);
      }),
    ).toEqual([]);
  });
});

/** One act of a writer: where, what, how far; read in the text as it stands for them. */
const act = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('type', 'type', 'type', 'delete', 'delete', 'begin', 'list', 'look', 'note', 'bracket', 'hear'),
  at: fc.nat(999),
  far: fc.nat(30),
});

let ids = 0;
function perform(doc: Y.Doc, { what, at, far }: { what: string; at: number; far: number }): void {
  const text = textOf(doc);
  const place = 1 + (at % text.length);
  const reach = Math.min(far + 1, text.length - place);
  const breaks = stretchesOf(text).filter((each) => 'sign' in each && 'p' in each.sign);
  const id = `x${ids++}`;
  if (what === 'type') text.insert(place, id, {});
  if (what === 'delete' && reach > 0) text.delete(place, reach);
  if (what === 'begin') text.insertEmbed(place, { p: id }, {});
  if (what === 'list')
    text.format(breaks[at % breaks.length]?.at ?? 0, 1, { kind: far % 2 ? 'bullet' : null, level: far % 3 || null });
  if (what === 'look' && reach > 0)
    text.format(place, reach, far % 2 ? { bold: at % 3 ? true : null } : { italic: true });
  if (what === 'note') text.insertEmbed(place, { n: id }, { text: id });
  if (what === 'bracket') text.insertEmbed(place, { open: id }, {});
}

describe('of writers who write at the same time', () => {
  test('[HIS-6] every paragraph that changed, came or went is named', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 40 }), (acts) => {
        const server = emptyDraft();
        const writers = [0, 1, 2].map(() => {
          const doc = copyOf(server);
          const unsent: Uint8Array[] = [];
          doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'server' && unsent.push(update));
          return { doc, unsent };
        });
        const hear = ({ doc, unsent }: (typeof writers)[number]) => {
          const { named, changed } = taken(server, [Y.mergeUpdates(unsent.splice(0))]);
          expect(named).toEqual(expect.arrayContaining(changed));
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)), 'server');
        };
        for (const each of acts) {
          const writer = writers[each.who];
          if (!writer) continue;
          if (each.what !== 'hear') perform(writer.doc, each);
          else if (writer.unsent.length > 0) hear(writer);
        }
        for (const writer of writers) if (writer.unsent.length > 0) hear(writer);
      }),
      { numRuns: 300 },
    );
  });

  test('[HIS-6] and where each act is heard by itself, no other; a letter touches one', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 40 }), (acts) => {
        const server = emptyDraft();
        for (const each of acts) {
          const copy = copyOf(server);
          const updates: Uint8Array[] = [];
          copy.on('update', (update: Uint8Array) => updates.push(update));
          perform(copy, each);
          const { named, changed } = taken(server, updates);
          expect(named).toEqual(changed);
          if (each.what === 'type') expect(named).toHaveLength(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
