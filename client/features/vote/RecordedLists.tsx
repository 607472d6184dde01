import type { Vote } from '@shared/domain/vote.ts';
import { EnterIntention } from './EnterIntention.tsx';
import { Intentions } from './Intentions.tsx';
import { RegionResult } from './RegionResult.tsx';
import { VoteMembers } from './record/VoteMembers.tsx';

/** The record of a vote by names: a picture and a table by region, and how every member voted. */
export function RecordedLists({ vote, isOpen }: { vote: Extract<Vote, { phase: 'declared' }>; isOpen: boolean }) {
  return (
    <>
      <RegionResult vote={vote} />
      <VoteMembers vote={vote} isOpen={isOpen} />
      <Intentions vote={vote} />
      <EnterIntention vote={vote} />
    </>
  );
}
