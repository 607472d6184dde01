import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './BallotReview.module.css';
import { signOf } from './choices.ts';
import { useVotedOn } from './useVotedOn.ts';

interface BallotReviewProps {
  vote: Vote;
  choice: Choice;
  /** A ballot of the delegation was received before: this one takes its place. */
  isChange: boolean;
  /** It is said for all to hear and stands: nothing takes its place. */
  isFinal?: boolean;
  onCast(choice: Choice): void;
  onBack(): void;
}

/** A second press that was meant for the step before does not cast. */
const stillMs = 500;

/** The ballot as it will be cast, to be read once more. */
export function BallotReview({ vote, choice, isChange, isFinal = false, onCast, onBack }: BallotReviewProps) {
  const t = useT();
  const { delegationId } = useYou();
  const { title } = useVotedOn(vote);
  const isStill = useStillness();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className={styles.review} aria-labelledby="ballot-review">
      <h2 id="ballot-review" ref={head} tabIndex={-1} className={styles.head}>
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
      <p>{t(isFinal ? 'ballot.roll.final' : 'vote.mayChange')}</p>
      <div className={styles.acts}>
        <Button kind="primary" size="large" icon="vote" disabled={!isStill} onClick={() => onCast(choice)}>
          {t(isFinal ? 'ballot.roll.answer' : isChange ? 'vote.castInstead' : 'vote.cast')}
        </Button>
        <Button size="large" icon="back" shortcut="Esc" onClick={onBack}>
          {t('vote.back')}
        </Button>
      </div>
    </section>
  );
}

/** Whether so long has passed that a second press was not meant for the step before. */
export function useStillness(): boolean {
  const [isStill, setStill] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStill(true), stillMs);
    return () => clearTimeout(timer);
  }, []);
  return isStill;
}
