/** What only the fields of an item say: with what it is aligned, how its measures are broken down, what it builds on. */
import { type Fields, isMeasurable } from './itemFields.ts';

export const anchors = ['alignment', 'disaggregation', 'instruments'] as const;
export type Anchor = (typeof anchors)[number];

/** ITEM-16: the anchors that an item neither has nor gives a reason to be without, in their order. */
export function missingAnchors(fields: Fields): Anchor[] {
  const { measures = [], targets = [], objectives = [], instruments = [] } = fields;
  const isThere: Record<Anchor, boolean> = {
    alignment: targets.length + objectives.length > 0 || hasWords(fields.noAlignment),
    // Without a measure there is nothing to be broken down.
    disaggregation:
      measures.filter(isMeasurable).every((each) => each.isDisaggregated) || hasWords(fields.noDisaggregation),
    instruments: instruments.length > 0 || hasWords(fields.gap) || hasWords(fields.noInstrument),
  };
  return anchors.filter((anchor) => !isThere[anchor]);
}

/** ITEM-16: why no measure applies is an answer, though it bounds no promise as a measure does. */
export function isMeasureExcused(fields: Fields): boolean {
  return hasWords(fields.noMeasure);
}

/** What an item gives a reason to be without. */
export function excusedIn(fields: Fields): ('measure' | Anchor)[] {
  const reasons = {
    ...{ measure: fields.noMeasure, alignment: fields.noAlignment },
    ...{ disaggregation: fields.noDisaggregation, instruments: fields.noInstrument },
  };
  return (['measure', ...anchors] as const).filter((each) => hasWords(reasons[each]));
}

const hasWords = (words: string | undefined) => (words ?? '').trim() !== '';
