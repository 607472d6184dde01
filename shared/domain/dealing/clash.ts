import { must } from '../kernel/must.ts';
import { type Claim, canHold, type Family } from './apportion.ts';

/** Claims that cannot all hold, fewest possible, and the narrowest bound that they break. */
export interface Clash {
  /** Positions in the list of claims. */
  claims: number[];
  rule: 'size' | 'region' | 'delegation';
  /** The number of the delegation or region; 0 for the size of rooms. */
  subject: number;
  /** The room that most of these claims are about. */
  room: number;
  floor: number;
  ceil: number;
}

/**
 * Claims of one delegation on one room that take its extra there. Fewer of them stay within the floor and never
 * matter, so they stand or fall together.
 */
interface Bundle extends Claim {
  claims: number[];
}

/** A delegation, a region, or the whole: what has bounds of its own, and can be looked at by itself. */
interface Part {
  rule: Clash['rule'];
  subject: number;
  has(delegation: number): boolean;
}

/** Sets tried in search of a smaller clash, and passages laid for them, before the search is content. */
const TRIES = 100_000;
const PASSAGES = 2_000_000;

/**
 * The smallest set of claims that cannot all hold, or null when all can. Every answer is a clash that disappears when
 * any one claim is given up; that none smaller exists is certain as long as the search stays within its allowance,
 * which only hundreds of entangled claims exceed.
 */
export function smallestClash(family: Family, claims: readonly Claim[]): Clash | null {
  if (canHold(family, claims)) return null;
  const bundles = bundlesOf(family, claims);
  // A clash inside one delegation or region is looked for by itself: it is cheap to find and short to tell.
  const found = partsOf(family, bundles).flatMap((part) => {
    const mine = bundles.filter(({ delegation }) => part.has(delegation));
    const clashes = clashIn(part, family, claims);
    return clashes(mine) ? [irreducible(mine, clashes)] : [];
  });
  const best = found.reduce((least, core) => (weigh(core) < weigh(least) ? core : least));
  return explain(family, claims, smaller(family, bundles, best, clashIn(WHOLE, family, claims)));
}

const WHOLE: Part = { rule: 'size', subject: 0, has: () => true };

/** The parts that these bundles are about, narrowest first. */
function partsOf(family: Family, bundles: readonly Bundle[]): Part[] {
  const regionOf = (delegation: number): number => must(family.delegations[delegation], 'delegation').region;
  const delegations = [...new Set(bundles.map(({ delegation }) => delegation))].sort((a, b) => a - b);
  const regions = [...new Set(delegations.map(regionOf))].sort((a, b) => a - b);
  return [
    ...delegations.map(
      (subject): Part => ({ rule: 'delegation', subject, has: (delegation) => delegation === subject }),
    ),
    ...regions.map(
      (subject): Part => ({ rule: 'region', subject, has: (delegation) => regionOf(delegation) === subject }),
    ),
    WHOLE,
  ];
}

/** Tells of bundles whether they clash already when only the people of one part are looked at. */
function clashIn({ has }: Part, { rooms, delegations }: Family, claims: readonly Claim[]) {
  const family = { rooms, delegations: delegations.map((all, at) => (has(at) ? all : { ...all, people: 0 })) };
  return (bundles: readonly Bundle[]): boolean =>
    !canHold(
      family,
      claimsOf(bundles, claims).filter(({ delegation }) => has(delegation)),
    );
}

function bundlesOf({ rooms, delegations }: Family, claims: readonly Claim[]): Bundle[] {
  const cells = new Map<string, Bundle>();
  for (const [at, { delegation, room }] of claims.entries()) {
    const key = `${delegation} ${room}`;
    const cell = cells.get(key) ?? { delegation, room, claims: [] };
    cell.claims.push(at);
    cells.set(key, cell);
  }
  const bundles: Bundle[] = [];
  for (const { claims: all, ...cell } of cells.values()) {
    const extra = Math.floor(must(delegations[cell.delegation], 'delegation').people / rooms) + 1;
    if (all.length >= extra) bundles.push({ ...cell, claims: all.slice(0, extra) });
    // One claim beyond the extra is a clash whatever else is claimed.
    if (all.length > extra) bundles.push({ ...cell, claims: all.slice(extra, extra + 1) });
  }
  const of = ({ delegation }: Bundle) => must(delegations[delegation], 'delegation');
  return bundles.sort(
    (a, b) =>
      a.claims.length - b.claims.length ||
      of(a).people - of(b).people ||
      of(a).region - of(b).region ||
      a.delegation - b.delegation ||
      a.room - b.room,
  );
}

/** Adds, one by one, the first bundle without which the clash would not yet be there. */
function irreducible(bundles: readonly Bundle[], clashes: (some: readonly Bundle[]) => boolean): Bundle[] {
  const core: Bundle[] = [];
  let rest = bundles;
  while (!clashes(core)) {
    let low = 1;
    let high = rest.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (clashes([...core, ...rest.slice(0, middle)])) high = middle;
      else low = middle + 1;
    }
    core.push(must(rest[low - 1], 'bundle'));
    rest = rest.slice(0, low - 1);
  }
  return core;
}

/** Tries every set lighter than the one known, fewest bundles first; sets that differ only in names are tried once. */
function smaller(
  family: Family,
  bundles: readonly Bundle[],
  known: Bundle[],
  clashes: (some: readonly Bundle[]) => boolean,
): Bundle[] {
  const kins = new Set(family.delegations.map(({ region, people }) => `${region} ${people % family.rooms}`)).size;
  const seen = new Map<string, boolean>();
  let best = known;
  let tries = 0;

  function isClash(some: readonly Bundle[]): boolean {
    const shape = shapeOf(family, some);
    const answer = seen.get(shape) ?? clashes(some);
    seen.set(shape, answer);
    return answer;
  }

  function extend(chosen: readonly Bundle[], from: number, more: number): void {
    for (let at = from; at < bundles.length; at++) {
      const some = [...chosen, must(bundles[at], 'bundle')];
      // Bundles are sorted by weight: those that follow are no lighter.
      if (weigh(some) + more >= weigh(best)) return;
      if (tries++ > TRIES || seen.size * (kins + some.length) * family.rooms > PASSAGES) return;
      if (more > 0) extend(some, at + 1, more - 1);
      else if (isClash(some)) best = some;
    }
  }
  for (let size = 1; size < weigh(best); size++) extend([], 0, size - 1);
  return best;
}

/** What the bounds can tell of a set: rooms are alike, and so are delegations of one region and one size. */
function shapeOf({ delegations }: Family, bundles: readonly Bundle[]): string {
  const rooms = new Map<number, number>();
  const names = new Map<number, number>();
  const number = (known: Map<number, number>, of: number): number => {
    if (!known.has(of)) known.set(of, known.size);
    return must(known.get(of), 'number');
  };
  return bundles
    .map(({ delegation, room, claims }) => {
      const { region, people } = must(delegations[delegation], 'delegation');
      return [region, people, claims.length, number(names, delegation), number(rooms, room)].join(' ');
    })
    .join('|');
}

function explain(family: Family, claims: readonly Claim[], core: readonly Bundle[]): Clash {
  const part = must(
    partsOf(family, core).find((candidate) => clashIn(candidate, family, claims)(core)),
    'a clash is a clash of the whole at least',
  );
  const people = family.delegations.reduce((sum, { people: some }, at) => sum + (part.has(at) ? some : 0), 0);
  return {
    claims: core.flatMap((bundle) => bundle.claims).sort((a, b) => a - b),
    rule: part.rule,
    subject: part.subject,
    room: fullest(claimsOf(core, claims).filter(({ delegation }) => part.has(delegation))),
    floor: Math.floor(people / family.rooms),
    ceil: Math.ceil(people / family.rooms),
  };
}

function fullest(claims: readonly Claim[]): number {
  const counts = new Map<number, number>();
  for (const { room } of claims) counts.set(room, (counts.get(room) ?? 0) + 1);
  const [[room] = [0]] = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
  return room;
}

const claimsOf = (bundles: readonly Bundle[], claims: readonly Claim[]): Claim[] =>
  bundles.flatMap((bundle) => bundle.claims.map((at) => must(claims[at], 'claim')));
const weigh = (bundles: readonly Bundle[]): number => bundles.reduce((sum, { claims }) => sum + claims.length, 0);
