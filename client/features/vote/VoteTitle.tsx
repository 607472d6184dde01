import type { Vote } from '@shared/domain/vote.ts';
import { Link } from 'wouter';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { SubjectWords } from '../../parts/SubjectWords.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { useVotedOn } from './useVotedOn.ts';
import styles from './VoteTitle.module.css';

/** What a vote is on and how it stands: title, version, panel, since when. */
export function VoteTitle({ vote }: { vote: Vote }) {
  const t = useT();
  const { consultationId } = useSeat();
  const { title } = useVotedOn(vote);
  const number = useReplica(({ plenary }) => plenary.panel.order.indexOf(vote.panelId) + 1);
  return (
    <header className={styles.head}>
      <h3 className={styles.title}>
        <Link href={`/c/${consultationId}/board/${vote.panelId}?item=${encodeURIComponent(vote.itemId)}`}>
          <bdi>{title}</bdi>
        </Link>{' '}
        {vote.subject.kind !== 'item' && (
          <Link href={`/c/${consultationId}/amendments/${encodeURIComponent(vote.itemId)}`}>
            <SubjectWords vote={vote} />
          </Link>
        )}
      </h3>
      <p className={styles.facts}>
        {t(`ballot.method.${vote.method}`)} · {t('vote.facts', { panel: number, version: vote.itemVersion })} ·{' '}
        <Since vote={vote} />
      </p>
    </header>
  );
}

function Since({ vote }: { vote: Vote }) {
  const t = useT();
  const format = useFormat();
  if (vote.phase === 'declared') return t('vote.declaredAt', { at: format.dateTime(vote.declaredAt) });
  if (vote.phase === 'withdrawn') return t('vote.withdrawn');
  if (vote.phase === 'locked') return t('vote.locked', { at: format.time(vote.lockedAt, { seconds: true }) });
  return t('vote.openSince', { at: format.time(vote.openedAt, { seconds: true }) });
}
