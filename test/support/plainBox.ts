/** A ballot box as one would think of it: slips by vote, nothing sealed. What the real one is compared with. */
import type { Told } from '@shared/domain/kernel/slice.ts';
import type { Command } from '@shared/domain/rulebook.ts';
import { meanings, type SecretChoice } from '@shared/domain/secretBallot.ts';

interface PlainSlip {
  voteId: string;
  choice: SecretChoice;
  receipt: string;
}

export interface PlainBox {
  /** Takes what was told to the box; everything else is not for it. */
  take(told: readonly Told[]): void;
  of(voteId: string): readonly PlainSlip[];
  counted: typeof counted;
  copy(): PlainBox;
  /** A count as it is owed, with what is in the box; `lost` slips do not open. */
  complete(command: Command, lost?: number): Command;
}

/** Opens a box, or a copy of another one with what lies in it. */
export function plainBox(from: ReadonlyMap<string, readonly PlainSlip[]> = new Map()): PlainBox {
  const byVote = new Map(from);
  const of = (voteId: string) => byVote.get(voteId) ?? [];
  return {
    take(told) {
      for (const { scope, type, data } of told) {
        if (scope !== 'box') continue;
        const voteId = String(data.voteId);
        if (type === 'secretBallot.Slip') byVote.set(voteId, [...of(voteId), data as unknown as PlainSlip]);
        if (type.endsWith('.BoxEmptied')) byVote.delete(voteId);
      }
    },
    of,
    counted,
    copy: () => plainBox(byVote),
    complete(command, lost = 0) {
      if (command.type !== 'secretBallot.count') return command;
      const voteId = String(command.payload.voteId);
      const slips = of(voteId).slice(lost);
      return { ...command, payload: { voteId, ...counted(slips), unreadable: of(voteId).length - slips.length } };
    },
  };
}

/** Totals and receipts of slips. */
function counted(slips: readonly PlainSlip[]) {
  const count = { yes: 0, no: 0, abstain: 0 };
  for (const { choice } of slips) count[meanings[choice]] += 1;
  return { count, receipts: slips.map(({ receipt }) => receipt).sort() };
}
