import type { Fields } from '@shared/domain/itemFields.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { Button } from '../../../ui/Button.tsx';
import { SegmentedControl } from '../../../ui/RadioGroup.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useField } from '../useFieldDesk.ts';
import styles from './Fields.module.css';
import { Marked, useFieldError } from './Marked.tsx';

const horizons = ['short', 'medium', 'long'] as const;
type Horizon = (typeof horizons)[number];

/** How soon: to two years, to five, or longer; and by which day, where that is known. */
export function HorizonField({ itemId, fields }: { itemId: string; fields: Fields }) {
  const t = useT();
  const horizon = useField<Horizon | null>(itemId, 'horizon', fields.horizon ?? null);
  const by = useField<string | null>(itemId, 'by', fields.by ?? null);
  const horizonError = useFieldError('horizon', horizon);
  const byError = useFieldError('by', by);
  return (
    <div className={styles.horizon}>
      <Marked phase={horizon.phase}>
        <SegmentedControl
          label={t('room.field.horizon')}
          value={horizon.value}
          onChange={(value) => horizon.choose(value)}
          options={horizons.map((value) => ({ value, label: t(`room.horizon.${value}`) }))}
          error={horizonError}
        />
        {horizon.value !== null && (
          <Button kind="plain" size="small" onClick={() => horizon.choose(null)}>
            {t('room.horizon.clear')}
          </Button>
        )}
      </Marked>
      <Marked phase={by.phase}>
        <TextField
          type="date"
          label={t('room.field.by')}
          value={by.value ?? ''}
          onChange={(value) => by.type(value === '' ? null : value)}
          onBlur={by.leave}
          error={byError}
        />
      </Marked>
    </div>
  );
}
