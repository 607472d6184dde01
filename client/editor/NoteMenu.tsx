import { longestNote } from '@shared/draft/draftShape.ts';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { RefObject } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './Hanging.module.css';
import { Hanging } from './Hanging.tsx';
import type { Look } from './lookAt.ts';

export interface NoteMenuProps {
  view: EditorView;
  note: NonNullable<Look['note']>;
  frame: RefObject<HTMLElement | null>;
  isWritable: boolean;
}

/** The text of the footnote that is selected. */
export function NoteMenu({ view, note, frame, isWritable }: NoteMenuProps) {
  const t = useT();
  const write = (text: string) =>
    view.dispatch(view.state.tr.setNodeAttribute(note.pos, 'text', text.slice(0, longestNote)));
  const leave = () => {
    const { tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(note.pos + 1))));
    view.focus();
  };
  const remove = () => {
    view.dispatch(view.state.tr.delete(note.pos, note.pos + 1));
    view.focus();
  };
  return (
    <Hanging view={view} pos={note.pos + 1} frame={frame} label={t('editor.note')}>
      <TextArea
        label={t('editor.note.text')}
        dir="auto"
        rows={3}
        limit={longestNote}
        value={note.text}
        readOnly={!isWritable}
        autoFocus={note.text === ''}
        onChange={write}
        onKeyDown={(event) => event.key === 'Escape' && leave()}
      />
      <div className={styles.choices}>
        <Button size="small" icon="check" onClick={leave}>
          {t('editor.note.done')}
        </Button>
        {isWritable && (
          <Button size="small" icon="delete" onClick={remove}>
            {t('editor.note.remove')}
          </Button>
        )}
      </div>
    </Hanging>
  );
}
