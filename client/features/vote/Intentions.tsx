import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { ChoiceWords } from './ChoiceWords.tsx';
import styles from './RollCallLists.module.css';
import { inRollCallOrder } from './rollCall.ts';

/** The footnotes of a record: delegations that stated after the vote how they had intended to vote. */
export function Intentions({ vote }: { vote: Vote }) {
  const t = useT();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const stated = useReplica(({ plenary }) => plenary.intendedVote[vote.id]);
  const ids = inRollCallOrder(Object.keys(stated ?? {}), byId);
  if (!stated || ids.length === 0) return null;
  const headId = `${vote.id}-intended`;
  return (
    <section aria-labelledby={headId} className={styles.list}>
      <h4 id={headId} className={styles.head}>
        {t('ballot.intended.head')}
      </h4>
      <ul className={styles.names}>
        {ids.map((id) => {
          const choice = stated[id]?.choice;
          return (
            <li key={id}>
              <DelegationName id={id} withRegion />{' '}
              {choice && (
                <strong>
                  <ChoiceWords choice={choice} />
                </strong>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles.nobody}>{t('ballot.intended.noTally')}</p>
    </section>
  );
}
