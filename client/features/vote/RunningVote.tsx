import { type Vote, votedIn } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat, useYou } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { LockCountdown } from './LockCountdown.tsx';
import styles from './VoteRecord.module.css';
import { VoteTitle } from './VoteTitle.tsx';
import { whyNot } from './whyNot.ts';

/** A vote that has not been declared, as everyone sees it: what it is on, how many have voted, the way to one's ballot. */
export function RunningVote({ vote }: { vote: Vote }) {
  const t = useT();
  const { consultationId } = useSeat();
  const you = useYou();
  const mayVote = useReplica(({ plenary }) => whyNot(you, plenary.delegation, vote) === null);
  const n = useReplica(({ plenary }) => votedIn(plenary, vote).length);
  const { members, majority } = vote.terms;
  return (
    <article className={styles.vote}>
      <VoteTitle vote={vote} />
      <p className={styles.words}>{t(`ballot.method.${vote.method}`)}</p>
      <LockCountdown vote={vote} />
      <p className={styles.words}>{t(`vote.rule.${majority}`, { members })}</p>
      <Progress label={t('vote.turnoutLabel')} value={n} max={members} words={t('vote.turnout', { n, members })} />
      <div>
        <LinkButton icon="vote" href={`/c/${consultationId}/vote/${vote.id}`}>
          {t(mayVote ? 'vote.toBallot' : 'vote.toView')}
        </LinkButton>
      </div>
    </article>
  );
}
