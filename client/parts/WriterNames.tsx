import { united, type Writer, type Writers } from '@shared/domain/authorship.ts';
import type { Attribution } from '@shared/domain/kernel/words.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { useDelegationNames } from './useDelegationNames.ts';
import styles from './WriterNames.module.css';

/** Who wrote, or changed what was written, in a sentence: delegations, or regional groups. */
function WriterNames({ writers, as = 'by' }: { writers: readonly Writer[]; as?: 'by' | 'changed' }) {
  const t = useT();
  const { list } = useFormat();
  const nameOf = useDelegationNames();
  const names = writers.map((each) =>
    'delegation' in each ? nameOf(each.delegation) : t(`parts.region.${each.region}`),
  );
  return t(`text.writers.${as}`, { names: list(names) });
}

/** Who changed something that is known by several names, each of them once; nothing where it is not said. */
export function ChangedBy({ keys, writers }: { keys: readonly string[]; writers: Writers }) {
  const delegations = useReplica(({ plenary }) => plenary.delegation);
  const all = united(
    keys.map((key) => (Object.hasOwn(writers, key) ? (writers[key] ?? []) : [])),
    delegations,
  );
  return (
    all.length > 0 && (
      <p className={styles.changed}>
        <WriterNames writers={all} as="changed" />
      </p>
    )
  );
}

/** Who wrote in a version, or why it is not said. */
export function WritersNote({ writers, attribution }: { writers: Writers | undefined; attribution: Attribution }) {
  const t = useT();
  const delegations = useReplica(({ plenary }) => plenary.delegation);
  const all = useMemo(() => united(Object.values(writers ?? {}), delegations), [writers, delegations]);
  if (attribution === 'none') return t('text.writers.none');
  if (all.length > 0) return <WriterNames writers={all} />;
  return t(attribution === 'region' ? 'text.writers.smallGroups' : 'text.writers.unknown');
}
