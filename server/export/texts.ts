/** The texts of all reported items as one plain text, each a compilation: to be searched, compared, sent. */
import { must } from '@shared/domain/kernel/must.ts';
import type { RecordOutline } from '@shared/domain/record/shape.ts';
import { compilation } from '@shared/domain/rendering.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import { bracketWordingOf } from './bracketWording.ts';
import type { Wording } from './wording.ts';

/** Panels and items in the order and with the numbers of the issue brief. */
export function printTexts(outline: RecordOutline, { plenary }: ConsultationState, wording: Wording): string {
  const words = bracketWordingOf(wording);
  const texts = outline.panels.flatMap((panel) => [
    `${panel.number}. ${panel.title}`,
    ...panel.horizons
      .flatMap(({ items }) => items)
      .map(({ id, number, title }) => {
        const { draft } = must(plenary.board.items[id], 'item').current;
        return `${number} ${title}\n\n${compilation(draft, words)}`;
      }),
  ]);
  return `${[outline.consultation.title, ...texts].join('\n\n\n')}\n`;
}
