/** Whether what stands in a draft's document is what the editor can show: a foreign node would break it for the whole room. */
import * as Y from 'yjs';
import { fragmentName, isAttribute, isMark } from './draftShape.ts';
import type { Stretch } from './inspectUpdate.ts';

/** Whether everything that these additions brought has landed where it may stand. */
export function areValidAdditions(doc: Y.Doc, additions: readonly Stretch[]): boolean {
  for (const { client, from, to } of additions) {
    const structs = doc.store.clients.get(client);
    if (!structs || Y.getState(doc.store, client) < to) return false;
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at];
      if (!struct || struct.id.clock >= to) break;
      if (struct instanceof Y.Item && !isValidItem(doc, struct)) return false;
    }
  }
  return true;
}

/** Whether a whole document is a draft's and nothing else. */
export function isValidDraft(doc: Y.Doc): boolean {
  for (const name of doc.share.keys()) if (name !== fragmentName) return false;
  if (doc.store.pendingStructs || doc.store.pendingDs) return false;
  doc.getXmlFragment(fragmentName);
  for (const structs of doc.store.clients.values())
    for (const struct of structs) if (struct instanceof Y.Item && !isValidItem(doc, struct)) return false;
  return true;
}

function isValidItem(doc: Y.Doc, item: Y.Item): boolean {
  if (item.deleted || item.content instanceof Y.ContentDeleted) return true;
  const { parent, parentSub, content } = item;
  if (parent === doc.share.get(fragmentName)) return parentSub === null && nodeOf(content) === 'paragraph';
  if (parent instanceof Y.XmlText) return parentSub === null && isValidInText(content);
  if (!(parent instanceof Y.XmlElement)) return false;
  if (parentSub !== null)
    return (
      content instanceof Y.ContentAny && content.arr.every((value) => isAttribute(parent.nodeName, parentSub, value))
    );
  return parent.nodeName === 'paragraph' && (isText(content) || nodeOf(content) === 'footnote');
}

function isValidInText(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentString) return true;
  return content instanceof Y.ContentFormat && isMark(content.key, content.value);
}

const isText = (content: Y.Item['content']) => content instanceof Y.ContentType && content.type instanceof Y.XmlText;

function nodeOf(content: Y.Item['content']): string | null {
  if (!(content instanceof Y.ContentType)) return null;
  // An XmlText is no XmlElement, but a hook is nearly one.
  return content.type instanceof Y.XmlElement && !(content.type instanceof Y.XmlHook) ? content.type.nodeName : null;
}
