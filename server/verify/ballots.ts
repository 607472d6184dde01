/** The ballots of a vote as the chain has them: each act of casting is a sealed entry and its delegation's acknowledgement. */
import type { DelegationId, VoteId } from '@shared/domain/kernel/ids.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { vote } from '@shared/domain/vote.ts';
import { entriesOfKind, factsOf, type Told } from './journal.ts';

export const castKind = 'sealed/vote.BallotCast';
export const ownKind = 'delegation/vote.OwnBallotReceived';

/** One act of casting. */
export interface Cast {
  seq: number;
  /** The entry by which the delegation was told. */
  toldIn: number;
  at: number;
  delegationId: DelegationId;
  /** Null where the payload is withheld, as it is of a ballot that was replaced by a later one. */
  choice: Choice | null;
}

/** All acts of casting of a journal by vote, and the entries that stand without their counterpart. */
export interface Ballots {
  byVote: ReadonlyMap<VoteId, readonly Cast[]>;
  /** Sealed entries without an acknowledgement, and acknowledgements without a sealed entry. */
  alone: readonly { seq: number; says: string }[];
}

/** Puts the sealed entries together with what their delegations were told by the same command. */
export function ballotsIn(entries: readonly Told[]): Ballots {
  const choices = new Map(
    factsOf(entries, castKind, vote.events.sealed.BallotCast).map(({ seq, data }) => [seq, data]),
  );
  const sealed = new Map(entriesOfKind(entries, castKind).map((entry) => [actOf(entry), entry]));
  const byVote = new Map<VoteId, Cast[]>();
  const alone: { seq: number; says: string }[] = [];
  for (const own of factsOf(entries, ownKind, vote.events.delegation.OwnBallotReceived)) {
    const delegationId = own.scope.slice(own.scope.indexOf(':') + 1);
    const cast = sealed.get(actOf(own));
    sealed.delete(actOf(own));
    const slip = cast && choices.get(cast.seq);
    const differs = slip && (slip.delegationId !== delegationId || slip.voteId !== own.data.voteId);
    if (!cast) alone.push({ seq: own.seq, says: 'acknowledges a ballot that is not among the sealed entries' });
    else if (differs) alone.push({ seq: cast.seq, says: 'is a ballot that was acknowledged to another delegation' });
    else {
      const list = byVote.get(own.data.voteId) ?? [];
      byVote.set(own.data.voteId, list);
      list.push({ seq: cast.seq, toldIn: own.seq, at: cast.at, delegationId, choice: slip?.choice ?? null });
    }
  }
  for (const { seq } of sealed.values()) alone.push({ seq, says: 'is a ballot that was acknowledged to nobody' });
  return { byVote, alone };
}

/** The last ballot of each delegation: the one that counts. */
export function lastOf(casts: readonly Cast[]): Map<DelegationId, Cast> {
  return new Map([...casts].sort((a, b) => a.seq - b.seq).map((cast) => [cast.delegationId, cast]));
}

function actOf({ by, commandId }: Told): string {
  return `${by} ${commandId}`;
}
