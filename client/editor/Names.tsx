import { useState } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import styles from './Hanging.module.css';

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

/** Names in a line: all of them, or of many the first and how many more there are. */
export function NamesLine(props: { names: readonly string[]; isWhole: boolean; most?: number | undefined }) {
  const { names, isWhole, most } = props;
  const t = useT();
  const { list } = useFormat();
  const shown = shownOf(names, most);
  if (isWhole || shown === names.length) return <bdi>{list(names)}</bdi>;
  return (
    <bdi>
      {names.slice(0, shown).join(t('text.bracket.comma'))} {t('editor.names.more', { n: names.length - shown })}
    </bdi>
  );
}

/** A sentence with names in it; where there are many, with the first, and a button that tells them all. */
export function NamesIn({ names, sentence }: { names: readonly string[]; sentence(names: string): string }) {
  const t = useT();
  const { list } = useFormat();
  const [isWhole, setWhole] = useState(false);
  const shown = shownOf(names);
  const some = () =>
    t('text.bracket.some', { names: names.slice(0, shown).join(t('text.bracket.comma')), n: names.length - shown });
  return (
    <span>
      {sentence(isWhole || shown === names.length ? list(names) : some())}{' '}
      {shown < names.length && (
        <button type="button" className={styles.moreNames} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'editor.names.fewer' : 'editor.names.all', { n: names.length })}
        </button>
      )}
    </span>
  );
}
