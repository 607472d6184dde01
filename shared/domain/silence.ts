import * as z from 'zod/mini';
import { board, standing } from './board.ts';
import { profileOf } from './consultation.ts';
import { members } from './delegation.ts';
import { DelegationId, ItemId, PanelId, ParticipantId, RemarkId, SilenceId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, refuse } from './kernel/slice.ts';
import { Instant, Language, line, text } from './kernel/words.ts';
import {
  deadlineRefusal,
  eligible,
  ended,
  found,
  isEntitled,
  memberStates,
  prepared,
  tabledAnew,
  textRefusal,
} from './silence/rules.ts';
import { hourMs, openingOf, reminderDue, roundOf, silencesOn } from './silence/shape.ts';
import { Revision, revised } from './silence/text.ts';
import { settledRefusal } from './standingDecision.ts';
import { isUnderDecision } from './underDecision.ts';

const Id = { silenceId: SilenceId };
const Round = z.int().check(z.minimum(1), z.maximum(100));
const Reason = line(1_000);
const Objected = { reason: z.nullable(line(4_000)), alternative: z.nullable(text(20_000)) };
const Of = { ...Id, delegationId: DelegationId };
const mostRemarks = 1_000;

/** A text is adopted by a deadline unless one member state breaks silence; broken, it comes back in a new round. */
export const silence = defineSlice({
  name: 'silence',
  commands: {
    prepare: z.strictObject({ itemId: ItemId }),
    markLanguage: z.strictObject({ ...Id, language: Language, isReady: z.boolean() }),
    open: z.strictObject({
      ...Id,
      deadlineAt: Instant,
      /** Why it is shorter than the rule profile asks. */
      shorterBecause: z.optional(Reason),
      /** Why it is opened although some languages are missing. */
      languagesWaived: z.optional(Reason),
    }),
    extend: z.strictObject({ ...Id, deadlineAt: Instant, reason: z.optional(Reason) }),
    remind: z.strictObject(Id),
    /** Breaks silence; the round is named, so that a page that was left open breaks no later one. */
    break: z.strictObject({ ...Id, round: Round, isConfirmed: z.literal(true), ...Objected }),
    retract: z.strictObject(Id),
    restore: z.strictObject({ ...Id, deadlineAt: Instant }),
    adopt: z.strictObject(Id),
    withdraw: z.strictObject({ ...Id, reason: Reason }),
    /** Takes a text up for revision, or changes it while it is being revised. */
    revise: z.strictObject({ ...Id, revision: z.optional(Revision) }),
    renew: z.strictObject(Id),
    circulate: z.strictObject({ ...Id, round: Round }),
    say: z.strictObject({ ...Id, kind: z.enum(['comment', 'question']), text: line(4_000) }),
    answer: z.strictObject({ ...Id, remarkId: RemarkId, text: line(4_000) }),
    read: z.strictObject(Id),
    takeNote: z.strictObject(Id),
  },
  events: {
    plenary: {
      RoundPrepared: z.strictObject({
        ...Id,
        ...{ itemId: ItemId, panelId: PanelId, round: Round, itemVersion: z.int() },
        textHash: z.string(),
        languages: z.array(Language),
      }),
      LanguageMarked: z.strictObject({ ...Id, language: Language, isReady: z.boolean() }),
      SilenceOpened: z.strictObject({
        ...Id,
        deadlineAt: Instant,
        minimumHours: z.int(),
        shorterBecause: z.nullable(Reason),
        languagesWaived: z.nullable(Reason),
        breakerShown: z.enum(['chair', 'public']),
        profile: z.string(),
        profileVersion: z.int(),
        notified: z.array(DelegationId),
      }),
      DeadlineSet: z.strictObject({
        ...{ ...Id, as: z.enum(['extended', 'restored']), deadlineAt: Instant, reason: z.nullable(Reason) },
      }),
      ReminderSent: z.strictObject({ ...Id, hours: z.int() }),
      SilenceBroken: z.strictObject({
        ...{ ...Id, by: z.nullable(DelegationId), ...Objected },
        /** No entry's head tells who broke; absent from journals that were written before. */
        isNotedByAll: z.optional(z.literal(true)),
      }),
      ObjectionRetracted: z.strictObject(Id),
      ObjectionCirculated: z.strictObject({ ...Id, round: Round, by: DelegationId, ...Objected }),
      SilenceWithdrawn: z.strictObject({ ...Id, reason: Reason }),
      SilenceAdopted: z.strictObject(Id),
      TextRevised: z.strictObject(Id),
      RemarkMade: z.strictObject({
        ...{ ...Of, remarkId: RemarkId, kind: z.enum(['comment', 'question']), text: line(4_000) },
      }),
      QuestionAnswered: z.strictObject({ ...Id, remarkId: RemarkId, text: line(4_000) }),
      NoteTaken: z.strictObject(Id),
    },
    bureau: {
      ObjectionHeard: z.strictObject({ ...Of, round: Round, by: ParticipantId, ...Objected }),
      ObjectionTakenBack: z.strictObject(Of),
      TextRead: z.strictObject({ ...Of, round: Round }),
    },
    /** Every member state gets the first two alike (SIL-16); the others are in journals that were written before. */
    delegation: {
      BreakNoted: z.strictObject({
        ...Id,
        own: z.nullable(z.strictObject({ delegationId: DelegationId, round: Round, by: ParticipantId, ...Objected })),
      }),
      RetractionNoted: z.strictObject({ ...Id, isOwn: z.boolean() }),
      OwnObjectionMade: z.strictObject({ ...Of, round: Round, by: ParticipantId, ...Objected }),
      OwnObjectionRetracted: z.strictObject(Id),
    },
  },
  decide: {
    prepare({ plenary }, { itemId }, { newId, sha256 }, tell) {
      const item = eligible(plenary, itemId);
      if ('refused' in item) return item;
      // SIL-1: one procedure at a time on an item.
      const others = silencesOn(plenary.silence, itemId);
      if (others.some(({ phase }) => phase !== 'withdrawn' && phase !== 'adopted'))
        return refuse('silence.another-on-item');
      return [tell.plenary.RoundPrepared({ silenceId: newId(), ...prepared(plenary, item, 1, sha256) })];
    },
    markLanguage({ plenary }, { silenceId, language, isReady }, _context, tell) {
      const known = found(plenary, silenceId, 'mark-language');
      if ('refused' in known) return known;
      const entry = roundOf(known).languages.find((each) => each.language === language);
      if (!entry) return refuse('silence.language-unknown');
      return entry.isReady === isReady ? [] : [tell.plenary.LanguageMarked({ silenceId, language, isReady })];
    },
    open({ plenary }, { silenceId, deadlineAt, shorterBecause = null, languagesWaived = null }, context, tell) {
      const known = found(plenary, silenceId, 'open');
      if ('refused' in known) return known;
      const notified = members(plenary.delegation).map(({ id }) => id);
      const { silenceHours, breakerShown, id: profile, version: profileVersion } = profileOf(plenary.consultation);
      const isShorter = deadlineAt - context.now < silenceHours * hourMs;
      const isMissing = roundOf(known).languages.some(({ isReady }) => !isReady);
      const refused =
        textRefusal(plenary, known, context) ??
        deadlineRefusal(deadlineAt, context.now) ??
        (notified.length === 0 ? refuse('silence.nobody-entitled') : null) ??
        (isShorter && shorterBecause === null ? refuse('silence.too-short', { hours: silenceHours }) : null) ?? // SIL-3
        (isMissing && languagesWaived === null ? refuse('silence.languages-missing') : null); // SIL-4
      if (refused) return refused;
      return [
        tell.plenary.SilenceOpened({
          ...{ silenceId, deadlineAt, minimumHours: silenceHours, breakerShown, notified },
          shorterBecause: isShorter ? shorterBecause : null,
          languagesWaived: isMissing ? languagesWaived : null,
          ...{ profile, profileVersion },
        }),
      ];
    },
    extend({ plenary }, { silenceId, deadlineAt, reason = null }, { now }, tell) {
      const known = found(plenary, silenceId, 'extend');
      if ('refused' in known) return known;
      const standing = openingOf(known).deadlineAt;
      if (now > standing) return refuse('silence.deadline-passed'); // SIL-9
      if (deadlineAt <= standing) return refuse('silence.deadline-shorter');
      return (
        deadlineRefusal(deadlineAt, now) ?? [
          tell.plenary.DeadlineSet({ silenceId, as: 'extended', deadlineAt, reason }),
        ]
      );
    },
    remind({ plenary }, { silenceId }, { now }, tell) {
      const known = found(plenary, silenceId, 'remind');
      if ('refused' in known) return known;
      const opening = openingOf(known);
      const hours = now > opening.deadlineAt ? null : reminderDue(opening, now);
      return hours === null ? [] : [tell.plenary.ReminderSent({ silenceId, hours })];
    },
    break({ plenary }, { silenceId, round, reason, alternative }, { actor, now }, tell) {
      if (!isEntitled(plenary, actor)) return refuse('silence.not-entitled'); // SIL-6: the right before the existence
      const known = found(plenary, silenceId, 'break');
      if ('refused' in known) return known;
      if (roundOf(known).number !== round) return refuse('silence.other-round');
      const { deadlineAt, breakerShown } = openingOf(known);
      if (now > deadlineAt) return refuse('silence.deadline-passed'); // SIL-7
      const { participantId: by, delegationId } = actor;
      const own = { delegationId, round, by, reason, alternative };
      const nobody = { by: null, reason: null, alternative: null };
      const isPublic = breakerShown === 'public'; // SIL-16
      return [
        tell.plenary.SilenceBroken({
          silenceId,
          ...(isPublic ? { by: delegationId, reason, alternative } : nobody),
          isNotedByAll: true,
        }),
        tell.bureau.ObjectionHeard({ silenceId, ...own }),
        ...memberStates(plenary).map((id) =>
          tell.delegation(id).BreakNoted({ silenceId, own: id === delegationId ? own : null }),
        ),
      ];
    },
    retract(state, { silenceId }, { actor, now }, tell) {
      const mine = actor.kind === 'system' ? null : actor.delegationId;
      const last = state.bureau.silence.objections[silenceId]?.at(-1);
      if (mine === null || !last || last.delegationId !== mine) return refuse('silence.no-objection-of-yours'); // SIL-8
      const known = found(state.plenary, silenceId, 'retract');
      if ('refused' in known) return known;
      if (last.round !== roundOf(known).number) return refuse('silence.no-objection-of-yours');
      if (last.retractedAt !== null) return [];
      if (now > openingOf(known).deadlineAt) return refuse('silence.deadline-passed');
      return [
        tell.plenary.ObjectionRetracted({ silenceId }),
        tell.bureau.ObjectionTakenBack({ silenceId, delegationId: mine }),
        ...memberStates(state.plenary).map((id) =>
          tell.delegation(id).RetractionNoted({ silenceId, isOwn: id === mine }),
        ),
      ];
    },
    restore({ plenary }, { silenceId, deadlineAt }, context, tell) {
      const known = found(plenary, silenceId, 'restore');
      if ('refused' in known) return known;
      const opening = openingOf(known);
      if (opening.objections.at(-1)?.retractedAt === null) return refuse('silence.objection-stands'); // SIL-8
      if (deadlineAt < opening.deadlineAt) return refuse('silence.deadline-shorter');
      const refused = deadlineRefusal(deadlineAt, context.now) ?? textRefusal(plenary, known, context);
      return refused ?? [tell.plenary.DeadlineSet({ silenceId, as: 'restored', deadlineAt, reason: null })];
    },
    adopt({ plenary }, { silenceId }, { now }, tell) {
      const known = found(plenary, silenceId, 'adopt');
      if ('refused' in known) return known;
      if (now <= openingOf(known).deadlineAt) return refuse('silence.not-due'); // SIL-7
      const { itemId } = known;
      return [
        tell.plenary.SilenceAdopted({ silenceId }),
        board.tell.plenary.ItemStaged({ itemId, stage: 'decided', before: null }), // SIL-11
      ];
    },
    withdraw({ plenary }, { silenceId, reason }, { now }, tell) {
      const known = found(plenary, silenceId, 'withdraw');
      if ('refused' in known) return known;
      // What nobody has broken by its deadline is adopted, whichever the server comes to first.
      if (known.phase === 'under-silence' && now > openingOf(known).deadlineAt)
        return refuse('silence.deadline-passed');
      return [tell.plenary.SilenceWithdrawn({ silenceId, reason })];
    },
    revise({ plenary }, { silenceId, revision }, { newId }, tell) {
      const known = found(plenary, silenceId, 'revise');
      if ('refused' in known) return known;
      const item = standing(plenary.board, known.itemId);
      if ('refused' in item) return item;
      // SIL-15: another procedure, or another decision, has the item now.
      const newest = silencesOn(plenary.silence, known.itemId).at(-1);
      if (newest?.id !== silenceId || isUnderDecision(plenary, known.itemId))
        return refuse('silence.item-under-decision');
      if (item.disposition || item.stage !== 'ready') return refuse('silence.item-not-ready');
      const settled = settledRefusal(plenary, item);
      if (settled) return settled;
      return [
        tell.plenary.TextRevised({ silenceId }),
        ...(revision ? tabledAnew(item, revised(item, revision, newId)) : []),
      ];
    },
    renew({ plenary }, { silenceId }, { sha256 }, tell) {
      const known = found(plenary, silenceId, 'renew');
      if ('refused' in known) return known;
      const item = eligible(plenary, known.itemId);
      if ('refused' in item) return item;
      const round = roundOf(known).number + 1;
      if (round > 100) return refuse('silence.too-many-rounds');
      return [tell.plenary.RoundPrepared({ silenceId, ...prepared(plenary, item, round, sha256) })];
    },
    circulate({ plenary, bureau }, { silenceId, round }, _context, tell) {
      const known = plenary.silence.byId[silenceId];
      const shown = known?.rounds[round - 1]?.opening?.objections.at(-1);
      const heard = bureau.silence.objections[silenceId]?.findLast((each) => each.round === round);
      if (!shown || !heard || shown.by !== null) return refuse('silence.nothing-to-circulate'); // SIL-16
      const { delegationId: by, reason, alternative } = heard;
      return [tell.plenary.ObjectionCirculated({ silenceId, round, by, reason, alternative })];
    },
    say({ plenary }, { silenceId, kind, text: said }, { actor, newId }, tell) {
      if (actor.kind === 'system' || actor.delegationId === null) return refuse('rights.not-permitted');
      const known = found(plenary, silenceId, 'say');
      if ('refused' in known) return known;
      if (known.remarks.length >= mostRemarks) return refuse('silence.too-many-remarks');
      const { delegationId } = actor;
      return [tell.plenary.RemarkMade({ silenceId, delegationId, remarkId: newId(), kind, text: said })]; // SIL-13
    },
    answer({ plenary }, { silenceId, remarkId, text: said }, _context, tell) {
      const remark = plenary.silence.byId[silenceId]?.remarks.find(({ id }) => id === remarkId);
      if (remark?.kind !== 'question') return refuse('silence.not-a-question');
      return [tell.plenary.QuestionAnswered({ silenceId, remarkId, text: said })];
    },
    read({ plenary, bureau }, { silenceId }, { actor }, tell) {
      const known = plenary.silence.byId[silenceId];
      if (!known) return refuse('silence.unknown');
      // SIL-14: consent needs no act, so it is nobody's business but the bureau's who has opened the page.
      if (actor.kind === 'system' || actor.delegationId === null || known.phase !== 'under-silence') return [];
      const { delegationId } = actor;
      const round = roundOf(known).number;
      if (bureau.silence.read[silenceId]?.[round]?.[delegationId] !== undefined) return [];
      return [tell.bureau.TextRead({ silenceId, delegationId, round })];
    },
    takeNote({ plenary }, { silenceId }, _context, tell) {
      const known = found(plenary, silenceId, 'take-note');
      if ('refused' in known) return known;
      return known.notedAt === null ? [tell.plenary.NoteTaken({ silenceId })] : []; // SIL-17
    },
  },
  evolve: {
    plenary: {
      RoundPrepared(silences, { silenceId: id, itemId, panelId, round, languages, ...meant }, { at }) {
        if (!silences.byId[id]) silences.order.push(id);
        const known = (silences.byId[id] ??= {
          ...{ id, itemId, panelId, phase: 'prepared', rounds: [], remarks: [], notedAt: null },
        });
        known.phase = 'prepared';
        const ready = languages.map((language) => ({ language, isReady: false }));
        known.rounds.push({ number: round, ...meant, languages: ready, preparedAt: at, opening: null, end: null });
      },
      LanguageMarked({ byId }, { silenceId, language, isReady }) {
        const entry = roundOf(must(byId[silenceId], 'silence')).languages.find((each) => each.language === language);
        if (entry) entry.isReady = isReady;
      },
      SilenceOpened({ byId }, { silenceId, ...terms }, { at }) {
        const known = must(byId[silenceId], 'silence');
        known.phase = 'under-silence';
        roundOf(known).opening = {
          ...{ ...terms, openedAt: at, setAt: at, reminded: null, changes: [], reminders: [], objections: [] },
        };
      },
      DeadlineSet({ byId }, { silenceId, ...change }, { at }) {
        const known = must(byId[silenceId], 'silence');
        const opening = openingOf(known);
        opening.changes.push({ ...change, at });
        Object.assign(opening, { deadlineAt: change.deadlineAt, setAt: at, reminded: null });
        if (change.as === 'restored') ended(known, 'under-silence', null);
      },
      ReminderSent({ byId }, { silenceId, hours }, { at }) {
        const opening = openingOf(must(byId[silenceId], 'silence'));
        opening.reminders.push({ hours, at });
        opening.reminded = hours;
      },
      SilenceBroken({ byId }, { silenceId, isNotedByAll, ...objection }, { at }) {
        const known = must(byId[silenceId], 'silence');
        const noted = isNotedByAll ? { isNotedByAll } : {};
        openingOf(known).objections.push({ ...objection, at, retractedAt: null, ...noted });
        ended(known, 'broken', { as: 'broken', at, reason: null });
      },
      ObjectionRetracted({ byId }, { silenceId }, { at }) {
        must(openingOf(must(byId[silenceId], 'silence')).objections.at(-1), 'objection').retractedAt = at;
      },
      ObjectionCirculated({ byId }, { silenceId, round, ...objection }) {
        const shown = must(byId[silenceId], 'silence').rounds[round - 1]?.opening?.objections.at(-1);
        Object.assign(must(shown, 'objection'), objection);
      },
      SilenceWithdrawn({ byId }, { silenceId, reason }, { at }) {
        const known = must(byId[silenceId], 'silence');
        // A round that was broken before stays so.
        ended(known, 'withdrawn', { as: 'withdrawn', at, ...roundOf(known).end, reason });
      },
      SilenceAdopted({ byId }, { silenceId }, { at }) {
        ended(must(byId[silenceId], 'silence'), 'adopted', { as: 'adopted', at, reason: null });
      },
      TextRevised({ byId }, { silenceId }) {
        must(byId[silenceId], 'silence').phase = 'revision';
      },
      RemarkMade({ byId }, { silenceId, remarkId: id, ...said }, { at }) {
        const known = must(byId[silenceId], 'silence');
        known.remarks.push({ id, ...said, round: roundOf(known).number, at, answer: null });
      },
      QuestionAnswered({ byId }, { silenceId, remarkId, text: said }, { at }) {
        const remark = must(byId[silenceId], 'silence').remarks.find(({ id }) => id === remarkId);
        must(remark, 'question').answer = { text: said, at };
      },
      NoteTaken({ byId }, { silenceId }, { at }) {
        must(byId[silenceId], 'silence').notedAt = at;
      },
    },
    bureau: {
      ObjectionHeard({ objections }, { silenceId, ...objection }, { at }) {
        (objections[silenceId] ??= []).push({ ...objection, at, retractedAt: null });
      },
      ObjectionTakenBack({ objections }, { silenceId }, { at }) {
        must(objections[silenceId]?.at(-1), 'objection').retractedAt = at;
      },
      TextRead({ read }, { silenceId, delegationId, round }, { at }) {
        ((read[silenceId] ??= {})[round] ??= {})[delegationId] = at;
      },
    },
    delegation: {
      BreakNoted(objections, { silenceId, own }, { at }) {
        if (own) (objections[silenceId] ??= []).push({ ...own, at, retractedAt: null });
      },
      RetractionNoted(objections, { silenceId, isOwn }, { at }) {
        if (isOwn) must(objections[silenceId]?.at(-1), 'objection').retractedAt = at;
      },
      OwnObjectionMade(own, { silenceId, ...objection }, { at }) {
        (own[silenceId] ??= []).push({ ...objection, at, retractedAt: null });
      },
      OwnObjectionRetracted(own, { silenceId }, { at }) {
        must(own[silenceId]?.at(-1), 'objection').retractedAt = at;
      },
    },
  },
});
