import { lazy, Suspense, useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { TagPicker } from '../../../ui/aria/TagPicker.tsx';
import { Button } from '../../../ui/Button.tsx';
import styles from './Fields.module.css';
import type { FieldList } from './useFieldList.ts';

// Most who fill a field type what they want.
const BrowseDialog = lazy(() => import('./BrowseDialog.tsx').then((module) => ({ default: module.BrowseDialog })));

interface ListPickerProps {
  label: string;
  list: FieldList;
  values: readonly string[];
  onChange: (values: string[]) => void;
  max: number;
  error?: string | undefined;
}

/** Choices of a list of the reference data, by typing or by browsing. */
export function ListPicker({ label, list, values, onChange, max, error }: ListPickerProps) {
  const t = useT();
  const [isBrowsing, setBrowsing] = useState(false);
  return (
    <div className={styles.list}>
      <TagPicker
        {...{ label, values, onChange, max, error }}
        options={values.map(list.chosen)}
        find={list.find}
        onOpen={list.widen}
        placeholder={t(`room.search.${list.kind}`)}
      />
      <Button
        kind="plain"
        size="small"
        icon="order"
        onClick={() => {
          list.widen();
          setBrowsing(true);
        }}
      >
        {t('fields.browse')}
      </Button>
      {isBrowsing && (
        <Suspense fallback={null}>
          <BrowseDialog {...{ list, values, onChange, max }} onClose={() => setBrowsing(false)} />
        </Suspense>
      )}
    </div>
  );
}
