import { gapsOf } from '@shared/domain/actionItem.ts';
import type { Fields } from '@shared/domain/itemFields.ts';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Concreteness.module.css';

const parts = ['who', 'what', 'when', 'measure'] as const;
type Part = (typeof parts)[number];

/** Which of who, what, when and measure a draft says already, each with a way to where it is said. */
export function Concreteness(props: { fields: Fields; words: number; onGo?: (part: Part) => void }) {
  const t = useT();
  const gaps: readonly string[] = [...gapsOf(props.fields), ...(props.words > 0 ? [] : ['what'])];
  const { onGo } = props;
  return (
    <ul className={styles.line} aria-label={t('room.concrete.label')}>
      {parts.map((part) => {
        const isPresent = !gaps.includes(part);
        const word = (
          <Presence isPresent={isPresent}>
            <span className={styles.part}>{t(`room.concrete.${part}`)}</span>{' '}
            {t(isPresent ? 'room.stated' : 'room.notStated')}
          </Presence>
        );
        return (
          <li key={part}>
            {onGo ? (
              <button type="button" className={styles.go} onClick={() => onGo(part)}>
                {word}
              </button>
            ) : (
              word
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Whether something is said, by a sign and a word. */
export function Presence({ isPresent, children }: { isPresent: boolean; children: ReactNode }) {
  return (
    <span className={cx(styles.presence, !isPresent && styles.missing)}>
      <Icon name={isPresent ? 'check' : 'minus'} />
      <span>{children}</span>
    </span>
  );
}
