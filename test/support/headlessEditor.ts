/** An editor without a page, on a replica of its own: what is typed goes over the real binding, and nothing breaks the text. */
import { emptyDraft } from '@shared/draft/draftShape.ts';
import { EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { bind } from '../../client/editor/binding.ts';
import { integrityPlugin } from '../../client/editor/integrity.ts';

export function headlessEditor(locked: () => ReadonlySet<string> = () => new Set()) {
  const doc = emptyDraft();
  const binding = bind(doc);
  let state = EditorState.create({ doc: binding.start, plugins: [binding.plugin, integrityPlugin({ locked })] });
  const view = {
    get state() {
      return state;
    },
    updateState(next: EditorState) {
      state = next;
    },
    dispatch: (tr: Transaction) => binding.dispatch(view, tr),
  };
  binding.plugin.spec.view?.(view as unknown as EditorView);
  return { doc, view };
}

export type HeadlessEditor = ReturnType<typeof headlessEditor>;
