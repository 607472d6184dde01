import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DeclareAct } from './DeclareAct.tsx';
import { LockActs } from './LockActs.tsx';
import { TurnoutByRegion } from './TurnoutByRegion.tsx';

/** The bureau's desk of a recorded vote: the one act that comes next, and who has voted and who not, never how. */
export function RecordedDesk({ vote }: { vote: Vote }) {
  const t = useT();
  return (
    <>
      {vote.phase === 'locked' ? <DeclareAct vote={vote} hint={t('vote.declareWords')} /> : <LockActs vote={vote} />}
      <TurnoutByRegion vote={vote} />
    </>
  );
}
