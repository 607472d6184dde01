import type { ParticipantId } from '@shared/domain/kernel/ids.ts';
import { type Duty, type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import { memo, useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RegionOf } from '../../parts/RegionOf.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { DragList } from '../../ui/aria/DragList.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { isSameView, type RoomView } from './formationView.ts';
import styles from './ProposedRoom.module.css';
import type { Hands } from './useProposalActs.ts';
import { type RosterEntry, useRoster } from './useRoster.ts';

interface ProposedRoomProps {
  room: RoomView;
  /** Members who are pinned, and whom a search has found: their ids in one text, equal while nothing changes. */
  pinned: string;
  found: string;
  hands: Hands;
  onMoveTo: (participantId: ParticipantId) => void;
}

/** A proposed room: how it is composed, who has which duty, its people to be dragged or sent to another room. */
export const ProposedRoom = memo(RoomCard, (a, b) => {
  const isSame = isSameView(a.room, b.room) && a.pinned === b.pinned && a.found === b.found;
  return isSame && a.hands === b.hands && a.onMoveTo === b.onMoveTo;
});

function RoomCard(props: ProposedRoomProps) {
  const t = useT();
  const format = useFormat();
  const roster = useRoster();
  const { room, hands, onMoveTo } = props;
  const pins = useMemo(() => new Set(props.pinned.split(' ')), [props.pinned]);
  const matches = useMemo(() => new Set(props.found.split(' ')), [props.found]);
  const people = useMemo(
    () =>
      room.members
        .map((id) => roster(id))
        .map((entry) => ({ ...entry, key: entry.id, label: `${entry.name}, ${entry.delegation}` }))
        .sort((a, b) => format.compare(a.delegation, b.delegation) || format.compare(a.name, b.name)),
    [room.members, roster, format],
  );
  const name = t('parts.room', { n: room.at + 1 });
  return (
    <section
      id={`proposed-room-${room.at}`}
      tabIndex={-1}
      className={cx(styles.room, room.breaches.length > 0 && styles.off)}
      aria-label={name}
    >
      <header className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <span>{t('steering.room.people', { n: room.members.length })}</span>
      </header>
      <Composition people={people} />
      <Breaches room={room} />
      <div className={styles.duties}>
        <DutySelect duty="facilitator" room={room} people={people} hands={hands} />
        <DutySelect duty="rapporteur" room={room} people={people} hands={hands} />
      </div>
      <DragList
        listId={String(room.at)}
        label={t('steering.room.members', { n: room.at + 1 })}
        items={people}
        dragType="application/x-rapporteur-person"
        empty={t('steering.room.nobody')}
        onMove={({ keys, fromList, toList }) => {
          if (fromList !== toList) for (const id of keys) void hands.move(id, Number(toList));
        }}
        render={(person) => (
          <Member
            person={person}
            duty={dutyOf(room, person.id)}
            isPinned={pins.has(person.id)}
            isFound={matches.has(person.id)}
            onMoveTo={onMoveTo}
            onUnpin={hands.unpin}
          />
        )}
      />
    </section>
  );
}

function dutyOf({ duties }: RoomView, id: ParticipantId): Duty | null {
  if (duties.facilitator === id) return 'facilitator';
  return duties.rapporteur === id ? 'rapporteur' : null;
}

/** How many of each regional group. */
function Composition({ people }: { people: readonly RosterEntry[] }) {
  const format = useFormat();
  const groups: (RegionalGroup | null)[] = [...regionalGroups, null];
  return (
    <ul className={styles.regions}>
      {groups.map((group) => {
        const count = people.filter(({ region }) => region === group).length;
        if (group === null && count === 0) return null;
        return (
          <li key={group ?? 'none'}>
            <RegionOf region={group} /> {format.number(count)}
          </li>
        );
      })}
    </ul>
  );
}

function Breaches({ room }: { room: RoomView }) {
  const t = useT();
  const nameOf = useDelegationNames();
  if (room.breaches.length === 0) return null;
  const who = (rule: string, subject: string) =>
    rule === 'delegation' ? nameOf(subject) : rule === 'region' ? t(`parts.region.${subject}`) : t('steering.room.all');
  return (
    <ul className={styles.breaches}>
      {room.breaches.map(({ rule, subject, count, floor, ceil }) => (
        <li key={`${rule} ${subject}`}>
          <Icon name="alert" />
          <span>{t('steering.room.breach', { who: who(rule, subject), count, floor, ceil })}</span>
        </li>
      ))}
    </ul>
  );
}

function DutySelect(props: { duty: Duty; room: RoomView; people: readonly RosterEntry[]; hands: Hands }) {
  const t = useT();
  const { duty, room, people, hands } = props;
  return (
    <NativeSelect
      label={t(`steering.duty.${duty}`)}
      value={room.duties[duty] ?? ''}
      placeholder={t('steering.duty.nobody')}
      onChange={(id) => void hands.assignDuty(room.at, duty, id === '' ? null : id)}
      options={people.map(({ id, name, delegation }) => ({
        value: id,
        label: t('steering.person', { name, delegation }),
      }))}
    />
  );
}

interface MemberProps {
  person: RosterEntry;
  duty: Duty | null;
  isPinned: boolean;
  isFound: boolean;
  onMoveTo: (participantId: ParticipantId) => void;
  onUnpin: (participantId: ParticipantId) => Promise<void>;
}

function Member({ person, duty, isPinned, isFound, onMoveTo, onUnpin }: MemberProps) {
  const t = useT();
  const { id, name, delegation, region } = person;
  return (
    <div className={cx(styles.member, isFound && styles.found)}>
      <span className={styles.words}>
        <bdi className={styles.person}>{name}</bdi>
        <span className={styles.delegation}>
          <RegionOf region={region} /> <bdi>{delegation}</bdi>
        </span>
        {(duty || isPinned) && (
          <span className={styles.signs}>
            {duty && <Badge tone="accent">{t(`steering.duty.${duty}`)}</Badge>}
            {isPinned && <Badge icon="pin">{t('steering.pinned')}</Badge>}
          </span>
        )}
      </span>
      {isPinned && (
        <IconButton
          icon="pin"
          size="small"
          label={t('steering.unpinPerson', { name })}
          onClick={() => void onUnpin(id)}
        />
      )}
      <IconButton icon="forward" size="small" label={t('steering.movePerson', { name })} onClick={() => onMoveTo(id)} />
    </div>
  );
}
