/** The editor itself: ProseMirror on the shared text of one draft. */
import { fragmentName } from '@shared/draft/draftShape.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { type BracketWords, bracketPlugin } from './bracketSigns.ts';
import { caretPlugin } from './caretSigns.ts';
import styles from './DraftEditor.module.css';
import { keyPlugins } from './keys.ts';
import { pastePlugin } from './paste.ts';

export interface DraftViewPorts {
  doc: Y.Doc;
  /** In whose name brackets are put. */
  by: string | null;
  isWritable(): boolean;
  label(): string;
  placeholder(): string;
  words(): BracketWords;
  tellCaret(caret: Uint8Array | null): void;
  refusedPaste(bytes: number): void;
  /** Called after every change of text or selection. */
  changed(state: EditorState): void;
}

/** Opens the editor in a place of the page. */
export function openDraftView(place: HTMLElement, ports: DraftViewPorts): EditorView {
  const fragment = ports.doc.getXmlFragment(fragmentName);
  // An empty text has no block yet: it gets one with the first letter, and not one from everybody who looks.
  const start = fragment.length > 0 ? initProseMirrorDoc(fragment, draftSchema) : null;
  const state = EditorState.create({
    schema: draftSchema,
    ...(start ? { doc: start.doc } : {}),
    plugins: [
      ySyncPlugin(fragment, start ? { mapping: start.mapping } : {}),
      yUndoPlugin(),
      ...keyPlugins(ports.by),
      pastePlugin({ size: () => Y.encodeStateAsUpdate(ports.doc).length, refused: ports.refusedPaste }),
      bracketPlugin(ports.words),
      caretPlugin(ports.tellCaret),
      placeholderPlugin(ports.placeholder),
      new Plugin({ view: () => ({ update: (view) => ports.changed(view.state) }) }),
    ],
  });
  const view = new EditorView(place, {
    state,
    editable: ports.isWritable,
    attributes: () => ({
      class: styles.text ?? '',
      role: 'textbox',
      tabindex: '0',
      'aria-multiline': 'true',
      'aria-label': ports.label(),
      'aria-readonly': String(!ports.isWritable()),
    }),
  });
  ports.changed(view.state);
  return view;
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
