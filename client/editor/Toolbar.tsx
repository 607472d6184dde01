import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { IconName } from '../ui/icons.ts';
import type { BracketDesk } from './brackets.ts';
import styles from './DraftEditor.module.css';
import { type Act, commandsFor, keysOf } from './keys.ts';
import type { Look } from './lookAt.ts';
import { ShortcutList } from './ShortcutList.tsx';

const tools: readonly { act: Act; icon: IconName; isOn?: (look: Look) => boolean; isOff?: (look: Look) => boolean }[] =
  [
    { act: 'bold', icon: 'bold', isOn: ({ isBold }) => isBold },
    { act: 'italic', icon: 'italic', isOn: ({ isItalic }) => isItalic },
    { act: 'bullet', icon: 'bullets', isOn: ({ list }) => list === 'bullet' },
    { act: 'numbered', icon: 'order', isOn: ({ list }) => list === 'numbered' },
    { act: 'footnote', icon: 'footnote' },
    { act: 'bracket', icon: 'brackets', isOn: ({ bracket }) => bracket !== null },
    { act: 'deletion', icon: 'delete', isOff: ({ hasSelection }) => !hasSelection },
    { act: 'propose', icon: 'edit', isOff: ({ hasSelection, bracket }) => !hasSelection && bracket === null },
    { act: 'term', icon: 'pin' },
    { act: 'undo', icon: 'undo' },
    { act: 'redo', icon: 'redo' },
    { act: 'find', icon: 'search' },
  ];

/** The tools above the text; one stop for Tab, the arrows go from one to the next. */
export function Toolbar({ view, look, brackets }: { view: EditorView; look: Look; brackets: BracketDesk }) {
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const commands = commandsFor(brackets);
  const use = (act: Act) => {
    commands[act](view.state, view.dispatch, view);
    // The form for another wording takes the focus itself.
    if (act !== 'propose') view.focus();
  };
  const walk = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>(`.${styles.tools} > button`) ?? [])];
    const next = stepOf(event, stop, buttons.length);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    buttons[next]?.focus();
  };
  return (
    <div ref={bar} className={styles.toolbar}>
      <div role="toolbar" aria-label={t('editor.toolbar')} className={styles.tools} onKeyDown={walk}>
        {tools.map(({ act, icon, isOn, isOff }, at) => (
          <IconButton
            key={act}
            icon={icon}
            size="small"
            label={t('editor.tool', { act: t(`editor.act.${act}`), keys: keysOf(act) })}
            aria-pressed={isOn?.(look)}
            aria-disabled={isOff?.(look) ?? false}
            tabIndex={at === stop ? 0 : -1}
            // The selection stays in the text while a tool is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onFocus={() => setStop(at)}
            onClick={() => use(act)}
          />
        ))}
      </div>
      <ShortcutList />
    </div>
  );
}

/** Where the arrows lead to, mirrored where the page is. */
function stepOf({ key, currentTarget }: KeyboardEvent, from: number, count: number): number | null {
  const isMirrored = getComputedStyle(currentTarget).direction === 'rtl';
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const by = (key === 'ArrowRight') === isMirrored ? -1 : 1;
  return (from + by + count) % count;
}
