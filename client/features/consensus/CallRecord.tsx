import type { Call } from '@shared/domain/noObjection.ts';
import { Link } from 'wouter';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { CallState } from '../../parts/consensus/CallState.tsx';
import { ExplanationsLink } from '../../parts/consensus/ExplanationsLink.tsx';
import { RetractAct } from '../../parts/consensus/RetractAct.tsx';
import { MoveToDecided } from '../../parts/MoveToDecided.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import styles from './ConsensusPage.module.css';

/** One call for adoption: on what, when, how it ended, and what may follow. */
export function CallRecord({ call }: { call: Call }) {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const title = useReplica(({ plenary }) => plenary.board.items[call.itemId]?.current.title ?? '');
  return (
    <article className={styles.call}>
      <h3 className={styles.title}>
        <Link href={`/c/${consultationId}/board/${call.panelId}?item=${encodeURIComponent(call.itemId)}`}>
          <bdi>{title}</bdi>
        </Link>
      </h3>
      <p className={styles.facts}>
        {t('consensus.facts', {
          version: call.itemVersion,
          at: format.dateTime(call.calledAt),
          seconds: Math.round((call.endsAt - call.calledAt) / 1_000),
        })}
      </p>
      <p className={styles.state}>
        {call.terms.isIndicative && <Badge tone="caution">{t('parts.result.indicative')}</Badge>}{' '}
        <CallState call={call} />
      </p>
      <div className={styles.acts}>
        <RetractAct call={call} />
        {call.phase === 'adopted' && <MoveAdopted call={call} />}
        {call.phase === 'adopted' && <ExplanationsLink of={{ kind: 'no-objection', id: call.id }} />}
      </div>
    </article>
  );
}

/** What follows an adoption: the bureau moves the item on; nothing where it has been done. */
function MoveAdopted({ call: { itemId, itemVersion } }: { call: Call }) {
  const t = useT();
  const isReady = useReplica(({ plenary }) => {
    const item = plenary.board.items[itemId];
    const isThis = item?.stage === 'ready' && item.current.version === itemVersion;
    return isThis && !item.disposition && !item.isTakenBack && !item.gone;
  });
  return <MoveToDecided itemId={itemId} isReady={isReady} label={t('consensus.moveToDecided')} />;
}
