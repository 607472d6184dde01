/** The paragraphs in which an update that was taken in has added or taken away something; of a joined one, the one it joined. */
import * as Y from 'yjs';
import { isSign } from './draftShape.ts';
import { inspectUpdate, type Stretch } from './inspectUpdate.ts';

export function touchedParagraphs(doc: Y.Doc, update: Uint8Array): string[] {
  const found = inspectUpdate(update);
  const [touched, seen] = [new Set<string>(), new Set<Y.Item>()];
  for (const stretch of [...(found?.additions ?? []), ...(found?.deletions ?? [])])
    for (const item of itemsIn(doc, stretch)) {
      const id = paragraphOf(item, seen);
      if (id !== null) touched.add(id);
    }
  return [...touched];
}

function itemsIn(doc: Y.Doc, { client, from, to }: Stretch): Y.Item[] {
  const structs = doc.store.clients.get(client);
  if (!structs || from >= Y.getState(doc.store, client)) return [];
  const items: Y.Item[] = [];
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= to) break;
    if (struct instanceof Y.Item) items.push(struct);
  }
  return items;
}

/** The paragraph that a place in the text is in; null where the way to it was gone already, so that a long text is gone once. */
function paragraphOf(from: Y.Item, seen: Set<Y.Item>): string | null {
  for (let item: Y.Item | null = from; item && !seen.has(item); item = item.left) {
    seen.add(item);
    if (item.deleted || !(item.content instanceof Y.ContentEmbed)) continue;
    const sign: unknown = item.content.embed;
    if (isSign(sign) && 'p' in sign) return sign.p;
  }
  return null;
}
