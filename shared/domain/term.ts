import * as z from 'zod/mini';
import { DisagreementId, ItemId, RoomId, TermId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, type Refusal, refuse } from './kernel/slice.ts';
import { Instant, Language, line, text } from './kernel/words.ts';
import type { ConsultationState } from './state.ts';
import { folded } from './terms/words.ts';

/** `agreed`: language that a text has settled; `working`: what is meant here and now; `contested`: not even that. */
export const TermStatus = z.enum(['agreed', 'working', 'contested']);
export type TermStatus = z.infer<typeof TermStatus>;

const TermName = z.strictObject({
  language: Language,
  preferred: line(120),
  variants: z.array(line(120)).check(z.maxLength(20)),
});
export type TermName = z.infer<typeof TermName>;

/** A term as a consultation uses it. */
export const TermFacts = z.strictObject({
  names: z.array(TermName).check(z.minLength(1), z.maxLength(6)),
  definition: line(1_000),
  source: z.strictObject({ document: text(300), paragraph: text(60) }),
  status: TermStatus,
  /** A neutral working term to use instead; empty where none is known. */
  neutral: text(120),
  /** What is disputed about it. */
  note: text(500),
});
export type TermFacts = z.infer<typeof TermFacts>;

/** What a parked disagreement came to: a neutral term, a definition, or nothing yet. */
export const TermOutcome = z.union([
  z.strictObject({ as: z.literal('working-term'), words: line(120) }),
  z.strictObject({ as: z.literal('definition'), words: line(1_000) }),
  z.strictObject({ as: z.literal('left-open') }),
]);
export type TermOutcome = z.infer<typeof TermOutcome>;

/** A disagreement about a term, parked so that the room goes on. */
export interface Disagreement {
  id: DisagreementId;
  /** The term of the glossary; null where it has none, then the words say which. */
  termId: TermId | null;
  words: string;
  /** What rooms said, in the order in which they did; never who. */
  notes: { roomId: RoomId; note: string }[];
  /** When its clock began: as it was parked, or reopened. */
  parkedAt: number;
  /** By when the bureau wants it settled. */
  dueAt: number | null;
  takenUpAt: number | null;
  outcome: TermOutcome | null;
  settledAt: number | null;
}

export interface Terms {
  /** What differs from the base glossary: defined here, or struck out (null). */
  byId: Record<TermId, (TermFacts & { definedAt: number }) | null>;
  disagreements: Disagreement[];
}

/** In a room: the drafts from which a disagreement was parked. */
export type TermsWithin = Record<DisagreementId, ItemId[]>;

const most = { terms: 500, disagreements: 500, notes: 300 } as const;
const Named = z.strictObject({ disagreementId: DisagreementId });

/** The terms of the consultation, and the disagreements about them that rooms have parked. */
export const term = defineSlice({
  name: 'term',
  commands: {
    /** Defines a term, or anew one that is known; of the base glossary too. */
    define: z.strictObject({ termId: TermId, facts: TermFacts }),
    strike: z.strictObject({ termId: TermId }),
    /** Takes a term back to what the base glossary says, which may be nothing. */
    restore: z.strictObject({ termId: TermId }),
    park: z.strictObject({
      roomId: RoomId,
      itemId: z.nullable(ItemId),
      termId: z.nullable(TermId),
      words: line(120),
      note: text(500),
    }),
    setTime: z.strictObject({ disagreementId: DisagreementId, dueAt: z.nullable(Instant) }),
    takeUp: Named,
    settle: z.strictObject({ disagreementId: DisagreementId, outcome: TermOutcome }),
    reopen: Named,
  },
  events: {
    plenary: {
      TermDefined: z.strictObject({ termId: TermId, facts: TermFacts }),
      TermStruck: z.strictObject({ termId: TermId }),
      TermRestored: z.strictObject({ termId: TermId }),
      DisagreementParked: z.strictObject({
        disagreementId: DisagreementId,
        termId: z.nullable(TermId),
        words: line(120),
        roomId: RoomId,
        note: text(500),
      }),
      DisagreementJoined: z.strictObject({ disagreementId: DisagreementId, roomId: RoomId, note: text(500) }),
      TimeSet: z.strictObject({ disagreementId: DisagreementId, dueAt: z.nullable(Instant) }),
      DisagreementTakenUp: Named,
      DisagreementSettled: z.strictObject({ disagreementId: DisagreementId, outcome: TermOutcome }),
      DisagreementReopened: Named,
    },
    room: {
      DisagreementRaised: z.strictObject({ disagreementId: DisagreementId, itemId: z.nullable(ItemId) }),
    },
  },
  decide: {
    define({ plenary }, { termId, facts }, _context, tell) {
      const languages = facts.names.map(({ language }) => language);
      if (new Set(languages).size !== languages.length) return refuse('term.language-twice'); // TERM-2
      const known = plenary.term.byId;
      const taken = Object.entries(known).some(([id, other]) => id !== termId && other && sharesName(other, facts));
      if (taken) return refuse('term.name-taken');
      if (!(termId in known) && Object.keys(known).length >= most.terms) return refuse('term.too-many');
      return [tell.plenary.TermDefined({ termId, facts })];
    },
    strike({ plenary }, { termId }, _context, tell) {
      const known = plenary.term.byId;
      if (known[termId] === null) return [];
      if (!(termId in known) && Object.keys(known).length >= most.terms) return refuse('term.too-many');
      return [tell.plenary.TermStruck({ termId })];
    },
    restore({ plenary }, { termId }, _context, tell) {
      return termId in plenary.term.byId ? [tell.plenary.TermRestored({ termId })] : refuse('term.unknown');
    },
    park(state, { roomId, itemId, termId, words, note }, { newId }, tell) {
      const room = state.plenary.room.byId[roomId];
      if (!room) return refuse('room.unknown');
      if (room.phase === 'frozen') return refuse('room.frozen');
      if (itemId !== null && !state.room[roomId]?.actionItem.byId[itemId]) return refuse('actionItem.unknown');
      const { byId, disagreements } = state.plenary.term;
      if (termId !== null && byId[termId] === null) return refuse('term.struck');
      const first = disagreements.find((each) => each.outcome === null && isAbout(each, termId, words)); // TERM-4
      // TERM-3: the room is told too, and with that the act is nobody's where nobody may be named.
      if (!first) {
        if (disagreements.length >= most.disagreements) return refuse('term.too-many-parked');
        const disagreementId = newId();
        return [
          tell.plenary.DisagreementParked({ disagreementId, termId, words, roomId, note }),
          tell.room(roomId).DisagreementRaised({ disagreementId, itemId }),
        ];
      }
      if (first.notes.some((each) => each.roomId === roomId && each.note === note)) return [];
      if (first.notes.length >= most.notes) return refuse('term.too-many-parked');
      return [
        tell.plenary.DisagreementJoined({ disagreementId: first.id, roomId, note }),
        tell.room(roomId).DisagreementRaised({ disagreementId: first.id, itemId }),
      ];
    },
    setTime({ plenary }, { disagreementId, dueAt }, { now }, tell) {
      const found = unsettled(plenary.term, disagreementId);
      if ('refused' in found) return found;
      if (dueAt !== null && dueAt <= now) return refuse('term.time-past'); // TERM-5
      return found.dueAt === dueAt ? [] : [tell.plenary.TimeSet({ disagreementId, dueAt })];
    },
    takeUp({ plenary }, { disagreementId }, _context, tell) {
      const found = unsettled(plenary.term, disagreementId);
      if ('refused' in found) return found;
      return found.takenUpAt === null ? [tell.plenary.DisagreementTakenUp({ disagreementId })] : [];
    },
    settle({ plenary }, { disagreementId, outcome }, _context, tell) {
      const found = unsettled(plenary.term, disagreementId);
      return 'refused' in found ? found : [tell.plenary.DisagreementSettled({ disagreementId, outcome })];
    },
    reopen({ plenary }, { disagreementId }, _context, tell) {
      const { byId, disagreements } = plenary.term;
      const found = disagreements.find((each) => each.id === disagreementId);
      if (!found) return refuse('term.disagreement-unknown');
      if (found.outcome === null) return refuse('term.not-settled');
      // TERM-11: two of the same would wait side by side.
      const { termId, words } = found;
      if (disagreements.some((each) => each.outcome === null && isAbout(each, termId, words)))
        return refuse('term.parked-anew');
      if (termId !== null && byId[termId] === null) return refuse('term.struck');
      return [tell.plenary.DisagreementReopened({ disagreementId })];
    },
  },
  evolve: {
    plenary: {
      TermDefined(terms, { termId, facts }, { at }) {
        terms.byId[termId] = { ...facts, definedAt: at };
      },
      TermStruck(terms, { termId }) {
        terms.byId[termId] = null;
      },
      TermRestored(terms, { termId }) {
        delete terms.byId[termId];
      },
      DisagreementParked(terms, { disagreementId, termId, words, roomId, note }, { at }) {
        terms.disagreements.push({
          ...{ id: disagreementId, termId, words, notes: [{ roomId, note }], parkedAt: at },
          ...{ dueAt: null, takenUpAt: null, outcome: null, settledAt: null },
        });
      },
      DisagreementJoined(terms, { disagreementId, roomId, note }) {
        disagreementOf(terms, disagreementId).notes.push({ roomId, note });
      },
      TimeSet(terms, { disagreementId, dueAt }) {
        disagreementOf(terms, disagreementId).dueAt = dueAt;
      },
      DisagreementTakenUp(terms, { disagreementId }, { at }) {
        disagreementOf(terms, disagreementId).takenUpAt = at;
      },
      DisagreementSettled(terms, { disagreementId, outcome }, { at }) {
        Object.assign(disagreementOf(terms, disagreementId), { outcome, settledAt: at });
      },
      DisagreementReopened(terms, { disagreementId }, { at }) {
        const anew = { parkedAt: at, dueAt: null, takenUpAt: null, outcome: null, settledAt: null };
        Object.assign(disagreementOf(terms, disagreementId), anew);
      },
    },
    room: {
      DisagreementRaised(raised, { disagreementId, itemId }) {
        const items = (raised[disagreementId] ??= []);
        if (itemId !== null && !items.includes(itemId)) items.push(itemId);
      },
    },
  },
});

function disagreementOf({ disagreements }: Terms, id: DisagreementId): Disagreement {
  return must(
    disagreements.find((each) => each.id === id),
    'disagreement',
  );
}

/** TERM-6: a disagreement is acted on until it is settled. */
function unsettled(
  { disagreements }: ConsultationState['plenary']['term'],
  id: DisagreementId,
): Disagreement | Refusal {
  const found = disagreements.find((each) => each.id === id);
  if (!found) return refuse('term.disagreement-unknown');
  return found.outcome === null ? found : refuse('term.settled');
}

function sharesName(one: TermFacts, other: TermFacts): boolean {
  return one.names.some(({ language, preferred }) =>
    other.names.some((name) => name.language === language && folded(name.preferred) === folded(preferred)),
  );
}

function isAbout(parked: Disagreement, termId: TermId | null, words: string): boolean {
  if (parked.termId !== null && termId !== null) return parked.termId === termId;
  return folded(parked.words) === folded(words);
}
