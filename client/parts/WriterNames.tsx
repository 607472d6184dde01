import { united, type Writer, type Writers } from '@shared/domain/authorship.ts';
import type { Attribution } from '@shared/domain/kernel/words.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { useDelegationNames } from './useDelegationNames.ts';

/** Who wrote, in a sentence: delegations, or regional groups. */
export function WriterNames({ writers }: { writers: readonly Writer[] }) {
  const t = useT();
  const { list } = useFormat();
  const nameOf = useDelegationNames();
  const names = writers.map((each) =>
    'delegation' in each ? nameOf(each.delegation) : t(`parts.region.${each.region}`),
  );
  return t('text.writers.by', { names: list(names) });
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
