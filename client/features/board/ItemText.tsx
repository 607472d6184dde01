import type { TabledItem } from '@shared/domain/board.ts';
import { useMemo } from 'react';
import { formId } from './Comments.tsx';
import { PassageText } from './PassageText.tsx';
import { marksOf } from './passages.ts';
import type { PassageDesk } from './usePassageDesk.ts';

/** The item's text, with the passages that are commented on; selecting words begins a comment on them. */
export function ItemText({ item, desk }: { item: TabledItem; desk: PassageDesk }) {
  const marks = useMemo(() => marksOf(desk.passages), [desk.passages]);
  return (
    <PassageText
      draft={item.current.draft}
      marks={marks}
      chosen={desk.chosen}
      onChoose={desk.toThread}
      onComment={
        desk.mayPost
          ? (passage) => {
              desk.setNext(passage);
              const form = document.getElementById(formId);
              form?.scrollIntoView({ block: 'nearest' });
              form?.querySelector('textarea')?.focus({ preventScroll: true });
            }
          : null
      }
    />
  );
}
