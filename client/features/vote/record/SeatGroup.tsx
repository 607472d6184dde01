import type { RegionalGroup } from '@shared/domain/kernel/words.ts';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useFormat, useLang, useT } from '../../../i18n/I18n.tsx';
import { RegionOf } from '../../../parts/RegionOf.tsx';
import { useDelegationNames } from '../../../parts/useDelegationNames.ts';
import { cx } from '../../../ui/cx.ts';
import { regionClass } from '../../../ui/RegionMark.tsx';
import type { Entry } from '../rollCall.ts';
import { EntrySign } from './EntrySign.tsx';
import { entryWords } from './entryWords.ts';
import { noteWords, type RecordNotes, signsOf } from './recordNotes.ts';
import styles from './SeatPicture.module.css';
import type { SeatLine } from './SeatPicture.tsx';
import { seatAfter } from './seatMoves.ts';

/** The seats of one regional group in English alphabetical order; one stop of the keyboard, arrows move within. */
export function SeatGroup(props: {
  region: RegionalGroup | null;
  seats: readonly SeatLine[];
  notes: RecordNotes;
  onShow(seat: SeatLine): void;
}) {
  const { region, seats, notes, onShow } = props;
  const t = useT();
  const format = useFormat();
  const { dir } = useLang();
  const id = useId();
  const nameOf = useDelegationNames();
  const list = useRef<HTMLUListElement>(null);
  const [stop, setStop] = useState(0);
  const count = (entry: Entry) => seats.filter((seat) => seat.entry === entry).length;
  const said = ({ id: who, entry }: SeatLine) => {
    const noted = noteWords(notes, who, t);
    const aside = noted.length > 0 ? ` ${t('trust.note.aside', { words: format.list(noted) })}` : '';
    return `${entryWords(entry, t)}${aside}`;
  };
  const move = (event: KeyboardEvent) => {
    const cells = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = cells.indexOf(event.target as HTMLButtonElement);
    const next = seatAfter(event.key, at, { count: cells.length, columns: columnsOf(cells), dir });
    if (next < 0) return;
    event.preventDefault();
    cells[next]?.focus();
  };
  return (
    <section className={cx(styles.group, regionClass(region))} aria-labelledby={id}>
      <h4 id={id} className={styles.head}>
        <RegionOf region={region} />
        <span>{t(`parts.region.${region ?? 'none'}`)}</span>
        <span className={styles.counts}>
          {t('trust.seats.counts', {
            yes: count('yes'),
            no: count('no'),
            abstain: count('abstain'),
            absent: count('absent'),
          })}
        </span>
      </h4>
      <ul ref={list} className={styles.seats} onKeyDown={move}>
        {seats.map((seat, at) => (
          <li key={seat.id}>
            <button
              type="button"
              className={styles.seat}
              tabIndex={at === stop ? 0 : -1}
              aria-label={t('trust.seats.seat', { name: nameOf(seat.id), entry: said(seat) })}
              title={nameOf(seat.id)}
              onFocus={() => {
                setStop(at);
                onShow(seat);
              }}
              onPointerEnter={() => onShow(seat)}
              onClick={() => onShow(seat)}
            >
              <EntrySign entry={seat.entry} />
              <span className={styles.code}>
                {seat.code}
                <span className={styles.note}>{signsOf(notes, seat.id)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many seats stand in a row now: those that are as high up as the first. */
function columnsOf(cells: readonly HTMLElement[]): number {
  const top = cells[0]?.offsetTop;
  return Math.max(1, cells.filter((cell) => cell.offsetTop === top).length);
}
