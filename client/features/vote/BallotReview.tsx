import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useStillness } from '../../ui/useStillness.ts';
import styles from './BallotReview.module.css';
import { signOf } from './choices.ts';
import { useVotedOn } from './useVotedOn.ts';

interface BallotReviewProps {
  vote: Vote;
  choice: Choice;
  /** Whether anything may still take its place. */
  note: ReactNode;
  /** What the act that casts it is called. */
  act: string;
  onCast(choice: Choice): void;
  onBack(): void;
}

/** The ballot as it will be cast, to be read once more. */
export function BallotReview({ vote, choice, note, act, onCast, onBack }: BallotReviewProps) {
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
      {note}
      <div className={styles.acts}>
        <Button kind="primary" size="large" icon="vote" disabled={!isStill} onClick={() => onCast(choice)}>
          {act}
        </Button>
        <Button size="large" icon="back" shortcut="Esc" onClick={onBack}>
          {t('vote.back')}
        </Button>
      </div>
    </section>
  );
}
