import { defineProcedure } from './procedure.ts';

/** A vote by ballots that keeps the names: cast and changed until it is locked, declared once. */
export const voteProcedure = defineProcedure({
  name: 'vote',
  title: 'Recorded vote',
  source: 'A/520/Rev.20, rules 87, 95, 127 and 133, annex VII',
  begins: 'open',
  rests: ['declared'],
  moves: [
    { from: 'open', act: 'cast', to: 'open', by: ['delegate'], rules: ['VOTE-4', 'VOTE-5', 'VOTE-6'] },
    { from: 'open', act: 'announce-lock', to: 'lock-announced', by: ['bureau'], rules: ['VOTE-12'] },
    { from: 'lock-announced', act: 'cast', to: 'lock-announced', by: ['delegate'], rules: ['VOTE-6', 'VOTE-12'] },
    { from: 'lock-announced', act: 'call-off-lock', to: 'open', by: ['bureau'], rules: ['VOTE-12'] },
    {
      from: 'lock-announced',
      act: 'lock',
      to: 'locked',
      by: ['program', 'bureau'],
      rules: ['VOTE-12', 'VOTE-13'],
      when: 'the time is over, or everyone has voted',
    },
    { from: 'open', act: 'lock', to: 'locked', by: ['bureau'], rules: ['VOTE-13'], when: 'everyone has voted' },
    { from: 'open', act: 'withdraw', to: 'withdrawn', by: ['bureau'], rules: ['VOTE-8'], when: 'no ballot is in' },
    {
      from: 'lock-announced',
      act: 'withdraw',
      to: 'withdrawn',
      by: ['bureau'],
      rules: ['VOTE-8'],
      when: 'no ballot is in',
    },
    { from: 'locked', act: 'declare', to: 'declared', by: ['bureau'], rules: ['VOTE-7', 'VOTE-9'] },
    {
      from: 'declared',
      act: 'lapse',
      to: 'lapsed',
      by: ['program'],
      rules: ['VOTE-15'],
      when: 'it was tied and not held again in time',
    },
  ],
});
