import type { Choice } from '@shared/domain/kernel/words.ts';
import { useT } from '../../i18n/I18n.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ChoiceWords.module.css';
import { signOf } from './choices.ts';

/** A choice by its sign and its word. */
export function ChoiceWords({ choice }: { choice: Choice }) {
  const t = useT();
  return (
    <span className={styles.choice}>
      <Icon name={signOf(choice)} />
      <strong>{t(`vote.choice.${choice}`)}</strong>
    </span>
  );
}
