import { callingOrder } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { useDelegationNames } from '../../../parts/useDelegationNames.ts';
import { VoteResult } from '../../../parts/VoteResult.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { HandsLists } from '../HandsLists.tsx';
import { Intentions } from '../Intentions.tsx';
import { RollCallLists } from '../RollCallLists.tsx';
import { SecretSmall } from '../SecretSmall.tsx';
import { VoteTitle } from '../VoteTitle.tsx';
import styles from './PrintedVote.module.css';
import { keepsNames } from './recordOfVote.ts';

/** A declared vote as it goes on paper; on the screen it is not there. */
export function PrintedVote({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const format = useFormat();
  const consultation = useReplica(({ plenary }) =>
    plenary.consultation.phase === 'unopened' ? '' : plenary.consultation.title,
  );
  return (
    <section className={styles.sheet}>
      <p className={styles.head} dir="auto">
        {consultation}
      </p>
      <VoteTitle vote={vote} />
      <p className={styles.facts}>
        {t('vote.openSince', { at: format.dateTime(vote.openedAt) })} ·{' '}
        {t('vote.locked', { at: format.dateTime(vote.lockedAt) })}
      </p>
      <VoteResult vote={vote} withTerms />
      {keepsNames(vote) && (
        <>
          <RollCallLists vote={vote} />
          <Intentions vote={vote} />
          <OrderOfCall vote={vote} />
        </>
      )}
      {vote.method === 'show-of-hands' && <HandsLists vote={vote} />}
      {vote.method === 'secret' && (
        <>
          <p>{t('secret.onlyTotals')}</p>
          <SecretSmall vote={vote} />
        </>
      )}
      <div className={styles.signed}>
        <p>{t('trust.sheet.chair')}</p>
        <p>{t('trust.sheet.secretariat')}</p>
      </div>
    </section>
  );
}

/** In which order the members of a roll call were called. */
function OrderOfCall({ vote }: { vote: Vote }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useDelegationNames();
  const call = useReplica(({ plenary }) => plenary.rollCall[vote.id]);
  if (!call?.lot) return null;
  return (
    <p className={styles.order}>
      <strong>{t('trust.sheet.order')}</strong> {format.list(callingOrder(call).map(nameOf))}
    </p>
  );
}
