import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './BallotReview.module.css';
import { useStillness } from './BallotReview.tsx';
import { signOf } from './choices.ts';
import { useVotedOn } from './useVotedOn.ts';

interface SecretReviewProps {
  vote: Vote;
  choice: Choice;
  onCast(choice: Choice): void;
  onBack(): void;
}

/** The secret ballot as it will be cast, to be read once more: it is cast once and cannot be changed. */
export function SecretReview({ vote, choice, onCast, onBack }: SecretReviewProps) {
  const t = useT();
  const { delegationId } = useYou();
  const { title } = useVotedOn(vote);
  const isStill = useStillness();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className={styles.review} aria-labelledby="secret-review">
      <h2 id="secret-review" ref={head} tabIndex={-1} className={styles.head}>
        <span className={styles.who}>
          {delegationId && <DelegationName id={delegationId} withRegion />} <span>{t('vote.votes')}</span>
        </span>
        <span className={styles.choice}>
          <Icon name={signOf(choice)} />
          {t(`vote.choice.${choice}`)}
        </span>
      </h2>
      <p className={styles.on}>
        {t('vote.onItem')} <bdi className={styles.title}>{title}</bdi>
      </p>
      <Notice tone="caution">{t('secret.cannotChange')}</Notice>
      <div className={styles.acts}>
        <Button kind="primary" size="large" icon="vote" disabled={!isStill} onClick={() => onCast(choice)}>
          {t('secret.cast')}
        </Button>
        <Button size="large" icon="back" shortcut="Esc" onClick={onBack}>
          {t('vote.back')}
        </Button>
      </div>
    </section>
  );
}
