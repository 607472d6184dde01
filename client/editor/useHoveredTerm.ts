import type { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type TermPlace, termAt } from './termMarks.ts';

const restMs = 350;
const leaveMs = 250;

/** The term on which the pointer rests or that a finger taps; it stays while the pointer goes to its card, and while the card is used. */
export function useHoveredTerm(view: EditorView, frame: RefObject<HTMLElement | null>) {
  const [place, setPlace] = useState<TermPlace | null>(null);
  const isHeld = useRef(false);
  const close = () => {
    isHeld.current = false;
    setPlace(null);
  };
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    let timer: ReturnType<typeof setTimeout>;
    const later = (ms: number, act: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(act, ms);
    };
    const over = ({ target, buttons, pointerType }: PointerEvent) => {
      // A finger has no place to rest: it taps.
      if (!(target instanceof Element) || isHeld.current || pointerType === 'touch') return;
      if (target.closest('[data-term-card]')) return clearTimeout(timer);
      const marked = target.closest('[data-term]');
      // Whoever selects text is not asking what it means.
      if (marked && buttons === 0) return later(restMs, () => setPlace(termAt(view.state, view.posAtDOM(marked, 0))));
      later(leaveMs, () => setPlace(null));
    };
    const out = ({ pointerType }: PointerEvent) =>
      isHeld.current || pointerType === 'touch' || later(leaveMs, () => setPlace(null));
    let isTouch = false;
    const down = ({ target, pointerType }: PointerEvent) => {
      isTouch = pointerType === 'touch';
      const isOutside = !(target instanceof Element) || !target.closest('[data-term-card], [data-term]');
      if (!isTouch || !isOutside) return;
      isHeld.current = false;
      setPlace(null);
    };
    // The tap sets the caret as ever; the card hangs below and takes no focus, so the keyboard stays.
    const tapped = ({ target }: MouseEvent) => {
      const marked = target instanceof Element && target.closest('[data-term]');
      if (!isTouch || !marked || getSelection()?.isCollapsed === false) return;
      clearTimeout(timer);
      setPlace(termAt(view.state, view.posAtDOM(marked, 0)));
    };
    const typed = () => later(0, () => !isHeld.current && setPlace(null));
    box.addEventListener('pointerover', over);
    box.addEventListener('pointerleave', out);
    view.dom.addEventListener('keydown', typed);
    view.dom.addEventListener('click', tapped);
    document.addEventListener('pointerdown', down, true);
    return () => {
      clearTimeout(timer);
      box.removeEventListener('pointerover', over);
      box.removeEventListener('pointerleave', out);
      view.dom.removeEventListener('keydown', typed);
      view.dom.removeEventListener('click', tapped);
      document.removeEventListener('pointerdown', down, true);
    };
  }, [view, frame]);
  return {
    place,
    close,
    hold: () => {
      isHeld.current = true;
    },
  };
}
