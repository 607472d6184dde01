/** Whether what the fields of an item name is there: in the lists of the program, on the map, in the issue brief. */
import type { Fields } from './itemFields.ts';
import { type Refusal, refuse } from './kernel/slice.ts';
import { referenceCodes } from './referenceCodes.ts';
import type { ConsultationState } from './state.ts';

/** ITEM-12, ITEM-15, ITEM-17: the refusal of a filling that names what is not there; what `before` had already may stay. */
export function referenceRefusal(
  { plenary }: ConsultationState,
  fields: Partial<Fields>,
  before: Fields,
): Refusal | null {
  const { paragraph, gapTheme } = fields;
  if (paragraph && !plenary.brief.paragraphs.some(({ id }) => id === paragraph))
    return refuse('brief.paragraph-unknown');
  const { themes, instruments } = plenary.instrumentMap;
  if (gapTheme && !plenary.panel.byId[gapTheme] && !themes.some(({ id }) => id === gapTheme))
    return refuse('instrumentMap.theme-unknown');
  const listed = referenceCodes();
  const isOwn = (code: string) => instruments.some(({ id }) => id === code);
  const lists = [
    unlisted(fields.targets, before.targets, (code) => listed.targets.has(code)),
    unlisted(indicatorsOf(fields), indicatorsOf(before), (code) => listed.indicators.has(code)),
    unlisted(fields.instruments, before.instruments, (code) => listed.instruments.has(code) || isOwn(code)),
  ];
  const codes = lists.flat();
  return codes.length > 0 ? refuse('actionItem.not-listed', { codes }) : null;
}

const indicatorsOf = ({ measures = [] }: Partial<Fields>) => measures.flatMap(({ indicator }) => indicator ?? []);

function unlisted(
  codes: readonly string[] = [],
  before: readonly string[] = [],
  isListed: (code: string) => boolean,
): string[] {
  return codes.filter((code) => !isListed(code) && !before.includes(code));
}
