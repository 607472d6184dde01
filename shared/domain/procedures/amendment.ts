import { defineProcedure } from './procedure.ts';

/** An amendment: proposed, sponsored, and in the chair's order accepted, put, or not put. */
export const amendmentProcedure = defineProcedure({
  name: 'amendment',
  title: 'Amendment',
  source: 'A/520/Rev.20, rules 90 and 130',
  begins: 'proposed',
  moves: [
    { from: 'proposed', act: 'restate', to: 'proposed', by: ['sponsor', 'bureau'], rules: ['AMD-10'] },
    { from: 'proposed', act: 'sponsor', to: 'proposed', by: ['delegate'], rules: ['AMD-4'] },
    {
      from: 'proposed',
      act: 'withdraw',
      to: 'withdrawn',
      by: ['sponsor'],
      rules: ['AMD-4'],
      when: 'no vote on it has begun',
    },
    { from: 'withdrawn', act: 'takeUp', to: 'proposed', by: ['delegate'], rules: ['AMD-4'] },
    {
      from: 'proposed',
      act: 'accept',
      to: 'accepted',
      by: ['sponsor', 'bureau'],
      rules: ['AMD-5'],
      when: 'no vote on it has begun',
    },
    { from: 'proposed', act: 'adopt', to: 'adopted', by: ['chair'], rules: ['AMD-9'], when: 'its vote is carried' },
    {
      from: 'proposed',
      act: 'indicate',
      to: 'indicated',
      by: ['chair'],
      rules: ['AMD-12'],
      when: 'its vote is carried and indicative',
    },
    {
      from: 'proposed',
      act: 'reject',
      to: 'rejected',
      by: ['chair'],
      rules: ['AMD-9'],
      when: 'its vote is not carried',
    },
    {
      from: 'proposed',
      act: 'notPut',
      to: 'not-put',
      by: ['chair'],
      rules: ['AMD-8', 'AMD-10'],
      when: 'an adopted one implies it',
    },
    { from: 'indicated', act: 'takeOver', to: 'adopted', by: ['bureau'], rules: ['AMD-12'] },
  ],
});
