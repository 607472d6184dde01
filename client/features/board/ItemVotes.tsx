import type { ItemId } from '@shared/domain/kernel/ids.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { SubjectWords } from '../../parts/SubjectWords.tsx';
import { VoteResult } from '../../parts/VoteResult.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './ItemVotes.module.css';

/** The votes that were taken on an item, the latest first, each with its result in words. */
export function ItemVotes({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const votes = useReplica(({ plenary }) => plenary.vote);
  const own = useMemo(
    () =>
      votes.order
        .map((id) => votes.byId[id])
        .filter((vote) => vote !== undefined)
        .filter((vote) => vote.itemId === itemId && vote.phase !== 'withdrawn')
        .reverse(),
    [votes, itemId],
  );
  if (own.length === 0) return null;
  return (
    <Section title={t('board.vote.heading')} level={3}>
      <ul className={styles.votes}>
        {own.map((vote) => (
          <li key={vote.id} className={styles.vote}>
            <VoteWords vote={vote} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function VoteWords({ vote }: { vote: Vote }) {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  if (vote.phase !== 'declared')
    return (
      <p>
        <SubjectWords vote={vote} />{' '}
        {t('board.vote.running', { received: vote.received.length, members: vote.terms.members })}{' '}
        <Link href={`/c/${consultationId}/vote/${vote.id}`}>{t('board.vote.toBallot')}</Link>
      </p>
    );
  return (
    <>
      <SubjectWords vote={vote} />
      <p className={styles.when}>
        {t('board.vote.declaredAt', { time: format.dateTime(vote.declaredAt), version: vote.itemVersion })}
      </p>
      <VoteResult vote={vote} withTerms />
      <p>
        <Link href={`/c/${consultationId}/votes/${vote.panelId}`}>{t('board.vote.record')}</Link>
      </p>
    </>
  );
}
