/** What is pasted becomes a draft's text and nothing else, and what is too much is refused whole. */
import { mostBlocks } from '@shared/draft/draftShape.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import { limits } from '@shared/protocol/wire.ts';
import { nanoid } from 'nanoid';
import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { bracketStretches } from './commands.ts';

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
      transformPasted: (slice, view) => renamed(slice, view.state.doc),
    },
  });
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** A bracket that is pasted beside the one that it was copied from is another bracket; one that was cut stays the same. */
function renamed(slice: Slice, doc: Node): Slice {
  const taken = new Set(bracketStretches(doc).map(({ mark }) => String(mark.attrs.id)));
  const names = new Map<string, string>();
  const rename = (mark: Mark): Mark => {
    const id = String(mark.attrs.id);
    if (mark.type !== draftSchema.marks.bracket || !taken.has(id)) return mark;
    const name = names.get(id) ?? nanoid(10);
    names.set(id, name);
    return mark.type.create({ ...mark.attrs, id: name });
  };
  const through = (fragment: Fragment): Fragment =>
    Fragment.fromArray(
      fragment.content.map((node) =>
        node.isText ? node.mark(node.marks.map(rename)) : node.copy(through(node.content)),
      ),
    );
  return new Slice(through(slice.content), slice.openStart, slice.openEnd);
}
