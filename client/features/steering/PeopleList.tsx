import type { ParticipantId } from '@shared/domain/kernel/ids.ts';
import { useMemo, useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RegionOf } from '../../parts/RegionOf.tsx';
import { holdsWords, searchable } from '../../ui/aria/optionSearch.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './PeopleList.module.css';
import { useRoster } from './useRoster.ts';

/** More rows than one reads are found by searching. */
const shownAtMost = 100;

/** A list of people to tick, found by name, delegation or regional group. */
export function PeopleList(props: {
  people: readonly ParticipantId[];
  chosen: ReadonlySet<ParticipantId>;
  onChoose: (chosen: ReadonlySet<ParticipantId>) => void;
}) {
  const t = useT();
  const format = useFormat();
  const roster = useRoster();
  const { people, chosen, onChoose } = props;
  const [query, setQuery] = useState('');
  const entries = useMemo(
    () =>
      people
        .map((id) => roster(id))
        .map((entry) => ({
          ...entry,
          words: searchable(`${entry.name} ${entry.delegation} ${t(`parts.region.${entry.region ?? 'none'}`)}`),
        }))
        .sort((a, b) => format.compare(a.delegation, b.delegation) || format.compare(a.name, b.name)),
    [people, roster, format, t],
  );
  const found = entries.filter(({ words }) => holdsWords(words, query));
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  const foundIds = found.map(({ id }) => id);
  return (
    <Stack gap={2}>
      <TextField label={t('steering.people.search')} type="search" icon="search" value={query} onChange={setQuery} />
      <Cluster gap={2}>
        <Button size="small" onClick={() => choose(foundIds, true)}>
          {t('steering.people.all', { n: found.length })}
        </Button>
        <Button size="small" onClick={() => choose(foundIds, false)}>
          {t('steering.people.none', { n: found.length })}
        </Button>
      </Cluster>
      <div className={styles.list}>
        <DataTable
          caption={t('steering.people.caption', { chosen: chosen.size, people: people.length })}
          dense
          rows={found.slice(0, shownAtMost)}
          rowKey={({ id }) => id}
          rowLabel={({ name }) => name}
          selected={chosen}
          onSelect={onChoose}
          empty={t('steering.people.nobody')}
          columns={[
            {
              key: 'name',
              header: t('steering.people.name'),
              isRowHeader: true,
              cell: ({ name }) => <bdi>{name}</bdi>,
            },
            { key: 'region', header: t('steering.people.region'), cell: ({ region }) => <RegionOf region={region} /> },
            {
              key: 'delegation',
              header: t('steering.people.delegation'),
              cell: ({ delegation }) => <bdi>{delegation}</bdi>,
            },
          ]}
        />
      </div>
      {found.length > shownAtMost && (
        <p className={styles.more}>{t('steering.people.more', { n: found.length - shownAtMost })}</p>
      )}
    </Stack>
  );
}
