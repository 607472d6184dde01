import type { Disagreement } from '@shared/domain/term.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { ParkedClock } from '../../parts/terms/ParkedClock.tsx';
import { useCommand, useIsBureau, useReplica, useServerOffset } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import { SettleDialog } from './SettleDialog.tsx';
import styles from './TermsPage.module.css';

/** A parked disagreement: the term, what rooms said, since when; the bureau acts here. */
export function ParkedEntry({ disagreement }: { disagreement: Disagreement }) {
  const t = useT();
  const format = useFormat();
  const isBureau = useIsBureau();
  const { words, parkedAt, takenUpAt, outcome } = disagreement;
  const isOpen = outcome === null;
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <span className={styles.name} dir="auto">
          {words}
        </span>
        <Cluster gap={3}>
          {isOpen && takenUpAt !== null && <Badge tone="accent">{t('terms.takenUp')}</Badge>}
          {isOpen && <ParkedClock disagreement={disagreement} />}
        </Cluster>
      </div>
      <p className={styles.facts}>{t('terms.parked.since', { time: format.dateTime(parkedAt) })}</p>
      <Notes disagreement={disagreement} />
      {outcome && (
        <p dir="auto">{t(`terms.outcome.${outcome.as}`, { words: 'words' in outcome ? outcome.words : '' })}</p>
      )}
      {isBureau && (isOpen ? <Acts disagreement={disagreement} /> : <Reopening disagreement={disagreement} />)}
    </li>
  );
}

function Reopening({ disagreement: { id, words } }: { disagreement: Disagreement }) {
  const t = useT();
  const { send, isPending, refusal } = useCommand('term.reopen');
  return (
    <>
      <Cluster>
        <Button
          size="small"
          icon="undo"
          aria-label={t('terms.reopen.of', { words })}
          pending={isPending}
          onClick={() => void send({ disagreementId: id })}
        >
          {t('terms.reopen')}
        </Button>
      </Cluster>
      <RefusalNote refusal={refusal} />
    </>
  );
}

function Notes({ disagreement: { notes } }: { disagreement: Disagreement }) {
  const t = useT();
  const rooms = useReplica(({ plenary }) => plenary.room.byId);
  const panels = useReplica(({ plenary }) => plenary.panel.order);
  return (
    <ul className={styles.notes}>
      {notes.map(({ roomId, note }, at) => {
        const room = rooms[roomId];
        const where = { panel: panels.indexOf(room?.panelId ?? '') + 1, room: room?.number ?? 0 };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes are only ever added at the end.
          <li key={at}>
            <span className={styles.facts}>{t('terms.parked.room', where)}</span> <bdi>{note}</bdi>
          </li>
        );
      })}
    </ul>
  );
}

const minutes = [5, 10, 15, 30, 60, 120];
const minuteMs = 60_000;

function Acts({ disagreement }: { disagreement: Disagreement }) {
  const t = useT();
  const offset = useServerOffset();
  const [isSettling, setSettling] = useState(false);
  const takeUp = useCommand('term.takeUp');
  const setTime = useCommand('term.setTime');
  const { id, takenUpAt, dueAt } = disagreement;
  const allow = (chosen: string) => {
    const due = chosen === 'none' ? null : Date.now() + offset + Number(chosen) * minuteMs;
    void setTime.send({ disagreementId: id, dueAt: due });
  };
  return (
    <>
      <Cluster gap={3}>
        <div className={styles.time}>
          <NativeSelect
            label={t('terms.time')}
            labelHidden
            value=""
            placeholder={t('terms.time')}
            onChange={(chosen) => chosen && allow(chosen)}
            options={[
              ...minutes.map((n) => ({ value: String(n), label: t('terms.time.minutes', { n }) })),
              ...(dueAt === null ? [] : [{ value: 'none', label: t('terms.time.none') }]),
            ]}
          />
        </div>
        {takenUpAt === null && (
          <Button size="small" pending={takeUp.isPending} onClick={() => void takeUp.send({ disagreementId: id })}>
            {t('terms.takeUp')}
          </Button>
        )}
        <Button size="small" icon="check" onClick={() => setSettling(true)}>
          {t('terms.settle')}
        </Button>
      </Cluster>
      <RefusalNote refusal={takeUp.refusal ?? setTime.refusal} />
      {isSettling && <SettleDialog disagreement={disagreement} onClose={() => setSettling(false)} />}
    </>
  );
}
