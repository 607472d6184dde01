import type { Agreement } from '@shared/domain/paragraph.ts';
import type { Room } from '@shared/domain/room.ts';
import { emptyRoom } from '@shared/domain/state.ts';
import { useMemo } from 'react';
import type { AgreedParagraph, ParagraphDesk } from '../../editor/ParagraphLine.tsx';
import type { Refused } from '../../parts/refusalWords.ts';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica, useYou } from '../../sync/Seat.tsx';
import { useAsk } from './useAsk.ts';

const empty = emptyRoom();
const none: Readonly<Record<string, Agreement>> = {};

/** What is agreed in a draft, who still has to confirm it, and what one may do about it. */
export function useParagraphDesk(
  room: Room,
  itemId: string,
): {
  desk: ParagraphDesk;
  refusal: Refused | null;
  forgetRefusal(): void;
} {
  const nameOf = useDelegationNames();
  const { participantId, delegationId } = useYou();
  const agreements = useReplica((state) => (state.room[room.id] ?? empty).paragraph[itemId]?.agreed ?? none);
  const participants = useReplica(({ plenary }) => plenary.delegation.participants);
  const { ask, refusal, tell } = useAsk();
  const isFacilitator = room.facilitator === participantId;
  const desk = useMemo((): ParagraphDesk => {
    const present = new Set(room.members.flatMap((id) => participants[id]?.delegationId ?? []));
    const agreed: Record<string, AgreedParagraph> = {};
    for (const [id, { status, confirmedBy, reopening }] of Object.entries(agreements))
      agreed[id] = {
        status,
        confirmed: confirmedBy.map(nameOf),
        lacking: status === 'agreed' ? [] : [...present].filter((each) => !confirmedBy.includes(each)).map(nameOf),
        isConfirmedByMe: delegationId !== null && confirmedBy.includes(delegationId),
        reopening: reopening && { name: nameOf(reopening.by), reason: reopening.reason },
      };
    const place = (paragraphId: string) => ({ roomId: room.id, itemId, paragraphId });
    return {
      agreed,
      ...(isFacilitator && {
        agree: (id) => void ask('paragraph.agree', place(id)),
        reopen: (id, reason) => ask('paragraph.reopen', { ...place(id), reason }),
      }),
      ...(delegationId !== null && {
        confirm: (id) => void ask('paragraph.confirm', place(id)),
        retract: (id) => void ask('paragraph.retract', place(id)),
        askReopening: (id, reason) => ask('paragraph.askReopening', { ...place(id), reason }),
      }),
    };
  }, [agreements, room.id, room.members, itemId, participants, delegationId, isFacilitator, nameOf, ask]);
  return { desk, refusal, forgetRefusal: () => tell(null) };
}
