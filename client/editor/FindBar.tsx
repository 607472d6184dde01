import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Find.module.css';
import { closeFind, type FindState, replaceAll, replaceCurrent, search, step } from './find.ts';

/** Looks for words in the text, goes from hit to hit, and puts other words in their place where one may write. */
export function FindBar(props: {
  view: EditorView;
  find: FindState;
  isWritable: boolean;
  locked: ReadonlySet<string>;
}) {
  const { view, find, isWritable } = props;
  const t = useT();
  const field = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every opening takes the focus.
  useEffect(() => {
    const input = field.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, [find.opening]);
  const count = useCount(find);
  const [isReplacing, setReplacing] = useState(false);
  return (
    <search
      className={styles.bar}
      aria-label={t('editor.find')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        closeFind(view);
      }}
    >
      <div className={styles.row}>
        <div ref={field} className={styles.field}>
          <TextField
            label={t('editor.find.words')}
            labelHidden
            placeholder={t('editor.find.words')}
            dir="auto"
            enterKeyHint="search"
            autoComplete="off"
            value={find.words}
            onChange={(words) => search(view, { words, isWhole: find.isWhole })}
            onKeyDown={(event) => onEnter(event, () => step(view, event.shiftKey ? -1 : 1))}
          />
        </div>
        <div className={styles.steps}>
          <IconButton icon="up" size="small" label={t('editor.find.previous')} onClick={() => step(view, -1)} />
          <IconButton icon="down" size="small" label={t('editor.find.next')} onClick={() => step(view, 1)} />
          <span className={styles.count}>{count}</span>
        </div>
        <Checkbox
          label={t('editor.find.whole')}
          checked={find.isWhole}
          onChange={(isWhole) => search(view, { words: find.words, isWhole })}
        />
        {isWritable && (
          <Button kind="plain" size="small" aria-expanded={isReplacing} onClick={() => setReplacing(!isReplacing)}>
            {t('editor.find.replacing')}
          </Button>
        )}
        <IconButton icon="close" size="small" label={t('editor.find.close')} onClick={() => closeFind(view)} />
      </div>
      {isWritable && isReplacing && <Replacing view={view} find={find} locked={props.locked} />}
    </search>
  );
}

function onEnter(event: KeyboardEvent, act: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  act();
}

/** Which hit of how many, in words; said to who cannot see it as well. */
function useCount({ words, hits, current }: FindState): string {
  const t = useT();
  const announce = useAnnounce();
  const count =
    words === ''
      ? ''
      : hits.length === 0
        ? t('editor.find.none')
        : t('editor.find.count', { n: current + 1, of: hits.length });
  useEffect(() => {
    if (count) announce(count);
  }, [announce, count]);
  return count;
}

function Replacing({ view, find, locked }: { view: EditorView; find: FindState; locked: ReadonlySet<string> }) {
  const t = useT();
  const announce = useAnnounce();
  const [words, setWords] = useState('');
  const hasHit = find.hits.length > 0;
  const one = () => hasHit && replaceCurrent(view, words);
  const all = () => announce(t('editor.find.replaced', { n: replaceAll(view, words, locked) }));
  return (
    <div className={styles.row}>
      <div className={styles.field}>
        <TextField
          label={t('editor.find.with')}
          labelHidden
          placeholder={t('editor.find.with')}
          dir="auto"
          autoComplete="off"
          value={words}
          onChange={setWords}
          onKeyDown={(event) => onEnter(event, one)}
        />
      </div>
      <Button size="small" disabled={!hasHit} onClick={one}>
        {t('editor.find.replace')}
      </Button>
      <Button size="small" disabled={!hasHit} onClick={all}>
        {t('editor.find.replaceAll')}
      </Button>
    </div>
  );
}
