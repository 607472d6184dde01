import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { RefObject } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import { deleteBracket, keepBracket } from './commands.ts';
import styles from './DraftEditor.module.css';
import { Hanging } from './Hanging.tsx';
import { keysOf } from './keys.ts';
import type { Look } from './lookAt.ts';

export interface BracketMenuProps {
  view: EditorView;
  bracket: NonNullable<Look['bracket']>;
  frame: RefObject<HTMLElement | null>;
  whose: string;
}

/** Settles the bracket in which the caret stands: the text is kept, or it is deleted. */
export function BracketMenu({ view, bracket, frame, whose }: BracketMenuProps) {
  const t = useT();
  const format = useFormat();
  const time = format.time(bracket.at);
  const settle = (command: Command) => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  return (
    <Hanging view={view} pos={bracket.end} frame={frame} label={t('editor.bracket')}>
      <p className={styles.by}>
        {whose ? t('editor.bracket.by', { name: whose, time }) : t('editor.bracket.at', { time })}
      </p>
      <div className={styles.choices}>
        <Button size="small" icon="check" shortcut={keysOf('keep')} onClick={() => settle(keepBracket(bracket.id))}>
          {t('editor.act.keep')}
        </Button>
        <Button
          size="small"
          icon="delete"
          shortcut={keysOf('delete')}
          onClick={() => settle(deleteBracket(bracket.id))}
        >
          {t('editor.act.delete')}
        </Button>
      </div>
    </Hanging>
  );
}
