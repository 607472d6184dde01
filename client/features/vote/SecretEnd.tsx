import type { Vote } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { VoteResult } from '../../parts/VoteResult.tsx';
import { useSeat } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Secret.module.css';
import { SecretFind } from './SecretFind.tsx';
import { SecretReceived } from './SecretReceived.tsx';
import { SecretSmall } from './SecretSmall.tsx';
import type { OwnSecretBallot } from './useSecretBallot.ts';

interface SecretEndProps {
  vote: Exclude<Vote, { phase: 'open' }>;
  ballot: OwnSecretBallot;
  mayVote: boolean;
}

/** A secret vote that takes no more ballots: locked, declared in totals, or withdrawn. */
export function SecretEnd({ vote, ballot, mayVote }: SecretEndProps) {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  return (
    <div className={styles.form}>
      <RefusalNote refusal={ballot.refusal} />
      {vote.phase === 'locked' && (
        <>
          <Notice live>{t('vote.lockedAt', { at: format.time(vote.lockedAt, { seconds: true }) })}</Notice>
          {ballot.own ? (
            <SecretReceived ballot={ballot} />
          ) : (
            mayVote && <Notice tone="caution">{t('vote.noBallot')}</Notice>
          )}
        </>
      )}
      {vote.phase === 'declared' && (
        <>
          <p>{t('vote.declaredAt', { at: format.dateTime(vote.declaredAt) })}</p>
          <VoteResult vote={vote} />
          <SecretSmall vote={vote} />
          <SecretFind vote={vote} own={ballot.sent?.receipt ?? null} />
        </>
      )}
      {vote.phase === 'withdrawn' && <Notice live>{t('secret.withdrawn')}</Notice>}
      <div>
        <LinkButton href={`/c/${consultationId}/votes/${vote.panelId}`} icon="order">
          {t('vote.toVotes')}
        </LinkButton>
      </div>
    </div>
  );
}
