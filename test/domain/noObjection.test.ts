import { duties, nextDeadline } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { seeded } from '@shared/domain/kernel/random.ts';
import { isRefusal } from '@shared/domain/kernel/slice.ts';
import { adoptedCall, runningCall } from '@shared/domain/noObjection.ts';
import { noObjectionProcedure } from '@shared/domain/procedures/noObjection.ts';
import { endsOf } from '@shared/domain/procedures/procedure.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, type HouseOptions, house, houseCodes } from '../support/build.ts';

let h: House;
let item: string;
let other: string;

function deciding(options: HouseOptions = {}): void {
  h = house(options);
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One');
  other = h.reported(2, 'Two');
  h.step('deciding');
  h.stage(item, 'ready');
  h.stage(other, 'ready');
}

/** Asks at an instant: the house lets a second pass before each act. */
function at<T>(instant: number, act: () => T): T {
  h.now = instant - 1_000;
  return act();
}

const call = (itemId = item, seconds = 10, present: number | null = null, who = 'mod') =>
  h.try(who, 'noObjection.call', { itemId, seconds, present });
const called = (itemId = item, seconds = 10, present: number | null = null) => {
  const told = call(itemId, seconds, present);
  if (isRefusal(told)) throw new Error(told.refused);
  return String(must(told[0], 'call').data.callId);
};
const object = (callId: string, who = 'KEN-1') => h.try(who, 'noObjection.object', { callId });
const retract = (callId: string, who = 'KEN-1') => h.try(who, 'noObjection.retract', { callId });
const gavel = (callId: string) => h.try('system', 'noObjection.gavel', { callId });
const callOf = (callId: string) => must(h.state.plenary.noObjection.byId[callId], 'call');
const openVote = (itemId = item) => h.try('mod', 'vote.open', { itemId, majority: 'simple', present: null });

beforeEach(() => deciding());

describe('calling for adoption', () => {
  test('[NOB-1] of an item that is ready, in the version that stands there, which then neither moves nor changes', () => {
    const callId = called();
    expect(callOf(callId)).toMatchObject({ phase: 'running', itemId: item, itemVersion: 1, panelId: h.panel() });
    expect(h.try('mod', 'board.stage', { itemId: item, stage: 'decided', before: null })).toEqual({
      refused: 'board.under-vote',
    });
    expect(h.try('mod', 'lineage.merge', { into: other, itemIds: [item] })).toEqual({ refused: 'board.under-vote' });
    expect(h.try('mod', 'panel.goTo', { panelId: h.panel(), step: 'commenting' })).toHaveProperty('refused');
    expect(h.try('sec', 'consultation.close', {})).toHaveProperty('refused');
  });

  test('[NOB-1] not of what is elsewhere, set aside or unknown, and by the bureau while the panel decides', () => {
    h.stage(item, 'under-comment');
    expect(call()).toEqual({ refused: 'noObjection.item-not-ready' });
    h.dispose(other, 'parked', 'Later.');
    expect(call(other)).toEqual({ refused: 'board.unknown' });
    expect(call('nothing')).toEqual({ refused: 'board.unknown' });
    h.stage(item, 'ready');
    for (const who of ['KEN-1', 'pan-1', 'VAT-1', 'screen'])
      expect(call(item, 10, null, who), who).toEqual({ refused: 'rights.not-permitted' });
    h.act('mod', 'panel.goTo', { panelId: h.panel(), step: 'commenting' });
    expect(call()).toMatchObject({ refused: 'panel.wrong-step' });
  });

  test('[NOB-2] the countdown lasts as long as the bureau says', () => {
    const callId = called(item, 45);
    expect(callOf(callId).endsAt).toBe(h.now + 45_000);
    expect(nextDeadline(h.state)).toBe(h.now + 45_001);
  });

  test('[NOB-3] twice for one item is once; for another, or while a vote runs, it is refused, and so is a vote', () => {
    const callId = called();
    expect(call()).toEqual([]);
    expect(h.state.plenary.noObjection.order).toEqual([callId]);
    expect(call(other)).toEqual({ refused: 'noObjection.another-is-running', details: { callId } });
    expect(openVote(other)).toEqual({ refused: 'noObjection.another-is-running', details: { callId } });
    h.act('mod', 'noObjection.callOff', { callId });
    const voteId = h.openVote(other);
    expect(call()).toEqual({ refused: 'vote.another-is-running', details: { voteId } });
    expect(call(other)).toEqual({ refused: 'board.under-vote' });
  });

  test('[NOB-3] what was adopted is not called for again', () => {
    const callId = called();
    at(callOf(callId).endsAt + 1, () => gavel(callId));
    expect(adoptedCall(h.state.plenary, item)?.id).toBe(callId);
    expect(call()).toEqual({ refused: 'noObjection.already-adopted' });
  });

  test('[NOB-4] under the profile in force, which a call fixes', () => {
    const { terms } = callOf(called());
    expect(terms).toMatchObject({ isIndicative: true, profile: 'informal', members: houseCodes.length, present: null });
    expect(h.try('mod', 'consultation.chooseProfile', { profile: 'committee' })).toEqual({
      refused: 'consultation.profile-is-fixed',
    });
  });

  test('[NOB-4] a quorum is needed where the profile has one: 8 of 15 adopt, 7 do not', () => {
    deciding({ profile: 'committee' });
    expect(call()).toEqual({ refused: 'vote.presence-missing' });
    expect(call(item, 10, 16)).toEqual({ refused: 'vote.presence-too-high', details: { members: 15 } });
    expect(call(item, 10, 7)).toEqual({ refused: 'noObjection.no-quorum', details: { present: 7, required: 8 } });
    expect(callOf(called(item, 10, 8)).terms).toMatchObject({ isIndicative: false, present: 8 });
  });

  test('[NOB-4] where nobody could object nothing is adopted', () => {
    for (const delegationId of houseCodes)
      h.act('sec', 'delegation.setCredentials', { delegationId, hasCredentials: false });
    expect(call()).toEqual({ refused: 'vote.nobody-entitled' });
  });
});

describe('objecting', () => {
  test('[NOB-5] only delegates of member states with credentials, at this instant', () => {
    const callId = called(item, 120);
    h.act('sec', 'delegation.setCredentials', { delegationId: 'FRA', hasCredentials: false });
    expect(object(callId, 'FRA-1')).toEqual({ refused: 'noObjection.not-entitled' });
    expect(object('nothing', 'FRA-1')).toEqual({ refused: 'noObjection.not-entitled' });
    for (const who of ['VAT-1', 'IOM-1', 'pan-1', 'mod', 'sec', 'screen'])
      expect(object(callId, who), who).toHaveProperty('refused');
    h.act('sec', 'delegation.setCredentials', { delegationId: 'FRA', hasCredentials: true });
    expect(object(callId, 'FRA-1')).toHaveLength(1);
    expect(object('nothing')).toEqual({ refused: 'noObjection.unknown' });
  });

  test('[NOB-6] one objection stops it and is named; another person of the delegation changes nothing', () => {
    const callId = called();
    object(callId);
    expect(callOf(callId)).toMatchObject({ phase: 'objected', objector: 'KEN' });
    expect(object(callId, 'KEN-2')).toEqual([]);
    expect(object(callId, 'FRA-1')).toEqual({ refused: 'noObjection.over' });
    expect(runningCall(h.state.plenary)).toBeNull();
    expect(nextDeadline(h.state)).toBeNull();
  });

  test('[NOB-6] at the last instant it counts, one millisecond later it does not', () => {
    const first = called();
    expect(at(callOf(first).endsAt, () => object(first))).toHaveLength(1);
    const second = called(other);
    expect(at(callOf(second).endsAt + 1, () => object(second))).toEqual({ refused: 'noObjection.too-late' });
  });

  test('[NOB-7] the objection is taken back by its delegation alone; nothing is adopted, and the chair calls anew', () => {
    const callId = called();
    expect(retract(callId)).toEqual({ refused: 'noObjection.not-yours' });
    object(callId);
    expect(retract(callId, 'FRA-1')).toEqual({ refused: 'noObjection.not-yours' });
    expect(retract(callId, 'KEN-2')).toHaveLength(1);
    expect(retract(callId)).toEqual([]);
    expect(callOf(callId)).toMatchObject({ phase: 'retracted', objector: 'KEN' });
    expect(at(callOf(callId).endsAt + 1, () => gavel(callId))).toEqual([]);
    const anew = called();
    object(anew);
    called();
    expect(retract(anew)).toEqual({ refused: 'noObjection.over' });
  });
});

describe('the gavel', () => {
  test('[NOB-8] falls after the last instant, once, and by the program alone', () => {
    const callId = called();
    const { endsAt } = callOf(callId);
    expect(h.try('mod', 'noObjection.gavel', { callId })).toEqual({ refused: 'rights.not-permitted' });
    expect(at(endsAt, () => gavel(callId))).toEqual([]);
    expect(duties(h.state, endsAt)).toEqual([]);
    expect(duties(h.state, endsAt + 1)).toEqual([{ type: 'noObjection.gavel', payload: { callId } }]);
    expect(at(endsAt + 1, () => gavel(callId))).toHaveLength(1);
    expect(callOf(callId)).toMatchObject({ phase: 'adopted', endedAt: endsAt + 1 });
    expect(gavel(callId)).toEqual([]);
    expect(nextDeadline(h.state)).toBeNull();
  });

  test('[NOB-9] that comes late adopts nothing: the countdown was interrupted', () => {
    const late = called();
    at(callOf(late).endsAt + 5_001, () => gavel(late));
    expect(callOf(late)).toMatchObject({ phase: 'called-off', why: 'interrupted' });
    const inTime = called();
    at(callOf(inTime).endsAt + 5_000, () => gavel(inTime));
    expect(callOf(inTime)).toMatchObject({ phase: 'adopted' });
  });

  test('[NOB-9] of a program that was started while the countdown ran adopts nothing', () => {
    const callId = called();
    h.servingSince = h.now + 1;
    at(callOf(callId).endsAt + 1, () => gavel(callId));
    expect(callOf(callId)).toMatchObject({ phase: 'called-off', why: 'interrupted' });
    const anew = called();
    at(callOf(anew).endsAt + 1, () => gavel(anew));
    expect(callOf(anew)).toMatchObject({ phase: 'adopted' });
  });

  test('[NOB-10] the bureau calls a running countdown off, and what has ended stays as it ended', () => {
    const callId = called();
    h.act('sec', 'noObjection.callOff', { callId });
    expect(callOf(callId)).toMatchObject({ phase: 'called-off', why: 'chair' });
    expect(h.try('mod', 'noObjection.callOff', { callId })).toEqual([]);
    expect(object(callId)).toEqual({ refused: 'noObjection.over' });
    const again = called();
    object(again);
    expect(h.try('mod', 'noObjection.callOff', { callId: again })).toEqual({ refused: 'noObjection.over' });
    expect(h.try('mod', 'noObjection.callOff', { callId: 'nothing' })).toEqual({ refused: 'noObjection.unknown' });
  });

  test('[NOB-10] the phases that it ends in are the ones that nothing leads out of', () => {
    expect(endsOf(noObjectionProcedure).sort()).toEqual(['adopted', 'called-off', 'retracted']);
  });
});

describe('against a plain reference', () => {
  /** The rules once more, as briefly as one can say them, for one item and instants that only grow. */
  class Reference {
    calls: { phase: string; from: number; until: number; by?: string }[] = [];
    servingSince = 0;

    call(now: number, seconds: number): boolean {
      if (this.calls.some(({ phase }) => phase === 'adopted')) return false;
      if (this.calls.at(-1)?.phase === 'running') return true;
      this.calls.push({ phase: 'running', from: now, until: now + seconds * 1_000 });
      return true;
    }
    object(now: number, by: string): boolean {
      const last = this.calls.at(-1);
      if (last?.phase === 'objected' && last.by === by) return true;
      if (last?.phase !== 'running' || now > last.until) return false;
      Object.assign(last, { phase: 'objected', by });
      return true;
    }
    retract(by: string): boolean {
      const last = this.calls.at(-1);
      if (last?.by !== by) return false;
      last.phase = 'retracted';
      return true;
    }
    callOff(): boolean {
      const last = this.calls.at(-1);
      if (last?.phase !== 'running' && last?.phase !== 'called-off') return false;
      last.phase = 'called-off';
      return true;
    }
    gavel(now: number): boolean {
      const last = this.calls.at(-1);
      if (last?.phase !== 'running' || now <= last.until) return true;
      last.phase = now <= last.until + 5_000 && this.servingSince <= last.from ? 'adopted' : 'called-off';
      return true;
    }
  }

  test('[NOB-3] [NOB-6] [NOB-8] [NOB-9] random acts of random people at random instants come to the same', () => {
    const seen = new Set<string>();
    const trial = (steps: readonly number[]) => {
      deciding();
      const reference = new Reference();
      let now = h.now + 5_000;
      for (const drawn of steps) {
        const chance = seeded(String(drawn));
        const last = h.state.plenary.noObjection.order.at(-1) ?? 'nothing';
        const ends = reference.calls.at(-1)?.until ?? 0;
        // Now and then exactly at the end of the countdown, or just beside it.
        const edge = ends + chance.below(3) - 1;
        now = chance.below(3) === 0 && edge > now ? edge : now + 1 + chance.below(6_000);
        const who = ['KEN', 'FRA', 'JPN'][chance.below(3)] ?? 'KEN';
        const acts = {
          call: () => [call(), reference.call(now, 10)] as const,
          object: () => [object(last, `${who}-1`), reference.object(now, who)] as const,
          retract: () => [retract(last, `${who}-1`), reference.retract(who)] as const,
          callOff: () => [h.try('mod', 'noObjection.callOff', { callId: last }), reference.callOff()] as const,
          gavel: () => [gavel(last), reference.gavel(now)] as const,
          restart: () => {
            h.servingSince = now;
            reference.servingSince = now;
            return [[], true] as const;
          },
        };
        const names = ['call', 'call', 'object', 'object', 'retract', 'gavel', 'gavel', 'gavel', 'callOff'] as const;
        const name = chance.below(20) === 0 ? 'restart' : (names[chance.below(names.length)] ?? 'call');
        const [answer, isAllowed] = at(now, () => acts[name]());
        if (isRefusal(answer) === isAllowed) expect.fail(`${name} at ${now}: ${JSON.stringify(answer)}`);
        const phases = h.state.plenary.noObjection.order.map((id) => callOf(id).phase);
        expect(phases).toEqual(reference.calls.map(({ phase }) => phase));
        for (const phase of phases) seen.add(phase);
      }
    };
    const step = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    fc.assert(fc.property(fc.array(step, { maxLength: 40, size: 'max' }), trial), { numRuns: 150 });
    expect([...seen].sort()).toEqual(['adopted', 'called-off', 'objected', 'retracted', 'running']);
  });
});
