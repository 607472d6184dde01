import type { RegionalGroup } from '../domain/kernel/words.ts';
import data from './memberStates.json' with { type: 'json' };
import { fold } from './search.ts';

/** The development groups of the United Nations that a member state may belong to. */
export type DevelopmentGroup = 'LDC' | 'LLDC' | 'SIDS';

/** A member state of the United Nations; its names are in the tables of names. */
export interface MemberState {
  /** ISO 3166-1 alpha-3. */
  id: string;
  alpha2: string;
  /** Its place in the English alphabetical order, 1 to 193. */
  rollCallOrder: number;
  formalNameEn: string | null;
  regionalGroup: RegionalGroup;
  developmentGroups: DevelopmentGroup[];
  /** What a secretariat should know before it relies on the group. */
  groupNote?: string;
}

/** An observer state, or the European Union, which has enhanced rights of participation; none of them votes. */
export interface StandingObserver {
  id: string;
  alpha2: string;
  kind: 'observer-state' | 'intergovernmental';
  basis: string;
  groupNote?: string;
}

/** The 193 member states in English alphabetical order. */
export const memberStates = data.states as readonly MemberState[];

/** The Holy See, the State of Palestine and the European Union. */
export const standingObservers = data.observers as readonly StandingObserver[];

const byId = new Map(memberStates.map((state) => [state.id, state]));

/** The member state with this alpha-3 code. */
export function memberState(id: string): MemberState | undefined {
  return byId.get(id);
}

/** Orders codes as a roll call does; those who are not member states come after, by code. */
export function compareRollCall(a: string, b: string): number {
  const [first, second] = [byId.get(a)?.rollCallOrder, byId.get(b)?.rollCallOrder];
  if (first !== undefined && second !== undefined) return first - second;
  if (first === undefined && second === undefined) return a < b ? -1 : a > b ? 1 : 0;
  return first === undefined ? 1 : -1;
}

/** What an English name is sorted by in United Nations lists: no article in brackets, diacritics or apostrophes. */
export function englishSortKey(name: string): string {
  return fold(name)
    .replace(/\(the\)/g, ' ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
