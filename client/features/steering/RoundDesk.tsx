import { invited } from '@shared/domain/formation.ts';
import type { Room } from '@shared/domain/room.ts';
import type { Round } from '@shared/domain/seating.ts';
import { useMemo } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useReplicaValue } from '../../sync/Seat.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Latecomers } from './Latecomers.tsx';
import { TransferForm } from './TransferForm.tsx';

/** A round that is open: who still has no room, and moving a person from one room to another. */
export function RoundDesk({ round, rooms }: { round: Round; rooms: readonly Room[] }) {
  const t = useT();
  const delegation = useReplica(({ plenary }) => plenary.delegation);
  const byId = useReplica(({ plenary }) => plenary.room.byId);
  const here = useReplicaValue(({ presence }) => presence['']?.here);
  const unseated = useMemo(() => {
    const seated = new Set(round.roomIds.flatMap((id) => byId[id]?.members ?? []));
    const isHere = new Set(here ?? []);
    const late = invited({ plenary: { delegation } }).filter((id) => !seated.has(id));
    // Those who are here wait for a place; the others may never come.
    return [...late.filter((id) => isHere.has(id)), ...late.filter((id) => !isHere.has(id))];
  }, [delegation, byId, round, here]);
  return (
    <Section
      title={t('steering.rooms.round', { n: round.number })}
      note={t('steering.round.note', { rooms: rooms.length, seed: round.seed })}
    >
      <Stack gap={6}>
        <Latecomers roundId={round.id} rooms={rooms} unseated={unseated} here={here ?? []} />
        <TransferForm roundId={round.id} rooms={rooms} />
      </Stack>
    </Section>
  );
}
