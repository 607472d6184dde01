import { defineProcedure } from './procedure.ts';

/** A vote that keeps only its totals, unless somebody asks for a recorded one. */
export const showOfHandsProcedure = defineProcedure({
  name: 'showOfHands',
  title: 'Show of hands',
  source: 'A/520/Rev.20, rules 87 and 127, annex VII, paragraph 2',
  begins: 'open',
  rests: ['declared'],
  moves: [
    { from: 'open', act: 'cast', to: 'open', by: ['delegate'], rules: ['HAND-1', 'VOTE-5'] },
    {
      from: 'open',
      act: 'enter-count',
      to: 'open',
      by: ['secretariat'],
      rules: ['HAND-3'],
      when: 'no hand was shown on a device',
    },
    { from: 'open', act: 'ask-recorded', to: 'recorded-asked', by: ['delegate', 'bureau'], rules: ['HAND-4'] },
    { from: 'recorded-asked', act: 'hold-recorded', to: 'replaced', by: ['bureau'], rules: ['HAND-5'] },
    { from: 'open', act: 'lock', to: 'locked', by: ['bureau'], rules: ['VOTE-13'] },
    { from: 'open', act: 'withdraw', to: 'withdrawn', by: ['bureau'], rules: ['VOTE-8'], when: 'no hand was shown' },
    { from: 'locked', act: 'declare', to: 'declared', by: ['bureau'], rules: ['HAND-2', 'VOTE-7'] },
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
