import data from './instruments.json' with { type: 'json' };
import type { PickerSource } from './search.ts';

/** A treaty, resolution, process, framework or report on migration that an action item can build on. */
export interface Instrument {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  /** Of adoption, launch or publication; null where no source was read. */
  year: number | null;
  symbol: string | null;
  themes: string[];
  legallyBinding: boolean;
  /** Whether the statement of June 2017 names it. */
  namedInMeeting: boolean;
  alsoCalled?: string[];
  source: string;
}

/** An organization that acts on migration, as named in June 2017. */
export interface Body {
  id: string;
  name: string;
  shortName: string;
}

/** The 75 instruments. */
export const instruments = data.instruments as readonly Instrument[];

/** The six bodies. */
export const bodies: readonly Body[] = data.bodies;

const byId = new Map<string, Instrument | Body>([...instruments, ...bodies].map((it) => [it.id, it]));

/** The instrument or body with this id. */
export function instrumentOrBody(id: string): Instrument | Body | undefined {
  return byId.get(id);
}

/** Instruments and bodies as a picker finds them: by name, short name, symbol, theme, year. */
export function instrumentSources(): PickerSource[] {
  const named = instruments.map(
    ({ id, name, shortName, kind, year, symbol, themes, alsoCalled = [], namedInMeeting }) => ({
      id,
      label: shortName,
      detail: [name, year, symbol].filter((part) => part !== null && part !== shortName).join(' · '),
      ...(symbol === null ? {} : { codes: [symbol] }),
      keywords: [name, kind, ...themes, ...alsoCalled],
      isFeatured: namedInMeeting,
    }),
  );
  return [...named, ...bodies.map(({ id, name, shortName }) => ({ id, label: shortName, detail: name }))];
}
