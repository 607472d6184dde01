import { enteredInHall } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { recordMarks } from '@shared/i18n/recordMarks.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica } from '../../sync/Seat.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { LotProof } from './LotProof.tsx';
import { RecordedLists } from './RecordedLists.tsx';
import styles from './RollCallLists.module.css';
import { inRollCallOrder } from './rollCall.ts';

/** From so many names on, the list of them stands folded: every name has its sign above. */
const many = 12;

/** The record of a roll call: as of a recorded vote, what the secretariat entered, and the lot to be recomputed. */
export function RollCallRecord({ vote, isOpen }: { vote: Extract<Vote, { phase: 'declared' }>; isOpen: boolean }) {
  const t = useT();
  const nameOf = useDelegationNames();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const call = useReplica(({ plenary }) => plenary.rollCall[vote.id]);
  if (!call) return <RecordedLists vote={vote} isOpen={isOpen} />;
  const entered = enteredInHall(call);
  const list = (
    <p className={styles.note}>
      {recordMarks.entered}{' '}
      {t('ballot.roll.enteredList', {
        n: entered.length,
        names: inRollCallOrder(entered, byId).map(nameOf).join('; '),
      })}
    </p>
  );
  return (
    <>
      <RecordedLists vote={vote} isOpen={isOpen} />
      {entered.length > many ? (
        <Disclosure summary={t('trust.notes.entered')}>{list}</Disclosure>
      ) : (
        entered.length > 0 && list
      )}
      <Disclosure summary={t('ballot.lot.head')}>
        <LotProof voteId={vote.id} call={call} />
      </Disclosure>
    </>
  );
}
