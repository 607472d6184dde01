import { defineProcedure } from './procedure.ts';

/** Adoption without a vote: called, and adopted when nobody has objected in time. */
export const noObjectionProcedure = defineProcedure({
  name: 'no-objection',
  title: 'Adoption without a vote',
  source: 'practice of the General Assembly; A/520/Rev.20, annex IV, paragraph 104',
  begins: 'running',
  moves: [
    { from: 'running', act: 'object', to: 'objected', by: ['delegate'], rules: ['NOB-5', 'NOB-6'] },
    { from: 'running', act: 'gavel', to: 'adopted', by: ['program'], rules: ['NOB-8'], when: 'the countdown is over' },
    {
      ...{ from: 'running', act: 'break-off', to: 'called-off', by: ['program'], rules: ['NOB-9'] },
      when: 'somebody could not have objected',
    },
    { from: 'running', act: 'call-off', to: 'called-off', by: ['bureau'], rules: ['NOB-10'] },
    { from: 'objected', act: 'retract', to: 'retracted', by: ['delegate'], rules: ['NOB-7'] },
  ],
});
