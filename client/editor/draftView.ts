/** The editor itself: ProseMirror on the shared text of one draft. */
import type { DraftText } from '@shared/domain/draftText.ts';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import { bind } from './binding.ts';
import { bracketPlugin } from './bracketSigns.ts';
import type { BracketDesk } from './brackets.ts';
import { caretPlugin } from './caretSigns.ts';
import styles from './DraftEditor.module.css';
import { findPlugin } from './find.ts';
import { integrityPlugin } from './integrity.ts';
import { keyPlugins } from './keys.ts';
import { paragraphMargin } from './paragraphMargin.ts';
import { passagePlugin } from './passageMarks.ts';
import { pastePlugin } from './paste.ts';
import { pendingPlugin } from './pendingMarks.ts';
import { termPlugins } from './termMarks.ts';
import { type VagueDesk, vaguePlugin } from './vagueMarks.ts';

export interface DraftViewPorts {
  doc: Y.Doc;
  brackets(): BracketDesk;
  /** The agreed paragraphs, in which nobody writes. */
  locked(): ReadonlySet<string>;
  lockRefused(paragraphId: string): void;
  earlier(): readonly DraftText[];
  /** By what vague wordings are underlined; null where they are not. */
  vague(): VagueDesk | null;
  isWritable(): boolean;
  label(): string;
  /** The element that says how one leaves the text, by its id. */
  helpId: string;
  placeholder(): string;
  tellCaret(caret: Uint8Array | null): void;
  refusedPaste(bytes: number): void;
  /** Called after every change of text or selection. */
  changed(state: EditorState): void;
}

/** Opens the editor in a place of the page. */
export function openDraftView(place: HTMLElement, ports: DraftViewPorts): EditorView {
  const binding = bind(ports.doc);
  const state = EditorState.create({
    doc: binding.start,
    plugins: [
      binding.plugin,
      integrityPlugin({ locked: ports.locked, refused: ports.lockRefused }),
      ...keyPlugins(ports.brackets),
      pastePlugin({ size: () => Y.encodeStateAsUpdate(ports.doc).length, refused: ports.refusedPaste }),
      bracketPlugin(),
      pendingPlugin(),
      paragraphMargin(ports),
      vaguePlugin(ports.vague),
      ...termPlugins(),
      passagePlugin(),
      findPlugin(),
      caretPlugin(ports.tellCaret),
      placeholderPlugin(ports.placeholder),
      new Plugin({ view: () => ({ update: (view) => ports.changed(view.state) }) }),
    ],
  });
  const view: EditorView = new EditorView(place, {
    state,
    dispatchTransaction: (tr) => binding.dispatch(view, tr),
    editable: ports.isWritable,
    attributes: () => ({
      class: styles.text ?? '',
      role: 'textbox',
      tabindex: '0',
      'aria-multiline': 'true',
      'aria-label': ports.label(),
      'aria-describedby': ports.helpId,
      'aria-readonly': String(!ports.isWritable()),
    }),
  });
  keepCaretFrom(view.dom);
  ports.changed(view.state);
  return view;
}

/**
 * At each of its commits React walks through the whole text in focus to note the caret as a number, if its element says that it
 * is editable. In a long draft that costs more than all else; here the caret is ProseMirror's affair, so the element is silent.
 */
function keepCaretFrom(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', {
    configurable: true,
    get: () => 'inherit',
    set: (value: string) => dom.setAttribute('contenteditable', value),
  });
}

function placeholderPlugin(words: () => string): Plugin {
  return new Plugin({
    props: {
      decorations({ doc }) {
        const first = doc.firstChild;
        if (doc.childCount > 1 || !first || first.content.size > 0) return null;
        const look = { class: styles.placeholder ?? '', 'data-words': words() };
        return DecorationSet.create(doc, [Decoration.node(0, first.nodeSize, look)]);
      },
    },
  });
}
