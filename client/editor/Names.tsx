import { useState } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import styles from './DraftEditor.module.css';

/** How many letters of names are read at a glance. */
const atAGlance = 64;

/** How many of the names are shown before "and so many more": as many as fit, at least one, and never all but one. */
export function shownOf(names: readonly string[], most: number = atAGlance): number {
  let letters = 0;
  const fitting = names.findIndex((name) => {
    letters += name.length + 2;
    return letters > most;
  });
  if (fitting === -1 || names.length - fitting <= 1) return names.length;
  return Math.max(1, fitting);
}

/** Names in a line; of many, the first, and a button that shows them all. */
export function Names({ names }: { names: readonly string[] }) {
  const t = useT();
  const { list } = useFormat();
  const [isWhole, setWhole] = useState(false);
  const shown = shownOf(names);
  if (shown === names.length) return <bdi>{list(names)}</bdi>;
  return (
    <span className={isWhole ? styles.allNames : undefined}>
      <bdi>{isWhole ? list(names) : names.slice(0, shown).join(t('editor.names.comma'))}</bdi>{' '}
      <button type="button" className={styles.moreNames} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {isWhole ? t('editor.names.fewer') : t('editor.names.more', { n: names.length - shown })}
      </button>
    </span>
  );
}
