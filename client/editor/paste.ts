/** What is pasted or dropped becomes a draft's text and nothing else, and what is too much is refused whole. */
import { mostBlocks } from '@shared/draft/draftShape.ts';
import { limits } from '@shared/protocol/wire.ts';
import { Fragment, Slice } from 'prosemirror-model';
import { type EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { blocksOfHtml } from './paste/fromHtml.ts';
import { blocksOfText } from './paste/fromText.ts';
import { type PastedBlock, type PastedRun, pasteBlocks } from './paste/pasted.ts';
import { tidied } from './paste/tidy.ts';

/** A page of a word processor holds some fifty times as much markup as words; beyond this reading it would stop the page. */
const mostMarkup = 4 * limits.draft;

export interface PastePorts {
  /** How many bytes the shared text takes now. */
  size(): number;
  refused(bytes: number): void;
}

/** What a clipboard offers. */
export interface Clipboard {
  text: string;
  markup: string;
}

export function pastePlugin(ports: PastePorts): Plugin {
  function take(view: EditorView, data: DataTransfer, state: EditorState): boolean {
    const clipboard = { text: data.getData('text/plain'), markup: data.getData('text/html') };
    if (!clipboard.text && !clipboard.markup) return false;
    const tr = pasted(state, clipboard, ports);
    if (tr) view.dispatch(tr);
    return true;
  }

  return new Plugin({
    props: {
      handleDOMEvents: {
        // Before the editor reads it: a huge clipboard must not even be parsed.
        paste(view, event) {
          // What is pasted while a word is being composed is left to the browser.
          if (!view.editable || view.composing || !event.clipboardData) return false;
          if (!take(view, event.clipboardData, view.state)) return false;
          event.preventDefault();
          return true;
        },
        drop(view, event) {
          // What is dragged within the text is moved by the editor itself.
          if (!view.editable || view.dragging || !event.dataTransfer) return false;
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (!place) return false;
          const there = TextSelection.near(view.state.doc.resolve(place.pos));
          if (!take(view, event.dataTransfer, view.state.apply(view.state.tr.setSelection(there)))) return false;
          event.preventDefault();
          view.focus();
          return true;
        },
      },
      transformPasted: plain,
    },
  });
}

/** The signs of brackets are the server's: of what is dragged only the words come, and every paragraph and note is a new one. */
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

/** The transaction that pastes; null, and told, where it is too much. */
export function pasted(state: EditorState, clipboard: Clipboard, { size, refused }: PastePorts): Transaction | null {
  const { text, markup } = clipboard;
  const refuse = (bytes: number) => {
    refused(bytes);
    return null;
  };
  const before = size();
  if (before + bytesOf(text) > limits.draft) return refuse(bytesOf(text));
  if (markup.length > mostMarkup && !text) return refuse(markup.length);
  const blocks = blocksOf(markup.length > mostMarkup ? { text, markup: '' } : clipboard);
  const bytes = bytesOf(
    blocks.flatMap(({ runs }) => runs.map((run) => ('note' in run ? run.note : run.text))).join('\n'),
  );
  if (state.doc.childCount + blocks.length > mostBlocks || before + bytes > limits.draft) return refuse(bytes);
  return blocks.length === 0 ? state.tr : pasteBlocks(state, blocks);
}

/** Programs that show PDFs offer markup too, of lines and places on a page: there the plain text says more. */
const ofPage = /<br role="presentation">|Cocoa HTML Writer/;

/** What a clipboard holds, as blocks of a draft. */
export function blocksOf({ text, markup }: Clipboard): PastedBlock[] {
  const rich = markup ? blocksOfHtml(markup) : [];
  const isFlat = rich.every(
    ({ kind, runs }) => !kind && runs.every((run) => !('note' in run) && !run.bold && !run.italic),
  );
  const isPlain = rich.length === 0 || (isFlat && text !== '' && ofPage.test(markup));
  const isWithinLine = text.trim() !== '' && !/[\n\r]/.test(text);
  if (!isWithinLine || rich.length > 1 || rich[0]?.kind) return isPlain ? blocksOfText(text) : rich;
  // A few words of a line are no list, and keep the spaces at their ends.
  const words = isPlain ? wordsOf(text) : (rich[0]?.runs ?? []);
  const runs = [...(/^\s/.test(text) ? wordsOf(' ') : []), ...words, ...(/\s$/.test(text) ? wordsOf(' ') : [])];
  return [{ kind: null, level: 0, runs }];
}

const wordsOf = (text: string): PastedRun[] => {
  const clean = text === ' ' ? text : tidied(text).trim();
  return clean ? [{ text: clean, bold: false, italic: false }] : [];
};

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
