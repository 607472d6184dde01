/** What is known of the silence procedures: rounds, deadlines, what was said; who broke is here only where everyone may know. */
import type { DelegationId, ItemId, PanelId, ParticipantId, RemarkId, SilenceId } from '../kernel/ids.ts';
import { must } from '../kernel/must.ts';
import type { Language } from '../kernel/words.ts';

export type SilencePhase = 'prepared' | 'under-silence' | 'adopted' | 'broken' | 'withdrawn' | 'revision';

/** An objection as everyone knows it; who made it, and why, is null until the bureau has circulated it. */
export interface ShownObjection {
  by: DelegationId | null;
  reason: string | null;
  alternative: string | null;
  at: number;
  retractedAt: number | null;
  /** No entry's head tells who made it; absent where the journal was written before that was so. */
  isNotedByAll?: true;
}

/** A deadline that was set anew: lengthened, or restored after a retracted objection. */
interface NewDeadline {
  as: 'extended' | 'restored';
  deadlineAt: number;
  reason: string | null;
  at: number;
}

/** What a round was opened under. */
export interface Opening {
  openedAt: number;
  /** The last instant at which an objection is taken (epoch ms). */
  deadlineAt: number;
  /** When this deadline was set: reminders count from here. */
  setAt: number;
  minimumHours: number;
  /** Why it is shorter than the profile asks; null where it is not. */
  shorterBecause: string | null;
  /** Why it was opened without some of the languages; null where none is missing. */
  languagesWaived: string | null;
  breakerShown: 'chair' | 'public';
  profile: string;
  profileVersion: number;
  /** The member states with credentials when it was opened. */
  notified: DelegationId[];
  changes: NewDeadline[];
  reminders: { hours: number; at: number }[];
  /** The last reminder of this deadline, in hours before it. */
  reminded: number | null;
  objections: ShownObjection[];
}

export interface SilenceRound {
  number: number;
  /** The version of the item that is meant, and the SHA-256 of its canonical text. */
  itemVersion: number;
  textHash: string;
  languages: { language: Language; isReady: boolean }[];
  preparedAt: number;
  opening: Opening | null;
  /** How it ended; null while it has not. */
  end: { as: 'adopted' | 'broken' | 'withdrawn'; at: number; reason: string | null } | null;
}

/** What somebody said during a procedure; it never breaks silence. */
export interface SilenceRemark {
  id: RemarkId;
  kind: 'comment' | 'question';
  text: string;
  delegationId: DelegationId;
  round: number;
  at: number;
  answer: { text: string; at: number } | null;
}

export interface Silence {
  id: SilenceId;
  itemId: ItemId;
  panelId: PanelId;
  phase: SilencePhase;
  /** Oldest first; the last is the one in hand. */
  rounds: SilenceRound[];
  remarks: SilenceRemark[];
  /** When the first plenary took note of the adoption. */
  notedAt: number | null;
}

export interface Silences {
  byId: Record<SilenceId, Silence>;
  order: SilenceId[];
}

/** An objection as the bureau and the objector's own people know it. */
export interface Objection {
  round: number;
  delegationId: DelegationId;
  by: ParticipantId;
  reason: string | null;
  alternative: string | null;
  at: number;
  retractedAt: number | null;
}

/** What only the bureau knows: who broke silence, and which delegations have opened the text of which round. */
export interface SilencesForBureau {
  objections: Record<SilenceId, Objection[]>;
  read: Record<SilenceId, Record<number, Record<DelegationId, number>>>;
}

/** A delegation's own objections. */
export type OwnObjections = Record<SilenceId, Objection[]>;

/** The round in hand. */
export const roundOf = ({ rounds }: Silence): SilenceRound => must(rounds.at(-1), 'round');

/** What the round in hand was opened under. */
export const openingOf = (silence: Silence): Opening => must(roundOf(silence).opening, 'opening');

/** The procedures on an item, oldest first. */
export function silencesOn({ byId, order }: Silences, itemId: ItemId): Silence[] {
  return order.map((id) => must(byId[id], 'silence')).filter((silence) => silence.itemId === itemId);
}

/** Whether silence was broken by a delegation that only the bureau knows, in a journal so old that the heads in its chain tell which. */
export const hasHiddenBreaker = ({ byId }: Silences): boolean =>
  Object.values(byId).some(({ rounds }) =>
    rounds.some(({ opening }) => opening?.objections.some(({ by, isNotedByAll }) => by === null && !isNotedByAll)),
  );

/** Whether that version of an item was adopted by silence. */
export function isAdoptedBySilence({ byId }: Silences, itemId: string, version: number): boolean {
  return Object.values(byId).some(
    (each) => each.itemId === itemId && each.phase === 'adopted' && each.rounds.at(-1)?.itemVersion === version,
  );
}

/** Hours before the deadline at which everyone is reminded (SIL-12). */
const reminderHours: readonly number[] = [48, 24, 2];

export const hourMs = 3_600_000;

/** The next reminder of the deadline in hand; null where none is left. */
export function nextReminder({ deadlineAt, setAt, reminded }: Opening): { hours: number; at: number } | null {
  const left = reminderHours
    .map((hours) => ({ hours, at: deadlineAt - hours * hourMs }))
    .filter(({ hours, at }) => at > setAt && (reminded === null || hours < reminded));
  return left[0] ?? null;
}

/** The reminder that is to be sent at an instant: the latest that has fallen due, for those before it are no longer true. */
export function reminderDue(opening: Opening, now: number): number | null {
  const { deadlineAt, setAt, reminded } = opening;
  const due = reminderHours.filter((hours) => {
    const at = deadlineAt - hours * hourMs;
    return at > setAt && at <= now && (reminded === null || hours < reminded);
  });
  return due.at(-1) ?? null;
}
