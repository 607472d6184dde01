import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useId, useMemo, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { cx } from '../ui/cx.ts';
import styles from './BoardRemarks.module.css';
import { type BoardRemark, goToPassage, type PlacedRemark, placeRemarks, showPassages } from './passageMarks.ts';

const lookAfterMs = 400;

/** What the board has said about passages of this text: marked in it, and listed with the way there and back. */
export function BoardRemarks(props: { view: EditorView; state: EditorState; remarks: readonly BoardRemark[] }) {
  const { view, state, remarks } = props;
  const t = useT();
  const id = useId();
  const doc = usePaused(state.doc);
  const placed = useMemo(() => placeRemarks(doc, remarks), [doc, remarks]);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    // What is written since is looked at when the typing pauses again.
    if (view.state.doc === doc) showPassages(view, placed, chosen);
  }, [view, doc, placed, chosen]);
  useEffect(() => {
    const press = ({ target }: MouseEvent) => {
      const marked = target instanceof Element ? target.closest<HTMLElement>('[data-remark]') : null;
      const remark = marked?.dataset.remark;
      if (remark === undefined) return;
      setChosen(remark);
      document.getElementById(`${id}-${remark}`)?.scrollIntoView({ block: 'nearest' });
    };
    view.dom.addEventListener('click', press);
    return () => view.dom.removeEventListener('click', press);
  }, [view, id]);
  return (
    <section className={styles.remarks} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className={styles.title}>
        {t('editor.board')}
      </h3>
      <ul className={styles.list}>
        {placed.map((each) => (
          <li key={each.remark.id} id={`${id}-${each.remark.id}`}>
            <RemarkView
              placed={each}
              isChosen={each.remark.id === chosen}
              onGo={() => {
                setChosen(each.remark.id);
                goToPassage(view, each.remark);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The document as it was when the typing last paused. */
function usePaused(doc: Node): Node {
  const [paused, setPaused] = useState(doc);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(doc), lookAfterMs);
    return () => clearTimeout(timer);
  }, [doc]);
  return paused;
}

function RemarkView({ placed, isChosen, onGo }: { placed: PlacedRemark; isChosen: boolean; onGo: () => void }) {
  const { remark, place } = placed;
  const t = useT();
  const quote = (
    <q className={styles.quote} dir="auto">
      {remark.passage.quote}
    </q>
  );
  return (
    <article className={cx(styles.remark, isChosen && styles.isChosen)}>
      {place ? (
        <button type="button" className={styles.go} title={t('editor.board.show')} onClick={onGo}>
          {quote}
        </button>
      ) : (
        quote
      )}
      {!place && <span className={styles.fate}>{t('editor.board.gone')}</span>}
      {place?.isChanged && <span className={styles.fate}>{t('editor.board.changed')}</span>}
      <p className={styles.head}>{remark.head}</p>
      <p className={styles.words} dir="auto">
        {remark.words}
      </p>
    </article>
  );
}
