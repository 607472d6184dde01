import { readyListsOf } from '@shared/domain/concreteness/lists.ts';
import type { Part } from '@shared/domain/concreteness.ts';
import type { ListChanges } from '@shared/domain/wordList.ts';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Remarks.module.css';
import { goToRemark, languageNow, lookForVague, type Missing, remarksOn, type VagueDesk } from './vagueMarks.ts';

const lookAfterMs = 300;

/** What the editor underlines by, looked up again when the typing pauses; null where one only reads. */
export function useVagueDesk(
  state: EditorState | null,
  stated: ReadonlySet<Part> | null,
  changes: ListChanges,
): VagueDesk | null {
  const t = useT();
  const lists = readyListsOf(changes);
  const format = useFormat();
  const [language, setLanguage] = useState(() => state && languageNow(state, lists));
  useEffect(() => {
    if (!state) return;
    const timer = setTimeout(() => setLanguage(languageNow(state, lists)), lookAfterMs);
    return () => clearTimeout(timer);
  }, [state, lists]);
  return useMemo(() => {
    const partsOf = (missing: Missing) => format.list(missing.map((part) => t(`editor.vague.${part}`)));
    return (
      stated && { lists, language, stated, tell: (missing) => t('editor.vague.missing', { parts: partsOf(missing) }) }
    );
  }, [lists, language, stated, t, format]);
}

/** Tells the plugin that it is to look by another desk. */
export function useVagueMarks(view: EditorView | null, desk: VagueDesk | null): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plugin reads the desk for itself when it is told to look again.
  useEffect(() => {
    if (view) lookForVague(view);
  }, [view, desk]);
}

const atFirst = 3;

/** The vague wordings of the text below it, each a way to its place. */
export function Remarks({ view, state, desk }: { view: EditorView; state: EditorState; desk: VagueDesk }) {
  const t = useT();
  const [shown, setShown] = useState(state);
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setShown(state), lookAfterMs);
    return () => clearTimeout(timer);
  }, [state]);
  const remarks = useMemo(() => remarksOn(shown, desk), [shown, desk]);
  if (remarks.length === 0) return null;
  const more = remarks.length - atFirst;
  const showAll = () => {
    setWhole(true);
    // The button goes; whoever works by keys goes on in the list.
    list.current?.querySelector('button')?.focus();
  };
  return (
    <section className={styles.remarks} aria-label={t('editor.vague')}>
      <p>{t('editor.vague.count', { n: remarks.length })}</p>
      <ul ref={list}>
        {(isWhole ? remarks : remarks.slice(0, atFirst)).map((remark, at) => (
          <li key={remark.from}>
            <button type="button" className={styles.remark} onClick={() => goToRemark(view, desk, at)}>
              <bdi className={styles.remarkWords}>{remark.words}</bdi> <span>{desk.tell(remark.missing)}</span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && !isWhole && (
        <Button size="small" onClick={showAll}>
          {t('editor.vague.more', { n: more })}
        </Button>
      )}
    </section>
  );
}
