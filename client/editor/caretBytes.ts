/** A caret as it travels: the places of its two ends in the shared text, true also when others write before them. */
import { textOf } from '@shared/draft/draftShape.ts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { EditorState } from 'prosemirror-state';
import * as Y from 'yjs';
import { sharedDoc } from './binding.ts';
import { posAt, unitAt } from './flatText.ts';

/** The selection as bytes, some twenty of them. */
export function encodeCaret(state: EditorState): Uint8Array | null {
  const doc = sharedDoc(state);
  if (!doc) return null;
  const { anchor, head, empty } = state.selection;
  const encoder = encoding.createEncoder();
  for (const pos of empty ? [head] : [head, anchor]) {
    const place = Y.createRelativePositionFromTypeIndex(textOf(doc), unitAt(state.doc, pos));
    encoding.writeVarUint8Array(encoder, Y.encodeRelativePosition(place));
  }
  return encoding.toUint8Array(encoder);
}

/** Where a caret stands now; null where its text is not here (yet), or the bytes are nobody's caret. */
export function decodeCaret(state: EditorState, caret: Uint8Array): { head: number; anchor: number } | null {
  const doc = sharedDoc(state);
  if (!doc) return null;
  try {
    const decoder = decoding.createDecoder(caret);
    const head = placeOf(decoder, doc, state);
    const anchor = decoding.hasContent(decoder) ? placeOf(decoder, doc, state) : head;
    return head === null || anchor === null ? null : { head, anchor };
  } catch {
    return null;
  }
}

function placeOf(decoder: decoding.Decoder, doc: Y.Doc, state: EditorState): number | null {
  const place = Y.decodeRelativePosition(decoding.readVarUint8Array(decoder));
  const found = Y.createAbsolutePositionFromRelativePosition(place, doc);
  if (!found || found.type !== textOf(doc)) return null;
  return posAt(state.doc, Math.max(1, found.index));
}
