import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useMemo, useState } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { DelegationName } from '../../../parts/DelegationName.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { type Entry, rollCallOf } from '../rollCall.ts';
import { EntrySign } from './EntrySign.tsx';
import { entryWords } from './entryWords.ts';
import { NoteLegend } from './NoteSigns.tsx';
import { noteWords, useRecordNotes } from './recordNotes.ts';
import { SeatGroup } from './SeatGroup.tsx';
import styles from './SeatPicture.module.css';

/** One member's place in the picture. */
export interface SeatLine {
  id: DelegationId;
  /** Three letters, or the id where there is no code. */
  code: string;
  region: RegionalGroup | null;
  entry: Entry;
}

const entries: readonly Entry[] = ['yes', 'no', 'abstain', 'absent'];

/** A declared vote as a chamber: each member's seat in its regional group, always in the same place, with the sign of its choice. */
export function SeatPicture({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const format = useFormat();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const lines = useMemo<SeatLine[]>(
    () =>
      rollCallOf(vote, byId).map(({ id, entry }) => ({
        ...{ id, entry, code: byId[id]?.code ?? id },
        region: byId[id]?.regionalGroup ?? null,
      })),
    [vote, byId],
  );
  const notes = useRecordNotes(vote.id);
  const [shown, setShown] = useState<SeatLine | null>(null);
  const groups = [...regionalGroups, null].map((region) => ({
    region,
    seats: lines.filter((line) => line.region === region),
  }));
  return (
    <figure className={styles.picture}>
      <figcaption className={styles.caption}>
        <ul className={styles.legend}>
          {entries.map((entry) => (
            <li key={entry}>
              <EntrySign entry={entry} /> {t(`vote.entry.${entry}`)}
            </li>
          ))}
        </ul>
        <NoteLegend notes={notes} />
        <p className={styles.shown} aria-hidden="true">
          {shown ? (
            <>
              <DelegationName id={shown.id} withRegion /> <strong>{entryWords(shown.entry, t)}</strong>{' '}
              {format.list(noteWords(notes, shown.id, t))}
            </>
          ) : (
            t('trust.seats.hint')
          )}
        </p>
      </figcaption>
      <div className={styles.groups}>
        {groups.map(
          ({ region, seats }) =>
            seats.length > 0 && <SeatGroup key={region ?? 'none'} {...{ region, seats, notes }} onShow={setShown} />,
        )}
      </div>
    </figure>
  );
}
