import type { DelegationKind, RegionalGroup } from '../domain/kernel/words.ts';

// Who stood in the hall in June 2017 is not known here. The choice is ours: 48 of 193 in proportion to the groups, with
// the state that spoke (Canada) and those of the co-facilitators (Mexico, Switzerland).
/** The member states that have people in the sample, by regional group. */
export const sampleStates: Readonly<Record<RegionalGroup, readonly string[]>> = {
  africa: ['DZA', 'CMR', 'EGY', 'ETH', 'GHA', 'KEN', 'MLI', 'MAR', 'NER', 'NGA', 'RWA', 'SEN', 'ZAF', 'UGA'],
  'asia-pacific': ['BGD', 'CHN', 'IND', 'IDN', 'IRN', 'JPN', 'JOR', 'NPL', 'PAK', 'PHL', 'KOR', 'LKA', 'VUT'],
  'eastern-europe': ['ARM', 'CZE', 'HUN', 'POL', 'RUS', 'SRB'],
  grulac: ['ARG', 'BRA', 'COL', 'CRI', 'ECU', 'SLV', 'JAM', 'MEX'],
  weog: ['CAN', 'FRA', 'DEU', 'SWE', 'CHE', 'TUR', 'USA'],
};

/** Those among them that have two people, again in proportion: 60 seats in all. */
export const sampleSecondSeats: readonly string[] = [
  ...['EGY', 'KEN', 'NGA'],
  ...['BGD', 'IND', 'IDN', 'PHL'],
  ...['RUS'],
  ...['BRA', 'MEX'],
  ...['CAN', 'CHE'],
];

/** Names of the sample that English sets an article before. */
export const withArticle: ReadonlySet<string> = new Set(['VAT', 'PSE', 'EU', 'PHL', 'KOR', 'RUS', 'USA']);

/** Observers of the sample beside the standing ones: those that the statement names, and UNHCR. */
export const sampleObservers: readonly { code: string; kind: DelegationKind; name: string; spoken: string }[] = [
  { code: 'IOM', kind: 'un-entity', name: 'International Organization for Migration', spoken: 'IOM' },
  {
    code: 'UNHCR',
    kind: 'un-entity',
    name: 'Office of the United Nations High Commissioner for Refugees',
    spoken: 'UNHCR',
  },
  {
    code: 'GFMD-CS',
    kind: 'civil-society',
    name: 'Civil society stakeholders of the Global Forum on Migration and Development',
    spoken: 'civil society stakeholders of the GFMD',
  },
  { code: '100RC', kind: 'city', name: '100 Resilient Cities', spoken: '100 Resilient Cities' },
];
