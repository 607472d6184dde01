import type { ReactNode } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { useRefusalWords } from '../../../parts/RefusalNote.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/Icon.tsx';
import type { ChangePhase, FieldName } from '../fieldDesk.ts';
import { fieldProblem } from '../fieldProblem.ts';
import type { FieldState } from '../useFieldDesk.ts';
import styles from './Fields.module.css';

/** A field with the word beside it that says whether what one changed there is saved. */
export function Marked({ phase, children }: { phase: ChangePhase | null; children: ReactNode }) {
  return (
    <div className={styles.marked}>
      {children}
      {phase && <SaveWord phase={phase} />}
    </div>
  );
}

function SaveWord({ phase }: { phase: ChangePhase }) {
  const t = useT();
  if (phase === 'saved' || phase === 'taken')
    return (
      <span className={styles.mark}>
        <Icon name="check" />
        {t('room.field.saved')}
      </span>
    );
  if (phase === 'sending') return <span className={styles.mark}>{t('room.field.saving')}</span>;
  return (
    <span className={cx(styles.mark, phase === 'refused' ? styles.refused : styles.waiting)}>
      {t('room.field.unsaved')}
    </span>
  );
}

/** The sentence at a field whose value cannot be saved: what is wrong with it, or why the server refused. */
export function useFieldError(
  field: FieldName,
  { value, refusal, phase }: Pick<FieldState<unknown>, 'value' | 'refusal' | 'phase'>,
): string | undefined {
  const t = useT();
  const wordsOf = useRefusalWords();
  if (refusal) return wordsOf(refusal);
  const problem = phase === 'waiting' ? fieldProblem(field, value) : null;
  return problem ? t(problem) : undefined;
}
