import type { RoundId } from '@shared/domain/kernel/ids.ts';
import type { Room } from '@shared/domain/room.ts';
import { type FormEvent, useMemo, useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { ComboBox } from '../../ui/aria/ComboBox.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './TransferForm.module.css';
import { useRoster } from './useRoster.ts';

/** Moves a member from one open room to another in one step; what they wrote stays where it was written. */
export function TransferForm({ roundId, rooms }: { roundId: RoundId; rooms: readonly Room[] }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const words = useRefusalWords();
  const roster = useRoster();
  const [personId, setPersonId] = useState<string | null>(null);
  const [roomId, setRoomId] = useState('');
  const { send, isPending, refusal } = useCommand('seating.transfer');
  const people = useMemo(
    () =>
      rooms
        .flatMap(({ members, number }) => members.map((id) => ({ ...roster(id), number })))
        .sort((a, b) => format.compare(a.name, b.name))
        .map(({ id, name, delegation, number }) => ({
          value: id,
          label: t('steering.person', { name, delegation }),
          detail: t('parts.room', { n: number }),
        })),
    [rooms, roster, format, t],
  );
  const from = rooms.find(({ members }) => personId !== null && members.includes(personId));
  const to = rooms.find(({ id }) => id === roomId && id !== from?.id);
  const transfer = async (event: FormEvent) => {
    event.preventDefault();
    if (personId === null || !to || isPending) return;
    if (!(await send({ roundId, participantId: personId, roomId: to.id })).ok) return;
    toast({ text: t('steering.transfer.done', { name: roster(personId).name, n: to.number }), tone: 'success' });
    setPersonId(null);
    setRoomId('');
  };
  return (
    <Section title={t('steering.transfer')} level={3} note={t('steering.transfer.note')}>
      <form className={styles.form} onSubmit={(event) => void transfer(event)}>
        <ComboBox
          label={t('steering.transfer.person')}
          value={personId}
          onChange={setPersonId}
          options={people}
          error={refusal ? words(refusal) : undefined}
        />
        <NativeSelect
          label={t('steering.transfer.to')}
          value={to ? roomId : ''}
          placeholder={t('steering.transfer.choose')}
          onChange={setRoomId}
          options={rooms
            .filter(({ id }) => id !== from?.id)
            .map(({ id, number, members }) => ({
              value: id,
              label: t('steering.move.option', { n: number, people: members.length }),
            }))}
        />
        <Button type="submit" icon="forward" pending={isPending} disabled={personId === null || !to}>
          {t('steering.transfer.act')}
        </Button>
      </form>
    </Section>
  );
}
