import type { BallotBox, Slip } from '../../server/ports/ballotBox.ts';

/** Boxes of which nothing is kept but their keys, for tests of a host that are about something else. */
export function memoryBoxes(): BallotBox {
  const keys = new Set<string>();
  return {
    make: (_id, voteId) => void keys.add(voteId),
    seal: (_id, voteId, slip: Slip) => ({ voteId, id: new Uint8Array(16), sealed: Buffer.from(JSON.stringify(slip)) }),
    open: () => ({ slips: [], unreadable: 0 }),
    burn: () => undefined,
    rewrite: () => true,
    forget: (_id, voteId) => void keys.delete(voteId),
    kept: () => [...keys],
  };
}
