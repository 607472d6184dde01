/** The legal mode of a meeting's decisions as versioned data (practice of the United Nations; numbers are those of A/520/Rev.20). */
import * as z from 'zod/mini';
import type { Majority } from './majority.ts';

/** The legal modes: `informal` decides nothing, `consensus` never votes, the other two follow the General Assembly. */
export const ProfileId = z.enum(['informal', 'consensus', 'committee', 'plenary']);
export type ProfileId = z.infer<typeof ProfileId>;

/** The ways of voting. */
export const Method = z.enum(['recorded', 'show-of-hands', 'roll-call', 'secret']);
export type Method = z.infer<typeof Method>;

/** By what something may be decided. */
export type Way = 'no-objection' | 'silence' | 'vote';

/** What a rule of procedure speaks of, where a profile has one for it. */
export type RuleTopic =
  | 'quorum'
  | 'proposals'
  | 'ballots'
  | 'majority'
  | 'importantQuestions'
  | 'agreedMajorities'
  | 'presentAndVoting'
  | 'methods'
  | 'conduct'
  | 'division'
  | 'amendments'
  | 'competing'
  | 'secret'
  | 'tie';

/** What holds for decisions in one mode. A version that was released never changes its meaning: mending is a new version. */
export interface RuleProfile {
  id: ProfileId;
  version: number;
  /** An indicative result decides nothing and is headed so. */
  isIndicative: boolean;
  /** How many members must be present to begin; told to the bureau, never enforced: it is the chair who opens a meeting. */
  quorumOpen: 'third' | 'quarter' | 'none';
  /** How many must be present for a decision. */
  quorum: 'majority-of-members' | 'none';
  /** The majorities that the bureau may choose from. */
  majorities: readonly Majority[];
  /** Those of them that the rules do not give: only what the meeting has agreed itself allows them. */
  agreedMajorities: readonly Majority[];
  majorityDefault: Majority;
  /** What equal votes mean where a simple majority is needed. */
  tie: 'rejected' | 'second-vote';
  /** The second vote after a tie is held within so many hours of the first. */
  secondVoteHours: number;
  /** The ways of voting that it knows. */
  methods: readonly Method[];
  procedures: readonly Way[];
  /** How long the lock of a vote is announced before. */
  lockWarningSeconds: number;
  /** How long an explanation of vote or position may take. */
  explanationMinutes: number;
  /** The shortest silence. */
  silenceHours: number;
  /** Who learns which delegation broke a silence. */
  breakerShown: 'chair' | 'public';
  /** The numbers of the rules of procedure that say so. */
  rules: Readonly<Partial<Record<RuleTopic, readonly number[]>>>;
}

const everyMajority: readonly Majority[] = ['simple', 'two-thirds', 'absolute', 'two-thirds-members'];

/** What all profiles have in common until one says otherwise. */
const common = {
  ...{ isIndicative: false, quorumOpen: 'none', quorum: 'none', tie: 'rejected', secondVoteHours: 48 },
  ...{ majorities: everyMajority, agreedMajorities: [], majorityDefault: 'simple' },
  methods: ['recorded', 'show-of-hands', 'roll-call', 'secret'],
  procedures: ['no-objection', 'silence', 'vote'],
  ...{ lockWarningSeconds: 10, explanationMinutes: 10, silenceHours: 72, breakerShown: 'chair', rules: {} },
} as const satisfies Partial<RuleProfile>;

/** The first versions knew a recorded vote and nothing else. */
const first = { version: 1, methods: ['recorded'], procedures: ['vote'], lockWarningSeconds: 0 } as const;

const committeeQuorum = { quorumOpen: 'quarter', quorum: 'majority-of-members' } as const;

/** Every version that was ever released, each profile's in order: a decision says under which one it was taken. */
export const profileVersions: Readonly<Record<ProfileId, readonly [RuleProfile, ...RuleProfile[]]>> = {
  informal: [
    { ...common, ...first, id: 'informal', isIndicative: true },
    // A silence adopts, and nothing is adopted here.
    { ...common, id: 'informal', version: 2, isIndicative: true, procedures: ['no-objection', 'vote'] },
  ],
  consensus: [
    { ...common, id: 'consensus', version: 1, majorities: [], methods: [], procedures: ['no-objection', 'silence'] },
  ],
  committee: [
    {
      ...{ ...common, ...first, ...committeeQuorum, id: 'committee' },
      rules: { quorum: [108], majority: [125], tie: [133] },
    },
    {
      ...{ ...common, ...committeeQuorum, id: 'committee', version: 2 },
      // Rule 125 knows the simple majority only; rule 161 lets a subsidiary organ decide otherwise for itself.
      agreedMajorities: ['two-thirds', 'absolute', 'two-thirds-members'],
      rules: {
        ...{ quorum: [108], proposals: [120], ballots: [124], majority: [125], agreedMajorities: [161] },
        ...{ presentAndVoting: [126], methods: [127], conduct: [128], division: [129], amendments: [130] },
        ...{ competing: [131], secret: [103], tie: [133] },
      },
    },
  ],
  plenary: [
    {
      ...{ ...common, id: 'plenary', version: 1 },
      ...{ quorumOpen: 'third', quorum: 'majority-of-members', tie: 'second-vote' },
      // The Charter and rule 83 know two majorities, both of those present and voting.
      agreedMajorities: ['absolute', 'two-thirds-members'],
      rules: {
        ...{ quorum: [67], proposals: [78], ballots: [82], majority: [85], importantQuestions: [83, 84] },
        ...{ presentAndVoting: [86], methods: [87], conduct: [88], division: [89], amendments: [90] },
        ...{ competing: [91], secret: [92], tie: [95] },
      },
    },
  ],
};

/** The version of a profile under which something is opened for decision now. */
export function currentProfile(id: ProfileId): RuleProfile {
  const [original, ...later] = profileVersions[id];
  return later.at(-1) ?? original;
}

/** The profile as it was when a decision was taken under it; null for one that this program does not know. */
export function profileOfDecision(id: string, version: number): RuleProfile | null {
  const known = ProfileId.options.find((each) => each === id);
  return (known && profileVersions[known].find((each) => each.version === version)) ?? null;
}

/** How many of so many members a profile asks for: to open a meeting, and to decide; null where it asks for none. */
export function quorumsOf(
  { quorumOpen, quorum }: RuleProfile,
  members: number,
): { open: number | null; decide: number | null } {
  const part = { third: 3, quarter: 4, none: null }[quorumOpen];
  return {
    // At least a third or a quarter: a part of a member is one more.
    open: part && Math.floor((members + part - 1) / part),
    decide: quorum === 'none' ? null : Math.floor(members / 2) + 1,
  };
}
