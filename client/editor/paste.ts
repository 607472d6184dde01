/** What is pasted becomes a draft's text and nothing else, and what is too much is refused whole. */
import { mostBlocks } from '@shared/draft/draftShape.ts';
import { limits } from '@shared/protocol/wire.ts';
import { Fragment, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** A page of a word processor holds some fifty times as much markup as words; beyond this reading it would stop the page. */
const mostMarkup = 4 * limits.draft;

export interface PastePorts {
  /** How many bytes the shared text takes now. */
  size(): number;
  refused(bytes: number): void;
}

export function pastePlugin({ size, refused }: PastePorts): Plugin {
  const isTooMuch = (bytes: number): boolean => {
    const isOver = size() + bytes > limits.draft;
    if (isOver) refused(bytes);
    return isOver;
  };

  function takeIn(view: EditorView, data: DataTransfer | null): boolean {
    const text = data?.getData('text/plain') ?? '';
    const markup = data?.getData('text/html') ?? '';
    // Before it is read: a huge clipboard must not even be parsed.
    if (isTooMuch(bytesOf(text))) return true;
    if (markup.length > mostMarkup) {
      if (text) view.pasteText(text);
      else refused(markup.length);
      return true;
    }
    return false;
  }

  return new Plugin({
    props: {
      handleDOMEvents: {
        paste(view, event) {
          if (!view.editable || !takeIn(view, event.clipboardData)) return false;
          event.preventDefault();
          return true;
        },
        drop(view, event) {
          if (!view.editable || !takeIn(view, event.dataTransfer)) return false;
          event.preventDefault();
          return true;
        },
      },
      handlePaste(view, _event, slice) {
        const blocks = view.state.doc.childCount + slice.content.childCount;
        const bytes = bytesOf(slice.content.textBetween(0, slice.content.size, '\n'));
        if (blocks > mostBlocks) refused(bytes);
        return blocks > mostBlocks || isTooMuch(bytes);
      },
      // A line break is no block of its own here, but two words must not become one.
      transformPastedHTML: (html) => html.replace(/<br\b[^>]*>/gi, ' '),
      transformPasted: plain,
    },
  });
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** The signs of brackets are the server's: of what is pasted only the words come, and every paragraph and note is a new one. */
function plain(slice: Slice): Slice {
  const through = (fragment: Fragment): Fragment =>
    Fragment.fromArray(
      fragment.content.flatMap((node) => {
        if (node.type.name === 'open' || node.type.name === 'close') return [];
        if (node.isText) return [node];
        return [node.type.create({ ...node.attrs, id: null }, through(node.content), node.marks)];
      }),
    );
  return new Slice(through(slice.content), slice.openStart, slice.openEnd);
}
