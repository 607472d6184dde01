/**
 * Which paragraphs an act on the text has changed, brought or taken away. Asked while Yjs tells of the act, when what was taken away
 * still says what it was: a paragraph that is gone is named by itself.
 */
import * as Y from 'yjs';
import { isSign, textOf } from './draftShape.ts';

/** Watches a document's text; `end` answers the ids of all paragraphs that were touched meanwhile. */
export function watchTouched(doc: Y.Doc): { end(): string[] } {
  const text = textOf(doc);
  const touched = new Set<string>();
  const hear = (_: unknown, transaction: Y.Transaction) => {
    for (const id of touchedIn(text, transaction)) touched.add(id);
  };
  text.observe(hear);
  return {
    end() {
      text.unobserve(hear);
      return [...touched];
    },
  };
}

/** Whether an item stood in the text at some time: before the act, or after it. */
type Stands = (item: Y.Item) => boolean;
/** A look reaches over all that follows it, so a paragraph may change with nothing done in it. */
const isLook = ({ content }: Y.Item) => content instanceof Y.ContentFormat;

function touchedIn(text: Y.Text, transaction: Y.Transaction): Iterable<string> {
  const isNew: Stands = ({ id }) => id.clock >= (transaction.beforeState.get(id.client) ?? 0);
  const stands: Stands = (item) => !item.deleted;
  const stood: Stands = (item) => !isNew(item) && (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id));
  const added = [...additions(transaction)].filter(stands);
  const removed = [...deletions(transaction)].filter(stood);
  if ([...added, ...removed].some(isLook)) return difference(text, stood, stands);
  const touched = new Set<string | null>();
  const [seenNow, seenThen] = [new Set<Y.Item>(), new Set<Y.Item>()];
  const stays: Stands = (item) => stands(item) && !isNew(item);
  for (const item of added) {
    touched.add(paragraphAt(item, stands, seenNow));
    // Who begins a paragraph within another takes the end of that one.
    if (paragraphOf(item) !== null && hasWordsAfter(item, stays, (each) => stands(each) || stood(each)))
      touched.add(paragraphAt(item.left, stood, new Set()));
  }
  for (const item of removed) {
    touched.add(paragraphAt(item, stood, seenThen));
    // Who joins a paragraph to the one before gives it words.
    if (paragraphOf(item) !== null && hasWordsAfter(item, stays, stands))
      touched.add(paragraphAt(item.left, stands, new Set()));
  }
  touched.delete(null);
  return touched as Set<string>;
}

function* additions({ doc, beforeState, afterState }: Y.Transaction): Iterable<Y.Item> {
  for (const [client, to] of afterState) yield* itemsIn(doc, client, beforeState.get(client) ?? 0, to);
}

function* deletions({ doc, deleteSet }: Y.Transaction): Iterable<Y.Item> {
  for (const [client, stretches] of deleteSet.clients)
    for (const { clock, len } of stretches) yield* itemsIn(doc, client, clock, clock + len);
}

function* itemsIn(doc: Y.Doc, client: number, from: number, to: number): Iterable<Y.Item> {
  const structs = doc.store.clients.get(client);
  if (!structs || from >= to) return;
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= to) return;
    if (struct instanceof Y.Item) yield struct;
  }
}

/** The paragraph that a sign begins; null for everything else. */
function paragraphOf({ content }: Y.Item): string | null {
  const sign: unknown = content instanceof Y.ContentEmbed ? content.embed : null;
  return isSign(sign) && 'p' in sign ? sign.p : null;
}

/** The paragraph that a place is in; null where the way to it was gone already, so that a long text is gone once. */
function paragraphAt(from: Y.Item | null, stands: Stands, seen: Set<Y.Item>): string | null {
  for (let item = from; item && !seen.has(item); item = item.left) {
    seen.add(item);
    const id = stands(item) ? paragraphOf(item) : null;
    if (id !== null) return id;
  }
  return null;
}

/** Whether words that were there before and still are stand between a sign and the next paragraph. */
function hasWordsAfter(sign: Y.Item, stays: Stands, ends: Stands): boolean {
  for (let item = sign.right; item; item = item.right) {
    if (paragraphOf(item) !== null && ends(item)) return false;
    if (item.countable && stays(item)) return true;
  }
  return false;
}

/** Reads the whole text as it stood and as it stands. */
function difference(text: Y.Text, stood: Stands, stands: Stands): string[] {
  const [before, after] = [reader(stood), reader(stands)];
  for (let item = text._start; item; item = item.right) {
    before.read(item);
    after.read(item);
  }
  const ids = new Set([...before.paragraphs.keys(), ...after.paragraphs.keys()]);
  return [...ids].filter((id) => before.paragraphs.get(id) !== after.paragraphs.get(id));
}

/** Takes down what stands in each paragraph, with the looks that mean something there. */
function reader(stands: Stands) {
  const paragraphs = new Map<string, string>();
  const looks = new Map<string, unknown>();
  const say = (...keys: string[]) => JSON.stringify(keys.map((key) => looks.get(key) ?? null));
  let [id, last] = ['', ''];
  let [ofHead, ofLetters, ofNote] = ['', say('bold', 'italic'), ''];
  const take = (content: Y.ContentString | Y.ContentEmbed, head: string | null): [look: string, words: string] => {
    if (content instanceof Y.ContentString) return [ofLetters, content.str];
    const sign: unknown = content.embed;
    const look = head !== null ? ofHead : isSign(sign) && 'n' in sign ? ofNote : '';
    return [look, JSON.stringify(sign)];
  };
  return {
    paragraphs,
    read(item: Y.Item): void {
      const { content } = item;
      if (!stands(item)) return;
      if (content instanceof Y.ContentFormat) {
        looks.set(content.key, content.value);
        // A paragraph that is no entry of a list has no level.
        [ofHead, ofLetters, ofNote] = [
          looks.get('kind') ? say('kind', 'level') : '',
          say('bold', 'italic'),
          say('text'),
        ];
      }
      if (!(content instanceof Y.ContentString || content instanceof Y.ContentEmbed)) return;
      const begun = paragraphOf(item);
      if (begun !== null) [id, last] = [begun, ''];
      const [look, words] = take(content, begun);
      paragraphs.set(id, `${paragraphs.get(id) ?? ''}${look === last ? '' : look}${words}`);
      last = look;
    },
  };
}
