import type { Fields } from '@shared/domain/itemFields.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { NativeSelect } from '../../../ui/NativeSelect.tsx';
import { useField } from '../useFieldDesk.ts';
import styles from './Fields.module.css';
import { Marked, useFieldError } from './Marked.tsx';
import { WordsField } from './WordsField.tsx';

/** The gap that stands in place of an instrument: what is missing, and under which theme. */
export function GapField({ itemId, panelId, fields }: { itemId: string; panelId: string; fields: Fields }) {
  const t = useT();
  const { panels, themes } = useReplica(({ plenary }) => ({
    ...{ panels: plenary.panel, themes: plenary.instrumentMap.themes },
  }));
  const state = useField<string | null>(itemId, 'gapTheme', fields.gapTheme ?? null);
  const error = useFieldError('gapTheme', state);
  const titleOf = (id: string) => panels.byId[id]?.title ?? id;
  const others = panels.order.filter((id) => id !== panelId).map((id) => ({ value: id, label: titleOf(id) }));
  return (
    <div className={styles.list}>
      <WordsField itemId={itemId} field="gap" saved={fields.gap ?? ''} />
      {(fields.gap ?? '').trim() !== '' && (
        <Marked phase={state.phase}>
          <NativeSelect
            label={t('fields.gapTheme')}
            value={state.value === panelId ? '' : (state.value ?? '')}
            onChange={(value) => state.choose(value === '' ? null : value)}
            options={[
              { value: '', label: t('fields.gapTheme.panel', { theme: titleOf(panelId) }) },
              ...others,
              ...themes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            error={error}
          />
        </Marked>
      )}
    </div>
  );
}
