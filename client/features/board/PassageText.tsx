import type { DraftText } from '@shared/domain/draftText.ts';
import type { Passage } from '@shared/domain/passage.ts';
import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DraftTextView } from '../../parts/DraftTextView.tsx';
import { withTerms } from '../../parts/terms/TermMarked.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './PassageText.module.css';
import { type Place, selectedPassage } from './passageDom.ts';
import { type MarkBox, usePassageBoxes } from './usePassageBoxes.ts';

/** A passage with comments on it. */
export interface PassageMark {
  id: string;
  place: Place;
  quote: string;
  count: number;
}

export interface PassageTextProps {
  draft: DraftText;
  marks: readonly PassageMark[];
  chosen: string | null;
  onChoose(id: string): void;
  /** Begins a comment on the selected words; null where nobody may comment now. */
  onComment: ((passage: Passage) => void) | null;
}

/** Where a mark stands on the page. */
export const markId = (id: string) => `passage-${id}`;

/** A draft's text with the passages marked that are commented on, and the way to comment on another. */
export function PassageText({ draft, marks, chosen, onChoose, onComment }: PassageTextProps) {
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const boxes = usePassageBoxes(frame, draft, marks);
  const choose = (event: MouseEvent) => {
    const hit = window.getSelection()?.isCollapsed === false ? null : boxAt(boxes, frame.current, event);
    if (hit) onChoose(hit.mark.id);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a short way for who points; the buttons in the margin are the controls. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
      <div ref={frame} className={cx(styles.frame, marks.length > 0 && styles.withMarks)} onClick={choose}>
        <DraftTextView draft={draft} withAttributions mark={withTerms} />
        {boxes.length > 0 && (
          <ul className={styles.marks} aria-label={t('board.passage.marks')}>
            {boxes.map((box) => (
              <li key={box.mark.id}>
                <Lines box={box} isChosen={box.mark.id === chosen} />
                <MarkButton box={box} isChosen={box.mark.id === chosen} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {onComment && <SelectedWords frame={frame} onComment={onComment} />}
    </>
  );
}

function boxAt(
  boxes: readonly MarkBox[],
  frame: HTMLElement | null,
  { clientX, clientY }: MouseEvent,
): MarkBox | undefined {
  const origin = frame?.getBoundingClientRect();
  if (!origin) return undefined;
  const [x, y] = [clientX - origin.left, clientY - origin.top];
  return boxes.find(({ lines }) =>
    lines.some(({ left, top, width, height }) => x >= left && x <= left + width && y >= top && y <= top + height),
  );
}

/** The words underlined, line by line; the underlines lie over the text and are not there for the pointer. */
function Lines({ box, isChosen }: { box: MarkBox; isChosen: boolean }) {
  return box.lines.map(({ left, top, width, height }) => (
    <span
      key={`${left} ${top}`}
      aria-hidden="true"
      className={cx(styles.line, isChosen && styles.chosen)}
      // Places measured on the screen are physical, whichever way the text runs.
      style={{ left, top, width, height }}
    />
  ));
}

function MarkButton(props: { box: MarkBox; isChosen: boolean; onChoose(id: string): void }) {
  const { mark, top } = props.box;
  const t = useT();
  const format = useFormat();
  const words = t('board.passage.comments', { n: mark.count, quote: mark.quote });
  return (
    <button
      type="button"
      id={markId(mark.id)}
      className={cx(styles.mark, props.isChosen && styles.chosenMark)}
      style={{ top }}
      aria-label={words}
      title={words}
      onClick={(event) => {
        event.stopPropagation();
        props.onChoose(mark.id);
      }}
    >
      <Icon name="chat" />
      <span aria-hidden="true">{format.number(mark.count)}</span>
    </button>
  );
}

/** What one can do with the words that are selected: below the text, where it hides neither them nor their handles. */
function SelectedWords(props: { frame: RefObject<HTMLElement | null>; onComment(passage: Passage): void }) {
  const { frame, onComment } = props;
  const t = useT();
  const [passage, setPassage] = useState<Passage | null>(null);
  useEffect(() => {
    const look = () => setPassage(frame.current && selectedPassage(frame.current, document.getSelection()));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [frame]);
  if (!passage) return null;
  return (
    <div className={styles.selected}>
      <q className={styles.quote} dir="auto">
        {passage.quote}
      </q>
      <Button
        kind="primary"
        size="small"
        icon="chat"
        // The words stay selected while the button is pressed.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          document.getSelection()?.removeAllRanges();
          onComment(passage);
        }}
      >
        {t('board.passage.comment')}
      </Button>
    </div>
  );
}
