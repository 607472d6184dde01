import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../i18n/I18n.tsx';
import { useSubjectTitle } from '../parts/SubjectTitle.tsx';
import { useSeat } from '../sync/Seat.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import styles from './VoteNotice.module.css';

/** That one's delegation is called, wherever one is: it cannot be overlooked until it has answered. */
export function RollCallNotice({ vote }: { vote: Vote }) {
  const t = useT();
  const { consultationId } = useSeat();
  const title = useSubjectTitle(vote);
  return (
    <div className={styles.vote} role="alert">
      <Icon name="vote" />
      <p className={styles.words}>
        <strong>{t('ballot.notice.called')}</strong>
        <span className={styles.title}>
          <bdi>{title}</bdi>
        </span>
      </p>
      <LinkButton kind="primary" size="large" href={`/c/${consultationId}/vote/${vote.id}`}>
        {t('ballot.notice.act')}
      </LinkButton>
    </div>
  );
}
