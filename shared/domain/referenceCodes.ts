/**
 * Codes that a field of an item may name, as compactly as a rule needs them; their words are in the tables of
 * `shared/data`. Only the server decides, so no page carries them.
 */

/** The targets of each goal of Agenda 2030, each with how many indicators it has: they are numbered from one. */
const targetsByGoal: Readonly<Record<string, string>> = {
  1: '1:1 2:2 3:1 4:2 5:4 a:2 b:1',
  2: '1:2 2:3 3:2 4:1 5:2 a:2 b:1 c:1',
  3: '1:2 2:2 3:5 4:2 5:2 6:1 7:2 8:2 9:3 a:1 b:3 c:1 d:2',
  4: '1:2 2:2 3:1 4:1 5:1 6:1 7:1 a:1 b:1 c:1',
  5: '1:1 2:2 3:2 4:1 5:2 6:2 a:2 b:1 c:1',
  6: '1:1 2:1 3:2 4:2 5:2 6:1 a:1 b:1',
  7: '1:2 2:1 3:1 a:1 b:1',
  8: '1:1 2:1 3:1 4:2 5:2 6:1 7:1 8:2 9:1 10:2 a:1 b:1',
  9: '1:2 2:2 3:2 4:1 5:2 a:1 b:1 c:1',
  10: '1:1 2:1 3:1 4:2 5:1 6:1 7:4 a:1 b:1 c:1',
  11: '1:1 2:1 3:2 4:1 5:3 6:2 7:2 a:1 b:2 c:0',
  12: '1:1 2:2 3:1 4:2 5:1 6:1 7:1 8:1 a:1 b:1 c:1',
  13: '1:3 2:2 3:1 a:1 b:1',
  14: '1:1 2:1 3:1 4:1 5:1 6:1 7:1 a:1 b:1 c:1',
  15: '1:2 2:1 3:1 4:2 5:1 6:1 7:1 8:1 9:1 a:1 b:1 c:1',
  16: '1:4 2:3 3:3 4:2 5:2 6:2 7:2 8:1 9:1 10:2 a:1 b:1',
  17: '1:2 2:1 3:2 4:1 5:1 6:1 7:1 8:1 9:1 10:1 11:1 12:1 13:1 14:1 15:1 16:1 17:1 18:3 19:2',
};

/** The ids of the instruments of the list of the program. */
const instrumentIds = `
  berne-initiative migof micic pdd mercosur-residence ecowas-free-movement ecowas asean
  african-regional-communities 100rc sicremi sutherland-report gfmd global-rcp rcps hansen-2010 issue-brief-3 ifms
  agenda-2030 gcm non-refoulement avrr new-york-declaration gcm-modalities gcr imrf-format imrf-2022 hld-2006
  hld-2013 iamm micic-guidelines nansen-protection-agenda iom-un-agreement asean-cebu asean-consensus addis-agenda
  sendai nua paris-agreement udhr refugee-convention refugee-protocol stateless-1954 stateless-1961 icerd iccpr
  icescr cedaw cat crc icrmw cped crpd untoc palermo-trafficking palermo-smuggling slavery-1926 slavery-1956 vccr
  solas sar unclos ilo-c029 ilo-c097 ilo-c118 ilo-c143 ilo-c181 ilo-c182 ilo-c189 ilo-c190 ilo-p029 oau-1969
  cartagena kampala gpa-trafficking
`;

interface ReferenceCodes {
  /** Codes of targets, and of goals as a whole. */
  targets: ReadonlySet<string>;
  indicators: ReadonlySet<string>;
  instruments: ReadonlySet<string>;
}

let known: ReferenceCodes | null = null;

/** All codes of the lists, put together when first asked for. */
export function referenceCodes(): ReferenceCodes {
  known ??= readCodes();
  return known;
}

function readCodes(): ReferenceCodes {
  const targets = new Set<string>();
  const indicators = new Set<string>();
  for (const [goal, list] of Object.entries(targetsByGoal)) {
    targets.add(goal);
    for (const entry of list.split(' ')) {
      const [target, count] = entry.split(':');
      const code = `${goal}.${target}`;
      targets.add(code);
      for (let n = 1; n <= Number(count); n++) indicators.add(`${code}.${n}`);
    }
  }
  return { targets, indicators, instruments: new Set(instrumentIds.trim().split(/\s+/)) };
}
