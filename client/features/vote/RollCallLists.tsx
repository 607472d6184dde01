import type { Vote } from '@shared/domain/vote.ts';
import { useMemo } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { useReplica, useYou } from '../../sync/Seat.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { signOf } from './choices.ts';
import styles from './RollCallLists.module.css';
import { NoteLegend, NoteSigns } from './record/NoteSigns.tsx';
import { useRecordNotes } from './record/recordNotes.ts';
import { type Entry, rollCallOf } from './rollCall.ts';

const entries: readonly Entry[] = ['yes', 'no', 'abstain', 'absent'];

/** How every member voted: in favour, against, abstaining, each in English alphabetical order; for the secretariat also who did not vote. */
export function RollCallLists({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const { role } = useYou();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const notes = useRecordNotes(vote.id);
  const lines = useMemo(() => rollCallOf(vote, byId), [vote, byId]);
  return (
    <div className={styles.lists}>
      {entries
        .filter((entry) => entry !== 'absent' || role === 'secretariat')
        .map((entry) => {
          const ids = lines.filter((line) => line.entry === entry).map(({ id }) => id);
          const headId = `${vote.id}-${entry}`;
          return (
            <section key={entry} aria-labelledby={headId} className={styles.list}>
              <h4 id={headId} className={styles.head}>
                {entry !== 'absent' && <Icon name={signOf(entry)} />}
                {t('vote.listHead', { entry: t(`vote.entry.${entry}`), n: ids.length })}
              </h4>
              {ids.length === 0 ? (
                <p className={styles.nobody}>{t('vote.nobody')}</p>
              ) : (
                <ul className={styles.names}>
                  {ids.map((id) => (
                    <li key={id}>
                      <DelegationName id={id} withRegion />
                      <NoteSigns notes={notes} id={id} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      <NoteLegend notes={notes} />
    </div>
  );
}
