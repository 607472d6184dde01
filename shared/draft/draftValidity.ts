/** Whether what stands in a draft's document is what the editor can show: a foreign sign would break it for the whole room. */
import * as Y from 'yjs';
import { isBracketSign, isLook, isRootName, isSign, seedClient, textOf } from './draftShape.ts';
import type { Stretch } from './inspectUpdate.ts';

/** Whether the text still begins with the paragraph that every draft begins with. */
export function beginsRight(doc: Y.Doc): boolean {
  let item = textOf(doc)._start;
  while (item && (item.deleted || !item.countable)) item = item.right;
  return item?.id.client === seedClient;
}

/** Whether everything that these additions brought has landed where it may stand, and brings no bracket: those are the server's. */
export function areValidAdditions(doc: Y.Doc, additions: readonly Stretch[]): boolean {
  const root = textOf(doc);
  for (const { client, from, to } of additions) {
    if (client === seedClient || Y.getState(doc.store, client) < to) return false;
    for (const item of itemsIn(doc, { client, from, to }))
      if (!isValidItem(root, item) || (item.content instanceof Y.ContentEmbed && isBracketSign(item.content.embed)))
        return false;
  }
  return true;
}

/** Whether these deletions spare what only the server takes away: the first paragraph and the brackets' signs. */
export function areValidDeletions(doc: Y.Doc, deletions: readonly Stretch[]): boolean {
  return deletions.every((deletion) => {
    if (deletion.client === seedClient) return false;
    for (const { deleted, content } of itemsIn(doc, deletion))
      if (!deleted && content instanceof Y.ContentEmbed && isBracketSign(content.embed)) return false;
    return true;
  });
}

function* itemsIn(doc: Y.Doc, { client, from, to }: Stretch): Generator<Y.Item> {
  const structs = doc.store.clients.get(client);
  if (!structs || Y.getState(doc.store, client) <= from) return;
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= to) return;
    if (struct instanceof Y.Item) yield struct;
  }
}

/** Whether a whole document is a draft's and nothing else. */
export function isValidDraft(doc: Y.Doc): boolean {
  for (const name of doc.share.keys()) if (!isRootName(name)) return false;
  if (doc.store.pendingStructs || doc.store.pendingDs) return false;
  const root = textOf(doc);
  for (const structs of doc.store.clients.values())
    for (const struct of structs) if (struct instanceof Y.Item && !isValidItem(root, struct)) return false;
  return beginsRight(doc);
}

function isValidItem(root: Y.Text, { deleted, content, parent, parentSub }: Y.Item): boolean {
  if (deleted || content instanceof Y.ContentDeleted) return true;
  if (parent !== root || parentSub !== null) return false;
  if (content instanceof Y.ContentString) return true;
  if (content instanceof Y.ContentEmbed) return isSign(content.embed);
  return content instanceof Y.ContentFormat && isLook(content.key, content.value);
}
