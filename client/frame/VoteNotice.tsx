import { lazy, type ReactNode, Suspense } from 'react';
import { useFormat, useT, WholeLanguage } from '../i18n/I18n.tsx';
import { useVoteNow, type VoteNow } from '../parts/useVoteNow.ts';
import { useSeat } from '../sync/Seat.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './VoteNotice.module.css';

const RollCallNotice = lazy(() =>
  import('./RollCallNotice.tsx').then((module) => ({ default: module.RollCallNotice })),
);
const SubjectTitle = lazy(() =>
  import('../parts/SubjectTitle.tsx').then((module) => ({ default: module.SubjectTitle })),
);

/** A vote that one's delegation may vote in: cannot be overlooked until the ballot is in, then a line that says so. */
export function VoteNotice() {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const now = useVoteNow();
  if (!now?.mayCast) return null;
  if (now.vote.method === 'roll-call')
    return (
      <Suspense fallback={null}>
        <WholeLanguage>
          <RollCallNotice vote={now.vote} />
        </WholeLanguage>
      </Suspense>
    );
  const href = `/c/${consultationId}/vote/${now.vote.id}`;
  if (now.ownBallot) {
    const at = format.time(now.ownBallot.at, { seconds: true });
    return (
      <Notice
        tone="success"
        acts={
          <LinkButton size="small" href={href}>
            {t('app.vote.change')}
          </LinkButton>
        }
      >
        <VotedOn now={now}>{(title) => t('app.vote.received', { at, title })}</VotedOn>
      </Notice>
    );
  }
  return (
    <div className={styles.vote}>
      <Icon name="vote" />
      <p className={styles.words}>
        <strong>{t('app.vote.open')}</strong>
        <span className={styles.title}>
          <VotedOn now={now}>{(title) => <bdi>{title}</bdi>}</VotedOn>
        </span>
      </p>
      <LinkButton kind="primary" size="large" href={href}>
        {t('app.vote.act')}
      </LinkButton>
    </div>
  );
}

/** What is voted on, in full once its words are there: where it is not the item itself, its title alone would mislead. */
function VotedOn({ now: { vote, title }, children }: { now: VoteNow; children: (title: string) => ReactNode }) {
  if (vote.subject.kind === 'item') return children(title);
  return (
    <Suspense fallback={children(title)}>
      <WholeLanguage fallback={children(title)}>
        <SubjectTitle vote={vote}>{children}</SubjectTitle>
      </WholeLanguage>
    </Suspense>
  );
}
