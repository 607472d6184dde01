import * as z from 'zod/mini';
import { versionsOf } from './board.ts';
import { profileOf } from './consultation.ts';
import { explainable } from './explanation/explainable.ts';
import {
  barOf,
  Explained,
  type Explanation,
  type ExplanationList,
  type Explanations,
  hasExplained,
  isOfSecretVote,
  isOvertaken,
  isSameSubject,
  nextOf,
} from './explanation/shape.ts';
import { DelegationId, ExplanationListId, ItemId, PanelId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { type Context, defineSlice, isRefusal, type Refusal, refuse } from './kernel/slice.ts';
import { Instant, line } from './kernel/words.ts';
import { Subject } from './motion.ts';
import { explanationProcedure } from './procedures/explanation.ts';
import { leads } from './procedures/procedure.ts';
import type { ConsultationState, Plenary } from './state.ts';
import { openingRefusal } from './underDecision.ts';

/** EXP-3: annex V, paragraph 6. */
const mostMinutes = 10;
export const longestExplanation = 4_000;

const theItem: Subject = { kind: 'item' };

const Minutes = z.int().check(z.minimum(1), z.maximum(mostMinutes));
const Paragraphs = z.array(z.int().check(z.minimum(1), z.maximum(500))).check(z.maxLength(100));
const Whose = { listId: ExplanationListId, delegationId: DelegationId };

/** Explanations of vote or position, before and after a decision: a list, the floor with a clock, texts for the record. */
export const explanation = defineSlice({
  name: 'explanation',
  commands: {
    openList: z.strictObject({ explained: Explained, subject: z.optional(Subject), minutes: Minutes }),
    closeList: z.strictObject({ listId: ExplanationListId }),
    ask: z.strictObject({ listId: ExplanationListId }),
    withdraw: z.strictObject({ listId: ExplanationListId }),
    file: z.strictObject({
      listId: ExplanationListId,
      text: line(longestExplanation),
      dissociates: z.optional(Paragraphs),
    }),
    giveFloor: z.strictObject(Whose),
    end: z.strictObject(Whose),
  },
  events: {
    plenary: {
      ListOpened: z.strictObject({
        listId: ExplanationListId,
        explained: Explained,
        itemId: ItemId,
        panelId: PanelId,
        itemVersion: z.int(),
        subject: z.optional(Subject),
        minutes: z.int(),
      }),
      ListReopened: z.strictObject({ listId: ExplanationListId, minutes: z.optional(z.int()) }),
      ListClosed: z.strictObject({ listId: ExplanationListId }),
      FloorAsked: z.strictObject(Whose),
      ExplanationWithdrawn: z.strictObject(Whose),
      TextFiled: z.strictObject({ ...Whose, text: z.string(), dissociates: z.optional(Paragraphs) }),
      FloorGiven: z.strictObject({ ...Whose, endsAt: Instant }),
      ExplanationEnded: z.strictObject(Whose),
    },
  },
  decide: {
    openList({ plenary }, { explained, subject, minutes }, { newId }, tell) {
      const { explanationMinutes } = profileOf(plenary.consultation);
      if (minutes > explanationMinutes) return refuse('explanation.too-long', { minutes: explanationMinutes }); // EXP-3
      const facts = explainable(plenary, explained, subject);
      if (isRefusal(facts)) return facts;
      const known = listOn(plenary, explained, facts.subject);
      if (known?.isOpen) return [];
      if (known) return [tell.plenary.ListReopened({ listId: known.id, minutes })];
      const { itemId, panelId, itemVersion } = facts;
      return [
        tell.plenary.ListOpened({
          ...{ listId: newId(), explained, itemId, panelId, itemVersion, minutes },
          ...(facts.subject.kind === 'item' ? {} : { subject: facts.subject }),
        }),
      ];
    },
    closeList({ plenary }, { listId }, _context, tell) {
      const list = plenary.explanation.byId[listId];
      if (!list) return refuse('explanation.unknown');
      return list.isOpen ? [tell.plenary.ListClosed({ listId })] : [];
    },
    ask(state, { listId }, { actor }, tell) {
      const found = mine(state, listId, actor);
      if (isRefusal(found)) return found;
      const { list, entry, delegationId } = found;
      if (entry?.phase === 'waiting' || entry?.phase === 'speaking') return [];
      if (hasExplained(state.plenary, list, delegationId)) return refuse('explanation.once'); // EXP-6
      const closed = closedRefusal(state.plenary, list);
      if (closed) return closed;
      if (!leads(explanationProcedure, entry?.phase ?? 'absent', 'ask')) return refuse('explanation.once');
      return [tell.plenary.FloorAsked({ listId, delegationId })];
    },
    withdraw(state, { listId }, { actor }, tell) {
      const list = state.plenary.explanation.byId[listId];
      if (!list) return refuse('explanation.unknown');
      const delegationId = actor.kind === 'system' ? null : actor.delegationId;
      const entry = list.entries.find((each) => each.delegationId === delegationId);
      if (!entry) return [];
      if (!leads(explanationProcedure, entry.phase, 'withdraw')) return refuse('explanation.begun'); // EXP-7
      return [tell.plenary.ExplanationWithdrawn({ listId, delegationId: entry.delegationId })];
    },
    file(state, { listId, text, dissociates = [] }, { actor }, tell) {
      const found = mine(state, listId, actor);
      if (isRefusal(found)) return found;
      const { list, entry, delegationId } = found;
      // EXP-10: who was heard may still hand in the text; others need the list to be open.
      const closed = entry?.phase === 'given' || entry?.phase === 'speaking' ? null : filingRefusal(state, found);
      if (closed) return closed;
      if (entry?.phase !== 'given' && !leads(explanationProcedure, entry?.phase ?? 'absent', 'file'))
        return refuse('explanation.once');
      const wrong = dissociationRefusal(state.plenary, list, dissociates);
      if (wrong) return wrong;
      const paragraphs = [...new Set(dissociates)].sort((a, b) => a - b);
      return [
        tell.plenary.TextFiled({
          listId,
          delegationId,
          text,
          ...(paragraphs.length > 0 && { dissociates: paragraphs }),
        }),
      ];
    },
    giveFloor({ plenary }, { listId, delegationId }, { now }, tell) {
      const list = plenary.explanation.byId[listId];
      if (!list) return refuse('explanation.unknown');
      const { speaking } = plenary.explanation;
      // Pressed twice, given once.
      if (speaking?.listId === listId && speaking.delegationId === delegationId) return [];
      const held = openingRefusal(plenary); // EXP-8
      if (held) return held;
      const over = overRefusal(plenary, list);
      if (over) return over;
      const entry = list.entries.find((each) => each.delegationId === delegationId);
      if (
        !leads(explanationProcedure, entry?.phase ?? 'absent', 'give-floor') ||
        nextOf(plenary, list) !== delegationId
      )
        return refuse('explanation.not-next');
      return [tell.plenary.FloorGiven({ listId, delegationId, endsAt: now + list.minutes * 60_000 })];
    },
    end({ plenary }, { listId, delegationId }, { actor }, tell) {
      // EXP-9: the chair, or the delegation itself.
      if (actor.kind === 'participant' && actor.role === 'delegate' && actor.delegationId !== delegationId)
        return refuse('rights.not-permitted');
      const entry = plenary.explanation.byId[listId]?.entries.find((each) => each.delegationId === delegationId);
      if (!entry) return refuse('explanation.unknown');
      if (entry.phase === 'given') return [];
      if (!leads(explanationProcedure, entry.phase, 'end')) return refuse('explanation.not-speaking');
      return [tell.plenary.ExplanationEnded({ listId, delegationId })];
    },
  },
  evolve: {
    plenary: {
      ListOpened(all, { listId, subject = theItem, ...facts }, { at }) {
        all.byId[listId] = { id: listId, subject, ...facts, openedAt: at, isOpen: true, entries: [] };
        all.order.push(listId);
      },
      ListReopened(all, { listId, minutes }) {
        const list = must(all.byId[listId], 'list');
        Object.assign(list, { isOpen: true, minutes: minutes ?? list.minutes });
      },
      ListClosed(all, { listId }) {
        must(all.byId[listId], 'list').isOpen = false;
      },
      FloorAsked(all, { listId, delegationId }, { at }) {
        const list = must(all.byId[listId], 'list');
        const entry = entryOf(list, delegationId, at);
        // Who hands in a text first and asks for the floor later stands at the end.
        list.entries = [...list.entries.filter((each) => each !== entry), entry];
        Object.assign(entry, { phase: 'waiting', askedAt: at });
      },
      ExplanationWithdrawn(all, { listId, delegationId }) {
        const list = must(all.byId[listId], 'list');
        list.entries = list.entries.filter((each) => each.delegationId !== delegationId);
      },
      TextFiled(all, { listId, delegationId, text, dissociates = [] }, { at }) {
        Object.assign(entryOf(must(all.byId[listId], 'list'), delegationId, at), { text, dissociates });
      },
      FloorGiven(all, { listId, delegationId, endsAt }, { at }) {
        Object.assign(entryIn(all, listId, delegationId), { phase: 'speaking', startedAt: at });
        all.speaking = { listId, delegationId, endsAt };
      },
      ExplanationEnded(all, { listId, delegationId }, { at }) {
        Object.assign(entryIn(all, listId, delegationId), { phase: 'given', endedAt: at });
        all.speaking = null;
      },
    },
  },
});

/** The list of what is explained; before a decision the one that no decision has overtaken. */
function listOn(plenary: Plenary, { kind, id }: Explained, subject: Subject): ExplanationList | undefined {
  return Object.values(plenary.explanation.byId).find(
    (list) =>
      list.explained.kind === kind &&
      list.explained.id === id &&
      (kind !== 'item' || isSameSubject(list.subject, subject)) &&
      !isOvertaken(plenary, list),
  );
}

interface Mine {
  list: ExplanationList;
  delegationId: DelegationId;
  entry: Explanation | undefined;
}

/** One's own delegation's place on a list, or why it can have none: the right is looked at first, then the sponsor's bar. */
function mine({ plenary }: ConsultationState, listId: ExplanationListId, actor: Context['actor']): Mine | Refusal {
  const delegationId = actor.kind === 'system' ? null : actor.delegationId;
  const list = plenary.explanation.byId[listId];
  if (!list || delegationId === null) return refuse('explanation.unknown');
  const bar = barOf(plenary, list, delegationId);
  if (bar === 'explanation.sponsor') return refuse('explanation.sponsor'); // EXP-5
  if (bar) return refuse('explanation.not-entitled'); // EXP-4
  if (isOfSecretVote(plenary, list)) return refuse('explanation.secret-ballot'); // EXP-2: also a text of who was heard before
  return { list, delegationId, entry: list.entries.find((each) => each.delegationId === delegationId) };
}

/** Why nothing more is said on a list: what it was before has begun, or is secret. */
function overRefusal(plenary: Plenary, list: ExplanationList): Refusal | null {
  if (isOfSecretVote(plenary, list)) return refuse('explanation.secret-ballot');
  return isOvertaken(plenary, list) ? refuse('explanation.decision-begun') : null;
}

function closedRefusal(plenary: Plenary, list: ExplanationList): Refusal | null {
  const over = overRefusal(plenary, list);
  if (over) return over;
  return list.isOpen ? null : refuse('explanation.list-closed');
}

function filingRefusal({ plenary }: ConsultationState, { list, delegationId }: Mine): Refusal | null {
  return hasExplained(plenary, list, delegationId) ? refuse('explanation.once') : closedRefusal(plenary, list);
}

/** EXP-11: from what was voted on nobody dissociates itself, and only from paragraphs that there are. */
function dissociationRefusal({ board }: Plenary, list: ExplanationList, paragraphs: readonly number[]): Refusal | null {
  if (paragraphs.length === 0) return null;
  if (list.explained.kind === 'vote') return refuse('explanation.no-dissociation');
  const text = versionsOf(board.items[list.itemId]).find(({ version }) => version === list.itemVersion);
  const last = text?.draft.blocks.length ?? 0;
  return paragraphs.some((number) => number > last) ? refuse('explanation.no-such-paragraph', { last }) : null;
}

/** A delegation's entry, a new one where it has none. */
function entryOf(list: ExplanationList, delegationId: DelegationId, at: number): Explanation {
  const known = list.entries.find((each) => each.delegationId === delegationId);
  if (known) return known;
  list.entries.push({
    ...{ delegationId, phase: 'filed', askedAt: at, startedAt: null, endedAt: null, text: null, dissociates: [] },
  });
  return must(list.entries.at(-1), 'entry');
}

function entryIn(all: Explanations, listId: ExplanationListId, delegationId: DelegationId): Explanation {
  const list = must(all.byId[listId], 'list');
  return must(
    list.entries.find((each) => each.delegationId === delegationId),
    'entry',
  );
}
