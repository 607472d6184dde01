import type { DraftText } from '@shared/domain/draftText.ts';
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { PassageMark } from './PassageText.tsx';
import { rangeOf } from './passageDom.ts';

interface Line {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a marked passage is set: its lines, and how high its sign stands in the margin. */
export interface MarkBox {
  mark: PassageMark;
  lines: Line[];
  top: number;
}

/** As high as a sign in the margin: two on one line stand one below the other. */
const signHeight = 28;

/** Measures where passages are set on the page, and again whenever the page is set anew. */
export function usePassageBoxes(
  frame: RefObject<HTMLElement | null>,
  draft: DraftText,
  marks: readonly PassageMark[],
): readonly MarkBox[] {
  const [boxes, setBoxes] = useState<readonly MarkBox[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is set elsewhere.
  useLayoutEffect(() => {
    const root = frame.current;
    if (!root) return;
    const measure = () => setBoxes(measured(root, marks));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    void document.fonts?.ready.then(measure);
    return () => observer.disconnect();
  }, [frame, draft, marks]);
  return boxes;
}

function measured(root: HTMLElement, marks: readonly PassageMark[]): MarkBox[] {
  const origin = root.getBoundingClientRect();
  const boxes = marks.flatMap((mark): MarkBox[] => {
    const range = rangeOf(root, mark.place);
    const lines = [...(range?.getClientRects() ?? [])]
      .filter(({ width }) => width > 0)
      .map(({ left, top, width, height }) => ({ left: left - origin.left, top: top - origin.top, width, height }));
    return lines[0] ? [{ mark, lines, top: lines[0].top }] : [];
  });
  let free = 0;
  return boxes
    .sort((a, b) => a.top - b.top)
    .map((box) => {
      const top = Math.max(box.top, free);
      free = top + signHeight;
      return { ...box, top };
    });
}
