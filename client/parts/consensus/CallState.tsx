import type { Call } from '@shared/domain/noObjection.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useDelegationNames } from '../useDelegationNames.ts';

/** How a call for adoption stands, in a sentence: that nobody objected, who did, why it was called off. */
export function CallState({ call }: { call: Call }) {
  const t = useT();
  const nameOf = useDelegationNames();
  switch (call.phase) {
    case 'running':
      return t('consensus.state.running');
    case 'adopted':
      return t(call.terms.isIndicative ? 'consensus.state.noObjection' : 'consensus.state.adopted');
    case 'called-off':
      return t(`consensus.state.calledOff.${call.why}`);
    default:
      return t(`consensus.state.${call.phase}`, { name: nameOf(call.objector) });
  }
}
