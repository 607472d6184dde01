/**
 * Keeps the ballot boxes of one consultation for its host: turns what rules tell to the box into keys and sealed slips,
 * opens a box when its count is owed, and ends it once the count is stored. Between any two of these steps the process may
 * die: what is left to do is seen from the state and from the directory of keys, and done at the next start.
 */
import type { Scope, Told } from '@shared/domain/kernel/slice.ts';
import type { Command } from '@shared/domain/rulebook.ts';
import { meanings, secretBallot } from '@shared/domain/secretBallot.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import { vote } from '@shared/domain/vote.ts';
import * as z from 'zod/mini';
import type { BallotBox, BoxWrites, SealedSlip } from '../ports/ballotBox.ts';

/** An event that goes into the journal. */
export type Recorded = Told & { scope: Scope };

export type BoxKeeper = ReturnType<typeof createBoxKeeper>;

export function createBoxKeeper(consultationId: string, boxes: BallotBox) {
  return {
    /** Parts what was told: the journal's events, and what is to be done to boxes. Keys are on the disk when this returns. */
    part(told: readonly Told[]): { recorded: Recorded[] } & BoxWrites {
      const slips: SealedSlip[] = [];
      const emptied: string[] = [];
      const recorded: Recorded[] = [];
      for (const event of told) {
        const { scope, type, data } = event;
        if (scope !== 'box') recorded.push({ ...event, scope });
        else if (type.endsWith('.Slip')) {
          const { voteId, ...slip } = z.parse(secretBallot.events.box.Slip, data);
          slips.push(boxes.seal(consultationId, voteId, slip));
        } else {
          const { voteId } = z.parse(vote.events.box.BoxMade, data);
          if (type.endsWith('.BoxMade')) boxes.make(consultationId, voteId);
          else emptied.push(voteId);
        }
      }
      return { recorded, slips, emptied };
    },
    /** A command that the program owes, with what it must look up in a box. */
    complete(command: Command): Command {
      if (command.type !== 'secretBallot.count') return command;
      const voteId = String(command.payload.voteId);
      const { slips, unreadable } = boxes.open(consultationId, voteId);
      const count = { yes: 0, no: 0, abstain: 0 };
      for (const { choice } of slips) count[meanings[choice]] += 1;
      const receipts = slips.map(({ receipt }) => receipt).sort();
      return { type: command.type, payload: { voteId, count, receipts, unreadable } };
    },
    /** Ends the boxes of all votes that are over; true when nothing is left of any. Only the keys of running votes stay. */
    end(state: ConsultationState): boolean {
      const over = boxes.kept(consultationId).filter((voteId) => !isNeeded(state, voteId));
      if (over.length === 0) return true;
      for (const voteId of over) boxes.burn(consultationId, voteId);
      // What is left of a key is the sign that this is still to be done.
      if (!boxes.rewrite()) return false;
      for (const voteId of over) boxes.forget(consultationId, voteId);
      return true;
    },
  };
}

/** Whether slips of a vote may still have to be opened; of a vote that never came to be there are none. */
function isNeeded({ plenary }: ConsultationState, voteId: string): boolean {
  const known = plenary.vote.byId[voteId];
  if (known?.phase === 'open') return true;
  return known?.phase === 'locked' && !plenary.secretBallot[voteId]?.isCounted;
}
