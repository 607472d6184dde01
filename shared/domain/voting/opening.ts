/** What must hold before a vote is opened, and on which terms it is then held. */
import { standing } from '../board.ts';
import { profileOf } from '../consultation.ts';
import { members } from '../delegation.ts';
import type { DelegationId, ItemId, PanelId, VoteId } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/slice.ts';
import type { Majority } from '../majority.ts';
import { type Subject, subjectRefusal } from '../motion.ts';
import type { Method } from '../ruleProfile.ts';
import type { ConsultationState } from '../state.ts';
import { openingRefusal, pendingDecisions } from '../underDecision.ts';
import type { Vote } from '../vote.ts';
import { tieBefore } from './tie.ts';

interface Asked {
  itemId: ItemId;
  majority: Majority;
  present: number | null;
  method?: Method | undefined;
  subject?: Subject | undefined;
}

type Opening = Vote['terms'] & {
  itemId: ItemId;
  panelId: PanelId;
  itemVersion: number;
  method?: Method;
  subject?: Subject;
  secondOf?: VoteId;
  electorate: DelegationId[];
};

/** Everything that the opening of a vote tells but its id, or why it cannot be opened; `instead` is a vote that ends with it. */
export function openingOf(
  state: ConsultationState,
  { itemId, majority, present, method, subject }: Asked,
  now: number,
  instead: VoteId | null = null,
): Opening | Refusal {
  const { plenary } = state;
  const item = standing(plenary.board, itemId);
  if ('refused' in item) return item;
  if (item.disposition) return refuse('board.unknown');
  const isReady = item.stage === 'ready' || (item.stage === 'decided' && subject?.kind === 'reconsideration');
  if (!isReady) return refuse('vote.item-not-ready'); // VOTE-1, REC-1
  const held = openingRefusal(plenary, instead); // VOTE-2
  if (held) return held;
  // A division holds its item too, and is decided by votes: its motion says which may be opened (DIV-10).
  const isUnderSilence = pendingDecisions(plenary).some((each) => each.itemId === itemId && each.outlivesStep);
  if (!instead && isUnderSilence) return refuse('silence.item-under-decision'); // SIL-18
  const profile = profileOf(plenary.consultation);
  if (!profile.methods.includes(method ?? 'recorded')) return refuse('vote.method-not-in-profile'); // CON-8
  if (!profile.majorities.includes(majority)) return refuse('vote.majority-not-in-profile');
  const itemVersion = item.current.version;
  const tied = tieBefore(plenary.vote, { itemId, itemVersion, subject: subject ?? { kind: 'item' } });
  const isLate = tied && (tied.tieLapsedAt !== undefined || now > (tied.secondVoteUntil ?? now));
  if (isLate) return refuse('vote.tie-stands'); // VOTE-15
  if (tied && tied.terms.majority !== majority) return refuse('vote.second-by-other-majority'); // VOTE-14
  const isBarred = subjectRefusal(state, item, subject ?? { kind: 'item' }, majority);
  if (isBarred) return isBarred;
  const electorate = members(plenary.delegation).map(({ id }) => id);
  const entitled = electorate.length;
  if (entitled === 0) return refuse('vote.nobody-entitled');
  if (profile.quorum !== 'none' && present === null) return refuse('vote.presence-missing'); // VOTE-3
  if (present !== null && present > entitled) return refuse('vote.presence-too-high', { members: entitled });
  return {
    ...{ itemId, panelId: item.panelId, itemVersion, electorate, majority },
    ...(method ? { method } : {}),
    ...(subject ? { subject } : {}),
    ...(tied ? { secondOf: tied.id } : {}),
    quorum: profile.quorum,
    tie: tied ? 'rejected' : profile.tie,
    isIndicative: profile.isIndicative,
    profile: profile.id,
    profileVersion: profile.version,
    members: entitled,
    present: profile.quorum === 'none' ? null : present,
    ...(method === 'roll-call' && profile.quorum !== 'none' ? { presence: 'called' as const } : {}),
  };
}
