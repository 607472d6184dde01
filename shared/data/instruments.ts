import data from './instruments.json' with { type: 'json' };
import type { PickerNode } from './pickerTree.ts';
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
  return [
    ...instruments.map(instrumentSource),
    ...bodies.map(({ id, name, shortName }) => ({ id, label: shortName, detail: name })),
  ];
}

function instrumentSource(instrument: Instrument): PickerSource {
  const { id, name, shortName, kind, year, symbol, themes, alsoCalled = [], namedInMeeting } = instrument;
  return {
    id,
    label: shortName,
    detail: [name, year, symbol].filter((part) => part !== null && part !== shortName).join(' · '),
    ...(symbol === null ? {} : { codes: [symbol] }),
    keywords: [name, kind, ...themes, ...alsoCalled],
    isFeatured: namedInMeeting,
  };
}

const groups: Readonly<Record<string, readonly string[]>> = {
  treaties: ['treaty', 'protocol', 'agreement', 'regional-agreement'],
  declarations: ['declaration', 'resolution', 'principle'],
  frameworks: ['framework', 'guidelines', 'programme-type'],
  processes: ['process', 'forum', 'initiative', 'regional-community'],
  reports: ['report', 'brief'],
};

/** Instruments by kind, in the order of their years, to be browsed. */
export function instrumentTree(): PickerNode[] {
  return Object.entries(groups).map(([group, kinds]) => ({
    group,
    children: instruments
      .filter(({ kind }) => kinds.includes(kind))
      .sort((one, other) => (one.year ?? 0) - (other.year ?? 0))
      // Those that the meeting has named are nothing special in a list of their kind.
      .map((each) => ({ source: { ...instrumentSource(each), isFeatured: false }, isChoice: true, children: [] })),
  }));
}
