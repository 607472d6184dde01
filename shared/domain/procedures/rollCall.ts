import { defineProcedure } from './procedure.ts';

/** A vote in which each member is called once and answers for all to hear, beginning with one drawn by lot. */
export const rollCallProcedure = defineProcedure({
  name: 'rollCall',
  title: 'Roll call',
  source: 'A/520/Rev.20, rules 87 (a) and 127 (a)',
  begins: 'announced',
  rests: ['declared'],
  moves: [
    { from: 'announced', act: 'draw', to: 'calling', by: ['bureau'], rules: ['ROLL-1', 'ROLL-2'] },
    { from: 'announced', act: 'withdraw', to: 'withdrawn', by: ['bureau'], rules: ['ROLL-8'] },
    { from: 'calling', act: 'answer', to: 'calling', by: ['delegate'], rules: ['ROLL-5'], when: 'it is called' },
    { from: 'calling', act: 'enter', to: 'calling', by: ['secretariat'], rules: ['ROLL-6'], when: 'it is called' },
    { from: 'calling', act: 'mark-absent', to: 'calling', by: ['bureau'], rules: ['ROLL-7'], when: 'it is called' },
    {
      from: 'calling',
      act: 'take-back-absence',
      to: 'calling',
      by: ['bureau'],
      rules: ['ROLL-9'],
      when: 'nobody was heard after it',
    },
    {
      from: 'calling',
      act: 'call-next',
      to: 'calling',
      by: ['bureau'],
      rules: ['ROLL-4'],
      when: 'the one called has answered',
    },
    {
      from: 'calling',
      act: 'declare',
      to: 'declared',
      by: ['bureau'],
      rules: ['ROLL-8', 'VOTE-7'],
      when: 'everyone was called',
    },
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
