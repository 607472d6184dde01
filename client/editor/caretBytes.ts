/** A caret as it travels: the places of its two ends in the shared text, true also when others write before them. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { EditorState } from 'prosemirror-state';
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror';
import * as Y from 'yjs';

function bindingOf(state: EditorState): ProsemirrorBinding | null {
  return ySyncPluginKey.getState(state)?.binding ?? null;
}

/** The selection as bytes, some twenty of them. */
export function encodeCaret(state: EditorState): Uint8Array | null {
  const binding = bindingOf(state);
  if (!binding) return null;
  const { anchor, head, empty } = state.selection;
  const encoder = encoding.createEncoder();
  for (const pos of empty ? [head] : [head, anchor]) {
    const place: Y.RelativePosition = absolutePositionToRelativePosition(pos, binding.type, binding.mapping);
    encoding.writeVarUint8Array(encoder, Y.encodeRelativePosition(place));
  }
  return encoding.toUint8Array(encoder);
}

/** Where a caret stands now; null where its text is not here (yet), or the bytes are nobody's caret. */
export function decodeCaret(state: EditorState, caret: Uint8Array): { head: number; anchor: number } | null {
  const binding = bindingOf(state);
  if (!binding) return null;
  try {
    const decoder = decoding.createDecoder(caret);
    const head = placeOf(decoder, binding);
    const anchor = decoding.hasContent(decoder) ? placeOf(decoder, binding) : head;
    if (head === null || anchor === null) return null;
    const most = state.doc.content.size;
    return { head: Math.min(head, most), anchor: Math.min(anchor, most) };
  } catch {
    return null;
  }
}

function placeOf(decoder: decoding.Decoder, { doc, type, mapping }: ProsemirrorBinding): number | null {
  const place = Y.decodeRelativePosition(decoding.readVarUint8Array(decoder));
  return relativePositionToAbsolutePosition(doc, type, place, mapping);
}
