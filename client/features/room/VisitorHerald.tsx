import type { Room } from '@shared/domain/room.ts';
import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { usePeople, useReplica, useReplicaValue, useYou } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { useVisitors } from './useRoomPeople.ts';

/** Tells the room that somebody of the bureau has dropped in, also where the people's column is folded away. Draws nothing. */
export function VisitorHerald({ room }: { room: Room }) {
  const t = useT();
  const toast = useToast();
  const people = usePeople();
  const { participantId } = useYou();
  const participants = useReplica(({ plenary }) => plenary.delegation.participants);
  const isKnown = useReplicaValue(({ presence }) => presence[room.id] !== undefined);
  const visitors = useVisitors(room);
  const before = useRef<readonly string[] | null>(null);
  useEffect(() => {
    if (!isKnown) return;
    // Who was here before one came oneself stands in the column and is not told as news.
    const came = before.current ? visitors.filter((id) => !before.current?.includes(id) && id !== participantId) : [];
    before.current = visitors;
    for (const id of came) {
      const role = t(`parts.role.${participants[id]?.role ?? 'moderator'}`);
      toast({ text: t('room.visitor.came', { name: people[id]?.name ?? t('parts.person.unknown'), role }) });
    }
  }, [isKnown, visitors, participantId, participants, people, t, toast]);
  return null;
}
