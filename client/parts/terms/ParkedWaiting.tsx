import type { Disagreement } from '@shared/domain/term.ts';
import { ParkedClock } from './ParkedClock.tsx';
import styles from './ParkedLink.module.css';

const shown = 5;

/** What waits longest of what is parked, each with its clock. */
export function ParkedWaiting({ waiting }: { waiting: readonly Disagreement[] }) {
  const oldest = [...waiting].sort((a, b) => a.parkedAt - b.parkedAt).slice(0, shown);
  return (
    <ul className={styles.waiting}>
      {oldest.map((each) => (
        <li key={each.id} className={styles.each}>
          <span>
            <bdi>{each.words}</bdi>
          </span>
          <ParkedClock disagreement={each} />
        </li>
      ))}
    </ul>
  );
}
