import { defineProcedure } from './procedure.ts';

/** What one delegation has to say of a decision: asked for the floor, given it, heard. */
export const explanationProcedure = defineProcedure({
  name: 'explanation',
  title: 'Explanation of vote or position',
  source: 'A/520/Rev.20, rules 88 and 128, annex V, paragraphs 6, 7 and 11',
  begins: 'absent',
  moves: [
    { from: 'absent', act: 'ask', to: 'waiting', by: ['delegate'], rules: ['EXP-4', 'EXP-5', 'EXP-6'] },
    { from: 'absent', act: 'file', to: 'filed', by: ['delegate'], rules: ['EXP-10'] },
    { from: 'filed', act: 'ask', to: 'waiting', by: ['delegate'], rules: ['EXP-4', 'EXP-5', 'EXP-6'] },
    { from: 'filed', act: 'file', to: 'filed', by: ['delegate'], rules: ['EXP-10'] },
    { from: 'filed', act: 'withdraw', to: 'absent', by: ['delegate'], rules: ['EXP-7'] },
    { from: 'waiting', act: 'file', to: 'waiting', by: ['delegate'], rules: ['EXP-10'] },
    { from: 'waiting', act: 'withdraw', to: 'absent', by: ['delegate'], rules: ['EXP-7'] },
    { from: 'waiting', act: 'give-floor', to: 'speaking', by: ['bureau'], rules: ['EXP-8'], when: 'it is the next' },
    { from: 'speaking', act: 'file', to: 'speaking', by: ['delegate'], rules: ['EXP-10'] },
    { from: 'speaking', act: 'end', to: 'given', by: ['bureau', 'delegate'], rules: ['EXP-9'] },
  ],
});
