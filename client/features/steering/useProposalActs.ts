import type { ParticipantId, RoundId } from '@shared/domain/kernel/ids.ts';
import type { Duty } from '@shared/domain/kernel/words.ts';
import type { Proposal } from '@shared/domain/seating.ts';
import { useCallback, useMemo, useRef } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import type { CommandAnswer } from '../../sync/commands.ts';
import { type Sender, useCommand, useReplica } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { freshSeed } from './seed.ts';

/** What hands may do to the people of a proposal. */
export interface Hands {
  move(participantId: ParticipantId, room: number): Promise<void>;
  unpin(participantId: ParticipantId): Promise<void>;
  assignDuty(room: number, duty: Duty, participantId: ParticipantId | null): Promise<void>;
}

/** What may be done to a proposal. */
export interface ProposalActs {
  hands: Hands;
  repair(): Promise<void>;
  /** Deals again by a fresh seed; who was pinned stays. */
  dealAnew(): Promise<void>;
  isRepairing: boolean;
  isDealing: boolean;
  /** Why the last repair or deal was refused: pins that cannot all hold. */
  refusal: Sender<'seating.repair'>['refusal'];
}

/** The acts on a proposal of rooms; what was refused is said. The hands' own acts keep their identity from draw to draw. */
export function useProposalActs(proposal: Proposal): ProposalActs {
  const t = useT();
  const toast = useToast();
  const participants = useReplica(({ plenary }) => plenary.delegation.participants);
  const { send: sendDiscard } = useCommand('seating.discard');
  const repair = useCommand('seating.repair');
  const propose = useCommand('seating.propose');
  const { roundId } = proposal;
  const { clear: clearRepair } = repair;
  const { clear: clearPropose } = propose;
  const forget = useCallback(() => {
    clearRepair();
    clearPropose();
  }, [clearRepair, clearPropose]);
  const hands = useHands(roundId, forget);
  return {
    hands,
    async repair() {
      forget();
      const answer = await repair.send({ roundId });
      if (answer.ok) toast({ text: t('steering.repaired'), tone: 'success' });
    },
    async dealAnew() {
      forget();
      const { panelId, question, attribution, rooms } = proposal;
      const people = proposal.people.filter((id) => participants[id]?.isActive);
      const pins = proposal.pins.filter(({ id }) => people.includes(id));
      const asked = { panelId, question, attribution, rooms: rooms.length, seed: freshSeed(), people, pins };
      // The rooms at hand are given up only when others are there.
      if ((await propose.send(asked)).ok) await sendDiscard({ roundId });
    },
    isRepairing: repair.isPending,
    isDealing: propose.isPending,
    refusal: repair.refusal ?? propose.refusal,
  };
}

function useHands(roundId: RoundId, forget: () => void): Hands {
  const toast = useToast();
  const words = useRefusalWords();
  const { send: sendMove } = useCommand('seating.move');
  const { send: sendUnpin } = useCommand('seating.unpin');
  const { send: sendDuty } = useCommand('seating.assignDuty');
  const tell = useRef<(answer: CommandAnswer) => void>(() => {});
  tell.current = (answer) => {
    if (!answer.ok) toast({ text: words(answer), tone: 'danger' });
  };
  return useMemo(
    () => ({
      async move(participantId, room) {
        tell.current(await sendMove({ roundId, participantId, room }));
      },
      async unpin(participantId) {
        forget();
        tell.current(await sendUnpin({ roundId, participantId }));
      },
      async assignDuty(room, duty, participantId) {
        tell.current(await sendDuty({ roundId, room, duty, participantId }));
      },
    }),
    [roundId, forget, sendMove, sendUnpin, sendDuty],
  );
}
