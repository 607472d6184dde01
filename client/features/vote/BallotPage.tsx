import type { Vote } from '@shared/domain/vote.ts';
import { useParams } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat, useYou } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { BallotHead } from './BallotHead.tsx';
import styles from './BallotPage.module.css';
import { screensOf } from './screensOf.ts';
import { whyNot } from './whyNot.ts';

/** One's delegation's ballot: the whole window, one vote, nothing else. */
export function BallotPage() {
  const t = useT();
  const { voteId } = useParams();
  const { consultationId } = useSeat();
  const vote = useReplica(({ plenary }) => plenary.vote.byId[voteId ?? '']);
  if (!vote)
    return (
      <Empty
        title={t('vote.unknown')}
        act={<LinkButton href={`/c/${consultationId}/votes`}>{t('vote.toVotes')}</LinkButton>}
      >
        {t('vote.unknownWords')}
      </Empty>
    );
  return <Ballot key={vote.id} vote={vote} />;
}

function Ballot({ vote }: { vote: Vote }) {
  const you = useYou();
  const reason = useReplica(({ plenary }) => whyNot(you, plenary.delegation, vote));
  const { Ballot: OwnBallot } = screensOf[vote.method];
  return (
    <div className={styles.window}>
      <div className={styles.sheet}>
        <BallotHead vote={vote} />
        <OwnBallot vote={vote} reason={reason} />
      </div>
    </div>
  );
}
