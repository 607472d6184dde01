import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useCommand, usePeople, usePermitRefusal } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { Menu, type MenuAct } from '../../ui/aria/Menu.tsx';
import type { RoomMember } from './useRoomPeople.ts';

const duties = ['facilitator', 'rapporteur'] as const;
type Act = `${'give' | 'take'}:${(typeof duties)[number]}`;

/** Hands a duty to a member or takes it back: the facilitator's and the bureau's act. */
export function DutyMenu({ room, member }: { room: Room; member: RoomMember }) {
  const t = useT();
  const toast = useToast();
  const wordsOf = useRefusalWords();
  const nameOf = useDelegationNames();
  const person = usePeople()[member.id];
  const mayHandOver = usePermitRefusal('room.handOver', { roomId: room.id }) === null;
  const { send } = useCommand('room.handOver');
  if (!mayHandOver) return null;
  const held = { facilitator: member.isFacilitator, rapporteur: member.isRapporteur };
  const items: MenuAct<Act>[] = duties.map((duty) =>
    held[duty]
      ? { key: `take:${duty}`, label: t(`room.duty.take.${duty}`), icon: 'minus' }
      : { key: `give:${duty}`, label: t(`room.duty.give.${duty}`), icon: 'person' },
  );
  const act = async (key: Act) => {
    const duty = key.endsWith('facilitator') ? 'facilitator' : 'rapporteur';
    const participantId = key.startsWith('give') ? member.id : null;
    const answer = await send({ roomId: room.id, duty, participantId });
    if (!answer.ok) toast({ text: wordsOf(answer), tone: 'danger' });
  };
  const name = [member.delegationId && nameOf(member.delegationId), person?.name].filter(Boolean).join(', ');
  return <Menu label={t('room.duty.menu', { name })} labelHidden items={items} onAct={(key) => void act(key)} />;
}
