import { defineProcedure } from './procedure.ts';

/** A vote by ballots: opened, cast and changed until it is locked, declared once. */
export const voteProcedure = defineProcedure({
  name: 'vote',
  title: 'Recorded vote',
  source: 'A/520/Rev.20, rules 87 and 127, annex VII',
  begins: 'open',
  moves: [
    { from: 'open', act: 'cast', to: 'open', by: ['delegate'], rules: ['VOTE-4', 'VOTE-5', 'VOTE-6'] },
    { from: 'open', act: 'lock', to: 'locked', by: ['bureau'], rules: ['VOTE-6'] },
    { from: 'open', act: 'withdraw', to: 'withdrawn', by: ['bureau'], rules: ['VOTE-8'], when: 'no ballot is in' },
    { from: 'locked', act: 'declare', to: 'declared', by: ['bureau'], rules: ['VOTE-7', 'VOTE-9'] },
  ],
});
