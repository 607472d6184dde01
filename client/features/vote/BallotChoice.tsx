import type { Choice } from '@shared/domain/kernel/words.ts';
import { useEffect, useId, useRef } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './BallotChoice.module.css';
import { choices } from './choices.ts';

interface BallotChoiceProps {
  choice: Choice | null;
  onChoice(choice: Choice): void;
  onReview(choice: Choice): void;
  /** Leaves the ballot that was received as it is; null where there is none. */
  onCancel: (() => void) | null;
}

/** Three large choices in fixed order, told apart by word, sign and place. */
export function BallotChoice({ choice, onChoice, onReview, onCancel }: BallotChoiceProps) {
  const t = useT();
  const id = useId();
  const { delegationId } = useYou();
  const group = useRef<HTMLFieldSetElement>(null);
  const isReturn = useRef(choice !== null || onCancel !== null);
  // Whoever comes back from the review goes on where they were; on a fresh page the focus is left alone.
  useEffect(() => {
    const find = (inputs: string) => group.current?.querySelector<HTMLInputElement>(inputs);
    if (isReturn.current) (find('input:checked') ?? find('input'))?.focus();
  }, []);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (choice) onReview(choice);
      }}
    >
      <fieldset ref={group} className={styles.choices}>
        <legend className={styles.legend}>
          {t('vote.youVoteFor')} {delegationId && <DelegationName id={delegationId} withRegion />}
        </legend>
        {choices.map(({ choice: each, icon }) => (
          <div key={each} className={styles.choice}>
            <input
              type="radio"
              id={`${id}-${each}`}
              name={id}
              checked={choice === each}
              onChange={() => onChoice(each)}
            />
            <label htmlFor={`${id}-${each}`} className={styles.label}>
              <Icon name={icon} />
              {t(`vote.choice.${each}`)}
            </label>
          </div>
        ))}
      </fieldset>
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="large" icon="forward" disabled={choice === null}>
          {t('vote.review')}
        </Button>
        {onCancel && (
          <Button size="large" shortcut="Esc" onClick={onCancel}>
            {t('vote.keep')}
          </Button>
        )}
        {choice === null && <p className={styles.hint}>{t('vote.chooseFirst')}</p>}
      </div>
    </form>
  );
}
