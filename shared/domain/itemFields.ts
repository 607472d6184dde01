/** The structured fields of an action item: someone, does something, by some time, and one can tell whether it happened. */
import * as z from 'zod/mini';
import type { Part } from './concreteness.ts';
import { ParagraphId, ThemeId } from './kernel/ids.ts';
import { line, text } from './kernel/words.ts';

/** An actor: a delegation by its id, an organization of the tables by its id, or a kind of actor in words. */
export const ActorRef = z.union([
  z.strictObject({ kind: z.literal('delegation'), id: line(64) }),
  z.strictObject({ kind: z.literal('body'), id: line(64) }),
  z.strictObject({ kind: z.literal('words'), text: line(200) }),
]);
export type ActorRef = z.infer<typeof ActorRef>;

/** How one can tell: an indicator of Agenda 2030 by its code, or one's own. */
export const Measure = z.strictObject({
  /** Code of an indicator of Agenda 2030, or null for an indicator of one's own. */
  indicator: z.nullable(line(12)),
  text: text(500),
  unit: text(60),
  baseline: text(60),
  target: text(60),
  source: text(200),
  /** Disaggregated by sex and age. */
  isDisaggregated: z.boolean(),
});
export type Measure = z.infer<typeof Measure>;

export const Fields = z.strictObject({
  lead: z.optional(z.array(ActorRef).check(z.maxLength(20))),
  partners: z.optional(z.array(ActorRef).check(z.maxLength(40))),
  /** To two years, to five, or longer. */
  horizon: z.optional(z.nullable(z.enum(['short', 'medium', 'long']))),
  by: z.optional(z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))),
  measures: z.optional(z.array(Measure).check(z.maxLength(10))),
  /** Codes of Agenda 2030: of targets, such as `10.7`, and of goals as a whole, such as `10`. */
  targets: z.optional(z.array(line(8)).check(z.maxLength(20))),
  /** Numbers of objectives of the Global Compact. */
  objectives: z.optional(z.array(z.int().check(z.minimum(1), z.maximum(23))).check(z.maxLength(23))),
  /** Ids of the instruments that it builds on. */
  instruments: z.optional(z.array(line(64)).check(z.maxLength(40))),
  /** What is missing, where there is no instrument to build on: the gap that it fills. */
  gap: z.optional(text(500)),
  /** The theme under which that is missing, a panel or one of the map's own; without one, the item's panel. */
  gapTheme: z.optional(z.nullable(ThemeId)),
  /** Why something that an item is asked for does not apply to it (ITEM-16). */
  noMeasure: z.optional(text(300)),
  noAlignment: z.optional(text(300)),
  noDisaggregation: z.optional(text(300)),
  noInstrument: z.optional(text(300)),
  means: z.optional(text(1_000)),
  /** The paragraph of the issue brief that it answers. */
  paragraph: z.optional(z.nullable(ParagraphId)),
});
export type Fields = z.infer<typeof Fields>;

/** ITEM-13: which parts of a concrete item the fields say. */
export function statedIn(fields: Fields): Set<Part> {
  const stated = new Set<Part>();
  if (fields.lead?.length) stated.add('who');
  if (fields.horizon) stated.add('when');
  if (fields.measures?.some(isMeasurable)) stated.add('measure');
  return stated;
}

/** Numbers without what they measure are no measure. */
export const isMeasurable = ({ indicator, text }: Measure) => indicator !== null || text.trim() !== '';
