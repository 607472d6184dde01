import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { LockCountdown } from './LockCountdown.tsx';
import { NoBallot } from './NoBallot.tsx';
import styles from './Secret.module.css';
import { SecretEnd } from './SecretEnd.tsx';
import { SecretForm } from './SecretForm.tsx';
import { SecretPromise } from './SecretPromise.tsx';
import { SecretReceived } from './SecretReceived.tsx';
import { useSecretBallot } from './useSecretBallot.ts';
import type { WhyNot } from './whyNot.ts';

/** One's delegation's ballot in a secret vote: chosen, reviewed and cast once; afterwards that it is in the box, and the receipt. */
export function SecretBallot({ vote, reason }: { vote: Vote; reason: WhyNot | null }) {
  const t = useT();
  const ballot = useSecretBallot(vote);
  const isIn = ballot.own !== null || ballot.sent?.isConfirmed === true;
  if (vote.phase !== 'open') return <SecretEnd vote={vote} ballot={ballot} mayVote={reason === null} />;
  if (reason !== null && !isIn)
    return (
      <>
        <LockCountdown vote={vote} />
        <NoBallot vote={vote} reason={reason} />
      </>
    );
  return (
    <div className={styles.form}>
      <LockCountdown vote={vote} />
      <Notice>
        <strong>{t('secret.isSecret')}</strong> {t('secret.onlyTotals')}
      </Notice>
      {isIn ? <SecretReceived ballot={ballot} /> : <SecretForm vote={vote} ballot={ballot} />}
      <SecretPromise />
    </div>
  );
}
