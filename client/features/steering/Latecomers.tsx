import type { ParticipantId, RoundId } from '@shared/domain/kernel/ids.ts';
import type { Room } from '@shared/domain/room.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { RegionOf } from '../../parts/RegionOf.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { holdsWords, searchable } from '../../ui/aria/optionSearch.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Latecomers.module.css';
import { useRoster } from './useRoster.ts';

const shownAtMost = 20;
const searchFrom = 8;
const wherever = '';

interface LatecomersProps {
  roundId: RoundId;
  rooms: readonly Room[];
  unseated: readonly ParticipantId[];
  here: readonly ParticipantId[];
}

/** Who has no room yet, those who are connected first; each goes where balance suffers least, or to a chosen room. */
export function Latecomers({ roundId, rooms, unseated, here }: LatecomersProps) {
  const t = useT();
  const roster = useRoster();
  const [query, setQuery] = useState('');
  const [roomId, setRoomId] = useState(wherever);
  const { send, isPending, refusal } = useCommand('seating.placeLatecomer');
  const entries = useMemo(() => unseated.map((id) => roster(id)), [unseated, roster]);
  const found = entries.filter(({ name, delegation }) => holdsWords(searchable(`${name} ${delegation}`), query));
  const chosen = rooms.some(({ id }) => id === roomId) ? roomId : wherever;
  const place = (participantId: string) =>
    send({ roundId, participantId, roomId: chosen === wherever ? null : chosen });
  return (
    <Section title={t('steering.late')} level={3} note={t('steering.late.count', { n: unseated.length })}>
      {unseated.length === 0 ? (
        <p>{t('steering.late.none')}</p>
      ) : (
        <Stack gap={3}>
          <div className={styles.bar}>
            {unseated.length > searchFrom && (
              <TextField
                label={t('steering.people.search')}
                type="search"
                icon="search"
                value={query}
                onChange={setQuery}
              />
            )}
            <NativeSelect
              label={t('steering.late.where')}
              value={chosen}
              onChange={setRoomId}
              options={[
                { value: wherever, label: t('steering.late.balanced') },
                ...rooms.map(({ id, number, members }) => ({
                  value: id,
                  label: t('steering.move.option', { n: number, people: members.length }),
                })),
              ]}
            />
          </div>
          <RefusalNote refusal={refusal} />
          <ul className={styles.people}>
            {found.slice(0, shownAtMost).map((person) => (
              <li key={person.id} className={styles.person}>
                <span className={styles.words}>
                  <bdi>{person.name}</bdi>{' '}
                  {here.includes(person.id) && <Badge tone="success">{t('steering.late.here')}</Badge>}
                  <span className={styles.delegation}>
                    <RegionOf region={person.region} /> <bdi>{person.delegation}</bdi>
                  </span>
                </span>
                <Button
                  size="small"
                  icon="forward"
                  pending={isPending}
                  aria-label={t('steering.late.placePerson', { name: person.name })}
                  onClick={() => void place(person.id)}
                >
                  {t('steering.late.place')}
                </Button>
              </li>
            ))}
          </ul>
          {found.length > shownAtMost && <p>{t('steering.people.more', { n: found.length - shownAtMost })}</p>}
        </Stack>
      )}
    </Section>
  );
}
