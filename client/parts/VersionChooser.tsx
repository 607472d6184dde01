import { lazy, Suspense, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Stack } from '../ui/Stack.tsx';
import type { ComparedText } from './ComparisonView.tsx';
import styles from './VersionChooser.module.css';

// Reckoning what changed is for the few who ask.
const ComparisonView = lazy(() =>
  import('./ComparisonView.tsx').then((module) => ({ default: module.ComparisonView })),
);

/** A text that can be compared, as it is named in the lists. */
export interface Version extends ComparedText {
  key: string;
  label: string;
}

/** Any two texts of an item, oldest first, and what changed between them; at first the last two. */
export function VersionChooser({ versions }: { versions: readonly Version[] }) {
  const t = useT();
  const [chosen, setChosen] = useState<{ from: string | null; to: string | null }>({ from: null, to: null });
  const find = (key: string | null) => versions.find((each) => each.key === key);
  const after = find(chosen.to) ?? versions.at(-1);
  const before = find(chosen.from) ?? versions[Math.max(0, versions.length - 2)];
  if (!before || !after) return null;
  const options = versions.map(({ key, label }) => ({ value: key, label }));
  return (
    <Stack gap={4}>
      <div className={styles.choice}>
        <NativeSelect
          label={t('history.from')}
          value={before.key}
          options={options}
          onChange={(from) => setChosen({ from, to: after.key })}
        />
        <NativeSelect
          label={t('history.to')}
          value={after.key}
          options={options}
          onChange={(to) => setChosen({ from: before.key, to })}
        />
      </div>
      <Suspense fallback={<Skeleton lines={4} />}>
        <ComparisonView key={`${before.key} ${after.key}`} before={before} after={after} />
      </Suspense>
    </Stack>
  );
}
