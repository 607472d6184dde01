import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';

/** The record of a show of hands: that it keeps no names, and where the hands were counted. */
export function HandsLists({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const isCountedInHall = useReplica(({ plenary }) => plenary.showOfHands[vote.id]?.isCountedInHall === true);
  return (
    <p>
      {t('ballot.hands.record')} {t(isCountedInHall ? 'ballot.hands.recordInHall' : 'ballot.hands.recordOnDevices')}
    </p>
  );
}
