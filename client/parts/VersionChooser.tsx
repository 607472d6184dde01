import { type Writers, writersBetween } from '@shared/domain/authorship.ts';
import type { RoomId } from '@shared/domain/kernel/ids.ts';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Stack } from '../ui/Stack.tsx';
import type { ComparedText } from './ComparisonView.tsx';
import styles from './VersionChooser.module.css';
import { WritersNote } from './WriterNames.tsx';

// Reckoning what changed is for the few who ask.
const ComparisonView = lazy(() =>
  import('./ComparisonView.tsx').then((module) => ({ default: module.ComparisonView })),
);

/** A text that can be compared, as it is named in the lists. */
export interface Version extends ComparedText {
  key: string;
  label: string;
  /** Who wrote in it since the one before, as far as it is said. */
  writers?: Writers | undefined;
}

/** Any two texts of an item, oldest first, and what changed between them; at first the last two. */
export function VersionChooser({ versions, roomId }: { versions: readonly Version[]; roomId: RoomId }) {
  const t = useT();
  const [chosen, setChosen] = useState<{ from: string | null; to: string | null }>({ from: null, to: null });
  const find = (key: string | null) => versions.find((each) => each.key === key);
  const after = find(chosen.to) ?? versions.at(-1);
  const before = find(chosen.from) ?? versions[Math.max(0, versions.length - 2)];
  const delegations = useReplica(({ plenary }) => plenary.delegation);
  const attribution = useReplica(({ plenary }) => plenary.room.byId[roomId]?.attribution ?? 'none');
  const writers = useMemo(() => {
    const places = [before, after].map((each) => versions.findIndex(({ key }) => key === each?.key));
    const inOrder = versions.map((each, version) => ({ version, writers: each.writers }));
    return writersBetween(inOrder, Math.min(...places), Math.max(...places), delegations);
  }, [versions, before, after, delegations]);
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
      {before !== after && (
        <p className={styles.writers}>
          <WritersNote writers={writers} attribution={attribution} />
        </p>
      )}
      <Suspense fallback={<Skeleton lines={4} />}>
        <ComparisonView key={`${before.key} ${after.key}`} before={before} after={after} writers={writers} />
      </Suspense>
    </Stack>
  );
}
