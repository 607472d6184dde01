import type { Vote } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { VoteResult } from '../../parts/VoteResult.tsx';
import { useReplica, useSeat, useYou } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AnswerGiven } from './AnswerGiven.tsx';
import styles from './BallotEnd.module.css';
import { IntendedVoteAct } from './IntendedVoteAct.tsx';

/** A roll call that is over: the result, one's delegation's answer in it, or that it was withdrawn. */
export function RollCallEnd({ vote }: { vote: Vote }) {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const { delegationId } = useYou();
  const own = useReplica(({ plenary }) => plenary.rollCall[vote.id]?.answers[delegationId ?? '']);
  const castBy = useReplica(({ delegation }) => delegation[delegationId ?? '']?.rollCall[vote.id]?.castBy ?? null);
  return (
    <div className={styles.end}>
      {vote.phase === 'withdrawn' && <Notice live>{t('vote.withdrawnWords')}</Notice>}
      {vote.phase === 'declared' && (
        <>
          <p>{t('vote.declaredAt', { at: format.dateTime(vote.declaredAt) })}</p>
          <VoteResult vote={vote} />
        </>
      )}
      {own && <AnswerGiven answer={own} castBy={castBy} />}
      <IntendedVoteAct vote={vote} />
      <div>
        <LinkButton href={`/c/${consultationId}/votes/${vote.panelId}`} icon="order">
          {t('vote.toVotes')}
        </LinkButton>
      </div>
    </div>
  );
}
