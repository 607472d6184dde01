import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useId, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../i18n/I18n.tsx';
import { cx } from '../ui/cx.ts';
import styles from './BoardRemarks.module.css';
import { bracketAt } from './brackets.ts';
import { Hanging } from './Hanging.tsx';
import { type BoardRemark, goToPassage, type PlacedRemark, placeRemarks, showPassages } from './passageMarks.ts';

const lookAfterMs = 400;

export interface BoardRemarksProps {
  view: EditorView;
  state: EditorState;
  remarks: readonly BoardRemark[];
  /** What the card of a passage hangs in. */
  frame: RefObject<HTMLElement | null>;
}

/** What the board has said about passages of this text: marked in it, and listed with the way there and back. */
export function BoardRemarks(props: BoardRemarksProps) {
  const { view, state, remarks, frame } = props;
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
      setChosen(marked?.dataset.remark ?? null);
    };
    // Whoever writes on needs the place below.
    const leave = (event: Event) => {
      if (event.type === 'beforeinput' || (event instanceof KeyboardEvent && event.key === 'Escape')) setChosen(null);
    };
    view.dom.addEventListener('click', press);
    view.dom.addEventListener('beforeinput', leave);
    view.dom.addEventListener('keydown', leave);
    return () => {
      view.dom.removeEventListener('click', press);
      view.dom.removeEventListener('beforeinput', leave);
      view.dom.removeEventListener('keydown', leave);
    };
  }, [view]);
  return (
    <section className={styles.remarks} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className={styles.title}>
        {t('editor.board')}
      </h3>
      <ul className={styles.list}>
        {placed.map((each) => (
          <li key={each.remark.id}>
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
      {frame.current && createPortal(<PassageCard {...{ view, state, placed, chosen, frame }} />, frame.current)}
    </section>
  );
}

interface PassageCardProps extends Pick<BoardRemarksProps, 'view' | 'state' | 'frame'> {
  placed: readonly PlacedRemark[];
  chosen: string | null;
}

/** What was said at the chosen passage, below it: as long as one stands in it, and where no bracket has its own sheet. */
function PassageCard({ view, state, placed, chosen, frame }: PassageCardProps) {
  const t = useT();
  const { from, to } = state.selection;
  const here = placed.find(({ remark }) => remark.id === chosen)?.place;
  if (!here || from < here.from || to > here.to || bracketAt(state)) return null;
  const same = placed.filter(({ place }) => place?.from === here.from && place.to === here.to);
  return (
    <Hanging view={view} pos={here.to} frame={frame} label={t('editor.board')}>
      {same.map(({ remark }) => (
        <Said key={remark.id} remark={remark} />
      ))}
    </Hanging>
  );
}

function Said({ remark }: { remark: BoardRemark }) {
  return (
    <div className={styles.said}>
      <p className={styles.head}>{remark.head}</p>
      <p className={styles.words} dir="auto">
        {remark.words}
      </p>
    </div>
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
      <Said remark={remark} />
    </article>
  );
}
