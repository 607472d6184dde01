/**
 * Random people at random instants against a plain model of the procedure, written from practice and not from the rules' code:
 * a text, a deadline, at most one standing objection. Time jumps by hours, to the very deadline and a millisecond beyond it.
 */
import { duties } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { openingOf, roundOf } from '@shared/domain/silence/shape.ts';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type House, house } from '../support/build.ts';

vi.setConfig({ testTimeout: 60_000 });

const hour = 3_600_000;
const people = ['KEN', 'FRA'] as const;

type Act =
  | 'break'
  | 'stale'
  | 'retract'
  | 'restore'
  | 'extend'
  | 'withdraw'
  | 'revise'
  | 'renew'
  | 'open'
  | 'rights'
  | 'wait';
const acts: readonly Act[] = [
  ...['break', 'break', 'break', 'stale', 'retract', 'retract', 'retract', 'restore', 'restore', 'restore'],
  ...['extend', 'withdraw', 'revise', 'renew', 'renew', 'open', 'open', 'open', 'rights', 'wait', 'wait', 'wait'],
] as Act[];

interface Step {
  act: Act;
  who: (typeof people)[number];
  /** How time goes on before the act: by so many hours, or to the deadline and so many milliseconds beyond it. */
  jump: { hours: number } | { past: number };
  /** The server is down until the act comes in: nothing is done before it. */
  isDown: boolean;
}

interface Model {
  now: number;
  where: 'prepared' | 'silent' | 'broken' | 'adopted' | 'withdrawn' | 'revision';
  round: number;
  deadline: number;
  set: number;
  objector: string | null;
  isTakenBack: boolean;
  barred: Set<string>;
  reminders: number[];
  reminded: number;
  adoptions: number;
}

/** What the program does by itself up to an instant. */
function pass(m: Model): void {
  if (m.where !== 'silent') return;
  if (m.now > m.deadline) {
    m.where = 'adopted';
    m.adoptions += 1;
    return;
  }
  const left = m.deadline - m.now;
  // The shortest notice that is due says it all.
  for (const hours of [2, 24, 48]) {
    if (left > hours * hour || hours >= m.reminded) continue;
    if (m.deadline - m.set > hours * hour) {
      m.reminders.push(hours);
      m.reminded = hours;
    }
    return;
  }
}

/** Whether an act is accepted, and what it does. */
function ask(m: Model, { act, who }: Step): boolean {
  const inTime = m.now <= m.deadline;
  switch (act) {
    case 'break':
      if (m.barred.has(who) || m.where !== 'silent' || !inTime) return false;
      Object.assign(m, { where: 'broken', objector: who, isTakenBack: false });
      return true;
    case 'stale':
      return false;
    case 'retract':
      if (m.where !== 'broken' || m.objector !== who) return false;
      if (!m.isTakenBack && !inTime) return false;
      m.isTakenBack = true;
      return true;
    case 'restore':
      if (m.where !== 'broken' || !m.isTakenBack || !inTime || m.deadline === m.now) return false;
      Object.assign(m, { where: 'silent', set: m.now, reminded: Number.POSITIVE_INFINITY });
      return true;
    case 'extend':
      if (m.where !== 'silent' || !inTime) return false;
      Object.assign(m, { deadline: m.deadline + 30 * hour, set: m.now, reminded: Number.POSITIVE_INFINITY });
      return true;
    case 'withdraw':
      if (m.where === 'adopted' || m.where === 'withdrawn' || (m.where === 'silent' && !inTime)) return false;
      m.where = 'withdrawn';
      return true;
    case 'revise':
      if (m.where !== 'broken' && m.where !== 'withdrawn' && m.where !== 'revision') return false;
      m.where = 'revision';
      return true;
    case 'renew':
      if (m.where !== 'revision') return false;
      Object.assign(m, { where: 'prepared', round: m.round + 1, objector: null });
      return true;
    case 'open':
      if (m.where !== 'prepared') return false;
      Object.assign(m, { where: 'silent', deadline: m.now + 80 * hour, set: m.now });
      Object.assign(m, { objector: null, isTakenBack: false, reminded: Number.POSITIVE_INFINITY });
      return true;
    case 'rights':
      if (!m.barred.delete(who)) m.barred.add(who);
      return true;
    case 'wait':
      return true;
  }
}

const silenceId = 'id-s';

/** The same act in the consultation. */
function put(h: House, m: Model, { act, who }: Step) {
  const at = <C extends CommandName>(by: string, type: C, payload: CommandData<C>) => {
    h.now = m.now - 1_000;
    return !('refused' in h.try(by, type, payload));
  };
  const round = m.round;
  const id = must(h.state.plenary.silence.order[0], silenceId);
  const objection = { silenceId: id, isConfirmed: true as const, reason: `Of ${who}.`, alternative: null };
  switch (act) {
    case 'break':
      return () => at(`${who}-1`, 'silence.break', { ...objection, round });
    case 'stale':
      return () => at(`${who}-1`, 'silence.break', { ...objection, round: round + 1 });
    case 'retract':
      return () => at(`${who}-2`, 'silence.retract', { silenceId: id });
    case 'restore':
      return () => at('mod', 'silence.restore', { silenceId: id, deadlineAt: m.deadline });
    case 'extend':
      return () => at('sec', 'silence.extend', { silenceId: id, deadlineAt: m.deadline + 30 * hour });
    case 'withdraw':
      return () => at('mod', 'silence.withdraw', { silenceId: id, reason: 'No more.' });
    case 'revise':
      return () => at('mod', 'silence.revise', { silenceId: id });
    case 'renew':
      return () => at('mod', 'silence.renew', { silenceId: id });
    case 'open':
      return () =>
        at('mod', 'silence.open', { silenceId: id, deadlineAt: m.now + 80 * hour, languagesWaived: 'They follow.' });
    case 'rights':
      return () => at('sec', 'delegation.setCredentials', { delegationId: who, hasCredentials: m.barred.has(who) });
    case 'wait':
      return () => true;
  }
}

/** What the host does of what is owed. */
function perform(h: House, now: number): void {
  for (const { type, payload } of duties(h.state, now)) {
    h.now = now - 1_000;
    h.try('system', type, payload as never);
  }
}

const steps = fc.array(
  fc.record({
    act: fc.constantFrom(...acts),
    who: fc.constantFrom(...people),
    jump: fc.oneof(
      { weight: 6, arbitrary: fc.record({ hours: fc.integer({ min: 0, max: 20 }) }) },
      { weight: 1, arbitrary: fc.record({ past: fc.constantFrom(-1, 0, 1) }) },
    ),
    isDown: fc.boolean(),
  }),
  { minLength: 5, maxLength: 80, size: 'max' },
);

/** A consultation with one item whose first round is prepared. */
function begun(): { h: House; m: Model } {
  const h = house({ profile: 'committee' });
  h.openRooms({ rooms: 2 });
  const itemId = h.reported(1, 'One');
  h.step('deciding');
  h.stage(itemId, 'ready');
  h.act('mod', 'silence.prepare', { itemId });
  const m: Model = { now: h.now, where: 'prepared', round: 1, deadline: 0, set: 0, objector: null } as Model;
  return {
    h,
    m: Object.assign(m, { isTakenBack: false, barred: new Set(), reminders: [], reminded: 0, adoptions: 0 }),
  };
}

const named = { prepared: 'prepared', silent: 'under-silence', broken: 'broken', adopted: 'adopted' } as const;

test('[SIL-6] [SIL-7] [SIL-8] [SIL-9] [SIL-10] [SIL-12] [SIL-15] whoever asks for whatever, and whenever, the model agrees', () => {
  const seen = { adopted: 0, broken: 0, restored: 0, rounds: 0, reminders: 0 };
  fc.assert(
    fc.property(steps, (plan) => {
      const { h, m } = begun();
      for (const step of plan) {
        const to = 'hours' in step.jump ? m.now + step.jump.hours * hour + 1_000 : m.deadline + step.jump.past;
        m.now = Math.max(m.now, to);
        if (!step.isDown) {
          perform(h, m.now);
          pass(m);
        }
        const act = put(h, m, step);
        const isAccepted = act();
        expect(isAccepted, `${step.act} in ${m.where}`).toBe(ask(m, step));
        perform(h, m.now);
        pass(m);
        agree(h, m);
        if (isAccepted && step.act === 'restore') seen.restored += 1;
        if (isAccepted && step.act === 'break') seen.broken += 1;
      }
      seen.adopted += m.adoptions;
      seen.rounds = Math.max(seen.rounds, m.round);
      seen.reminders += m.reminders.length;
    }),
    { numRuns: 120, seed: 20_200_327 },
  );
  // The trials are worth something.
  expect(Object.entries(seen).filter(([, n]) => n < 3)).toEqual([]);
});

function agree(h: House, m: Model): void {
  const silence = must(Object.values(h.state.plenary.silence.byId)[0], 'silence');
  expect(silence.phase).toBe(m.where in named ? named[m.where as keyof typeof named] : m.where);
  expect(roundOf(silence).number).toBe(m.round);
  if (m.where === 'silent' || m.where === 'broken') expect(openingOf(silence).deadlineAt).toBe(m.deadline);
  const told = silence.rounds.flatMap(({ opening }) => opening?.reminders.map(({ hours }) => hours) ?? []);
  expect(told).toEqual(m.reminders);
  expect(h.events.filter(({ type }) => type === 'silence.SilenceAdopted')).toHaveLength(m.adoptions);
  expect(JSON.stringify(silence)).not.toMatch(/Of (KEN|FRA|JPN)\./);
}
