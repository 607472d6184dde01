import { defineProcedure } from './procedure.ts';

export type SecretPhase = 'open' | 'locked' | 'counted' | 'disagreeing' | 'declared' | 'withdrawn';

/** A secret ballot: cast once by each delegation, locked, counted by the program, declared in totals alone. */
export const secretBallotProcedure = defineProcedure({
  name: 'secretBallot',
  title: 'Secret ballot',
  source: 'A/520/Rev.20, rules 88, 92, 103 and 128',
  begins: 'open',
  moves: [
    { from: 'open', act: 'cast', to: 'open', by: ['delegate'], rules: ['SEC-2', 'SEC-3'], when: 'not cast before' },
    { from: 'open', act: 'announce-lock', to: 'lock-announced', by: ['bureau'], rules: ['VOTE-12', 'SEC-10'] },
    {
      from: 'lock-announced',
      act: 'cast',
      to: 'lock-announced',
      by: ['delegate'],
      rules: ['SEC-3', 'VOTE-12'],
      when: 'not cast before',
    },
    { from: 'lock-announced', act: 'call-off-lock', to: 'open', by: ['bureau'], rules: ['VOTE-12'] },
    {
      from: 'lock-announced',
      act: 'lock',
      to: 'locked',
      by: ['program', 'bureau'],
      rules: ['VOTE-12', 'VOTE-13'],
      when: 'the time is over, or everyone has voted',
    },
    {
      from: 'lock-announced',
      act: 'withdraw',
      to: 'withdrawn',
      by: ['bureau'],
      rules: ['VOTE-8'],
      when: 'no ballot is in',
    },
    { from: 'open', act: 'lock', to: 'locked', by: ['bureau'], rules: ['VOTE-13'], when: 'everyone has voted' },
    { from: 'open', act: 'withdraw', to: 'withdrawn', by: ['bureau'], rules: ['VOTE-8'], when: 'no ballot is in' },
    {
      from: 'locked',
      act: 'count',
      to: 'counted',
      by: ['program'],
      rules: ['SEC-6', 'SEC-7'],
      when: 'slips = received',
    },
    {
      from: 'locked',
      act: 'find a fault',
      to: 'disagreeing',
      by: ['program'],
      rules: ['SEC-6'],
      when: 'slips ≠ received',
    },
    { from: 'disagreeing', act: 'recount', to: 'locked', by: ['bureau'], rules: ['SEC-6'] },
    { from: 'disagreeing', act: 'withdraw', to: 'withdrawn', by: ['bureau'], rules: ['SEC-6'] },
    { from: 'counted', act: 'declare', to: 'declared', by: ['bureau'], rules: ['VOTE-7', 'SEC-8'] },
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
