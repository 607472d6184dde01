import type { Method } from '@shared/domain/ruleProfile.ts';
import type { Vote } from '@shared/domain/vote.ts';
import type { ComponentType } from 'react';
import { HandsBallot } from './HandsBallot.tsx';
import { HandsDesk } from './HandsDesk.tsx';
import { HandsLists } from './HandsLists.tsx';
import { OpenHands, OpenRecorded, OpenRollCall } from './OpenNote.tsx';
import { OpenSecret } from './OpenSecret.tsx';
import { RecordedBallot } from './RecordedBallot.tsx';
import { RecordedDesk } from './RecordedDesk.tsx';
import { RecordedLists } from './RecordedLists.tsx';
import { RollCallBallot } from './RollCallBallot.tsx';
import { RollCallDesk } from './RollCallDesk.tsx';
import { RollCallRecord } from './RollCallRecord.tsx';
import { SecretBallot } from './SecretBallot.tsx';
import { SecretDesk } from './SecretDesk.tsx';
import { SecretLists } from './SecretLists.tsx';
import type { WhyNot } from './whyNot.ts';

/** What a way of voting looks like; whatever is the same for all of them stands around it. */
interface MethodScreens {
  /** Below the head of the ballot page, from the opening to the declaration: one's delegation's ballot, or why there is none. */
  Ballot: ComponentType<{ vote: Vote; reason: WhyNot | null }>;
  /** The bureau's acts while the vote runs, and what it may know of the ballots. */
  Desk: ComponentType<{ vote: Vote }>;
  /** What the bureau reads, and is asked, before it opens such a vote. */
  Opening: ComponentType<{ members: number }>;
  /** Below the result of a declared vote: what is on the record besides the numbers. */
  Lists: ComponentType<{ vote: Extract<Vote, { phase: 'declared' }>; isOpen: boolean }>;
}

const recorded: MethodScreens = {
  Ballot: RecordedBallot,
  Desk: RecordedDesk,
  Opening: OpenRecorded,
  Lists: RecordedLists,
};

/** The one place where screens are told apart by the way of voting. */
export const screensOf: Record<Method, MethodScreens> = {
  recorded,
  'show-of-hands': { Ballot: HandsBallot, Desk: HandsDesk, Opening: OpenHands, Lists: HandsLists },
  'roll-call': { Ballot: RollCallBallot, Desk: RollCallDesk, Opening: OpenRollCall, Lists: RollCallRecord },
  secret: { Ballot: SecretBallot, Desk: SecretDesk, Opening: OpenSecret, Lists: SecretLists },
};
