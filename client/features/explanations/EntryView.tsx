import { type Explanation, type ExplanationList, saidBefore, spokenMs } from '@shared/domain/explanation/shape.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useIsBureau, useReplica, useServerOffset, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock, clockFigures } from '../../ui/Clock.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './ExplanationsPage.module.css';

/** A delegation on a list: whether it waits, speaks or was heard, its text and what it dissociates itself from. */
export function EntryView(props: { list: ExplanationList; entry: Explanation; place: number }) {
  const t = useT();
  const format = useFormat();
  const { list, entry, place } = props;
  const { phase, text, dissociates } = entry;
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <span className={styles.place}>{format.number(place)}</span>
        <DelegationName id={entry.delegationId} withRegion />
        <span className={styles.facts}>
          {phase === 'given'
            ? t('explanations.phase.given', { time: clockFigures(spokenMs(entry)) })
            : t(`explanations.phase.${phase}`)}
        </span>
        {phase === 'speaking' && <Floor list={list} entry={entry} />}
      </div>
      {phase === 'waiting' && <SaidBefore list={list} entry={entry} />}
      {dissociates.length > 0 && (
        <p>
          {t('explanations.dissociates', {
            n: dissociates.length,
            list: format.list(dissociates.map((number) => format.number(number))),
          })}
        </p>
      )}
      {text !== null && (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      )}
    </li>
  );
}

/** EXP-13: for the chair, that a delegation has explained an earlier decision on the same. */
function SaidBefore({ list, entry: { delegationId } }: { list: ExplanationList; entry: Explanation }) {
  const t = useT();
  const isBureau = useIsBureau();
  const said = useReplica(({ plenary }) => saidBefore(plenary, list, delegationId));
  if (!isBureau || said === null) return null;
  return <Notice tone="caution">{t(`explanations.saidBefore.${said}`)}</Notice>;
}

/** The clock of whoever speaks, and the end of the statement for the chair and the delegation. */
function Floor({ list, entry: { delegationId } }: { list: ExplanationList; entry: Explanation }) {
  const t = useT();
  const offset = useServerOffset();
  const isBureau = useIsBureau();
  const you = useYou();
  const speaking = useReplica(({ plenary }) => plenary.explanation.speaking);
  const { send, isPending, refusal } = useCommand('explanation.end');
  const mayEnd = isBureau || (you.role === 'delegate' && you.delegationId === delegationId);
  return (
    <>
      <Clock
        label={t('explanations.clock')}
        deadline={speaking?.endsAt ?? null}
        serverOffsetMs={offset}
        cautionMs={60_000}
        dangerMs={15_000}
        announces={false}
      />
      {mayEnd && (
        <Button
          size="small"
          icon="check"
          pending={isPending}
          onClick={() => void send({ listId: list.id, delegationId })}
        >
          {t('explanations.end')}
        </Button>
      )}
      <RefusalNote refusal={refusal} />
    </>
  );
}
