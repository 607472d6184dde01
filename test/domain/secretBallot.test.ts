import { duties } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { isRefusal } from '@shared/domain/kernel/slice.ts';
import { endsOf, leads } from '@shared/domain/procedures/procedure.ts';
import { secretBallotProcedure } from '@shared/domain/procedures/secretBallot.ts';
import { type SecretChoice, uncounted } from '@shared/domain/secretBallot.ts';
import { fewBallots, isSecret, secretPhase } from '@shared/domain/secretCount.ts';
import { vote } from '@shared/domain/vote.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house, houseCodes } from '../support/build.ts';
import { plans, play } from '../support/trials.ts';

let h: House;
let item: string;
let voteId: string;

const open = (method: 'secret' | 'recorded' = 'secret', itemId = item) =>
  h.try('mod', 'vote.open', { itemId, majority: 'simple', present: houseCodes.length, method });
const receiptOf = (n: number) => n.toString(16).padStart(32, '0');
let drawn = 0;
const cast = (who: string, choice: SecretChoice = 'yea', receipt = receiptOf((drawn += 1))) =>
  h.try(who, 'secretBallot.cast', { voteId, choice, receipt });
const lock = () => h.lock(voteId);
const declare = () => h.try('mod', 'vote.declare', { voteId });
const known = () => must(h.state.plenary.vote.byId[voteId], 'vote');
/** Counts as the host would: what is owed, with what is in the box. */
const count = (lost = 0) => {
  const [owed] = duties(h.state, h.now);
  const { payload } = h.box.complete(must(owed, 'a count that is owed'), lost);
  return h.act('system', 'secretBallot.count', payload as Parameters<typeof h.act<'secretBallot.count'>>[2]);
};

beforeEach(() => {
  h = house({ profile: 'committee' });
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One');
  h.step('deciding');
  h.stage(item, 'ready');
  const opened = open();
  if (isRefusal(opened)) throw new Error(opened.refused);
  voteId = String(must(opened[0], 'vote').data.voteId);
});

describe('opening', () => {
  test('[SEC-1] tells the box to make the keys before it tells anybody of the vote', () => {
    const told = vote.decide.open(
      h.state,
      { itemId: item, majority: 'simple', present: 15, method: 'secret' },
      { newId: () => 'v' } as never,
      vote.tell,
    );
    // Another vote runs: nothing is made.
    expect(told).toMatchObject({ refused: 'vote.another-is-running' });
    h.act('mod', 'vote.withdraw', { voteId });
    const anew = vote.decide.open(
      h.state,
      { itemId: item, majority: 'simple', present: 15, method: 'secret' },
      { newId: () => 'v' } as never,
      vote.tell,
    );
    expect(isRefusal(anew) ? [] : anew.map(({ scope, type }) => `${scope}/${type}`)).toEqual([
      'box/vote.BoxMade',
      'plenary/vote.VoteOpened',
    ]);
  });

  test('[SEC-1] only where the rule profile knows the method', () => {
    const consensus = house();
    consensus.act('mod', 'consultation.chooseProfile', { profile: 'consensus' });
    consensus.openRooms();
    const itemId = consensus.reported(1, 'One');
    consensus.step('deciding');
    consensus.stage(itemId, 'ready');
    expect(
      consensus.try('mod', 'vote.open', { itemId, majority: 'simple', present: null, method: 'secret' }),
    ).toMatchObject({ refused: 'vote.method-not-in-profile' });
  });
});

describe('while it is open', () => {
  test('[SEC-2] only delegates of member states with credentials cast, the right before everything', () => {
    for (const who of ['mod', 'sec', 'pan-1', 'screen', 'VAT-1'])
      expect(cast(who)).toMatchObject({ refused: 'rights.not-permitted' });
    h.act('sec', 'delegation.setCredentials', { delegationId: 'KEN', hasCredentials: false });
    expect(cast('KEN-1')).toEqual({ refused: 'vote.not-entitled' });
    expect(h.try('KEN-1', 'secretBallot.cast', { voteId: 'none', choice: 'yea', receipt: receiptOf(1) })).toEqual({
      refused: 'vote.not-entitled',
    });
    expect(cast('FRA-1')).not.toHaveProperty('refused');
  });

  test('[SEC-3] a delegation casts once; whoever comes second learns whose ballot lies in the box', () => {
    cast('KEN-1', 'nay');
    const { at } = must(h.state.delegation.KEN?.secretBallot[voteId], 'own slip');
    expect(cast('KEN-1', 'yea')).toEqual({ refused: 'secretBallot.already-cast', details: { castBy: 'KEN-1', at } });
    expect(h.box.of(voteId)).toHaveLength(1);
    expect(known().received).toEqual(['KEN']);
  });

  test('[SEC-4] the choice and the receipt are told to the box alone', () => {
    const before = h.events.length;
    cast('KEN-1', 'nay', receiptOf(0xabc));
    const told = h.events.slice(before);
    expect(told.map(({ scope, type, data }) => [scope, type, data])).toEqual([
      ['plenary', 'vote.BallotReceived', { voteId, delegationId: 'KEN' }],
      ['delegation:KEN', 'secretBallot.OwnSlipReceived', { voteId, castBy: 'KEN-1' }],
    ]);
    expect(h.box.of(voteId)).toEqual([{ voteId, choice: 'nay', receipt: receiptOf(0xabc) }]);
    const everything = JSON.stringify([h.state, h.events]);
    expect(everything).not.toContain('"nay"');
    expect(everything).not.toContain(receiptOf(0xabc));
  });

  test('[SEC-4] the three choices are words of one length', () => {
    const lengths = ['yea', 'nay', 'abs'].map((choice) => JSON.stringify({ choice }).length);
    expect(new Set(lengths).size).toBe(1);
  });

  test('[SEC-5] a secret ballot is not cast as a recorded one, nor the other way round', () => {
    expect(h.try('KEN-1', 'vote.cast', { voteId, choice: 'yes' })).toEqual({ refused: 'vote.is-secret' });
    h.act('mod', 'vote.withdraw', { voteId });
    const recorded = open('recorded');
    if (isRefusal(recorded)) throw new Error(recorded.refused);
    voteId = String(must(recorded[0], 'vote').data.voteId);
    expect(cast('KEN-1')).toEqual({ refused: 'secretBallot.not-secret' });
    expect(isSecret(known())).toBe(false);
  });

  test('[SEC-5] nothing is counted or declared', () => {
    cast('KEN-1');
    expect(duties(h.state, h.now)).toEqual([]);
    expect(declare()).toEqual({ refused: 'vote.not-locked' });
    expect(h.try('mod', 'secretBallot.recount', { voteId })).toEqual({ refused: 'secretBallot.nothing-to-recount' });
    expect(
      h.act('system', 'secretBallot.count', { voteId, ...h.box.counted(h.box.of(voteId)), unreadable: 0 }),
    ).toEqual([]);
  });
});

describe('after the lock', () => {
  beforeEach(() => {
    cast('KEN-1', 'yea', receiptOf(3));
    cast('FRA-1', 'nay', receiptOf(1));
    cast('JPN-1', 'yea', receiptOf(2));
  });

  test('[SEC-6] the program counts, and no person does', () => {
    lock();
    expect(cast('CHL-1')).toEqual({ refused: 'vote.closed' });
    expect(uncounted(h.state).map(({ id }) => id)).toEqual([voteId]);
    expect(declare()).toEqual({ refused: 'secretBallot.not-counted' });
    const made = { voteId, count: { yes: 3, no: 0, abstain: 0 }, receipts: [], unreadable: 0 };
    expect(h.try('sec', 'secretBallot.count', made)).toEqual({ refused: 'rights.not-permitted' });
    count();
    expect(duties(h.state, h.now)).toEqual([]);
    expect(secretPhase(h.state.plenary, known())).toBe('counted');
  });

  test('[SEC-6] a slip too few, one too many or one that does not open is a fault in numbers, never a tally', () => {
    lock();
    count(1);
    const fault = { received: 3, slips: 3, unreadable: 1 };
    expect(h.state.plenary.secretBallot[voteId]).toEqual({ isCounted: false, fault });
    expect(declare()).toEqual({ refused: 'secretBallot.count-failed', details: fault });
    expect(duties(h.state, h.now)).toEqual([]);
    for (const receipts of [[receiptOf(1)], [1, 2, 3, 4].map(receiptOf)]) {
      h.act('mod', 'secretBallot.recount', { voteId });
      const found = { count: { yes: receipts.length, no: 0, abstain: 0 }, receipts, unreadable: 0 };
      h.act('system', 'secretBallot.count', { voteId, ...found });
      expect(secretPhase(h.state.plenary, known())).toBe('disagreeing');
    }
    expect(h.box.of(voteId)).toHaveLength(3);
    h.act('mod', 'secretBallot.recount', { voteId });
    count();
    expect(secretPhase(h.state.plenary, known())).toBe('counted');
  });

  test('[SEC-6] slips with one receipt are a fault in numbers, whatever else is right', () => {
    lock();
    const count = { yes: 2, no: 1, abstain: 0 };
    const receipts = [1, 2, 1].map(receiptOf);
    h.act('system', 'secretBallot.count', { voteId, count, receipts, unreadable: 0 });
    const fault = { received: 3, slips: 3, unreadable: 0, alike: 2 };
    expect(h.state.plenary.secretBallot[voteId]).toEqual({ isCounted: false, fault });
    expect(declare()).toEqual({ refused: 'secretBallot.count-failed', details: fault });
  });

  test('[SEC-6] [VOTE-8] what can never be counted is withdrawn, and only that', () => {
    expect(h.try('mod', 'vote.withdraw', { voteId })).toEqual({ refused: 'vote.begun' });
    lock();
    expect(h.try('mod', 'vote.withdraw', { voteId })).toEqual({ refused: 'vote.begun' });
    count(2);
    h.act('mod', 'vote.withdraw', { voteId });
    expect(known().phase).toBe('withdrawn');
    expect(h.box.of(voteId)).toEqual([]);
    expect(open()).not.toHaveProperty('refused');
  });

  test('[SEC-7] counting again is counting once, and the box is emptied with the count', () => {
    lock();
    const payload = { voteId, ...h.box.counted(h.box.of(voteId)), unreadable: 0 };
    count();
    const state = structuredClone(h.state);
    expect(h.box.of(voteId)).toEqual([]);
    expect(h.act('system', 'secretBallot.count', payload)).toEqual([]);
    expect(h.act('system', 'secretBallot.count', { ...payload, count: { yes: 0, no: 3, abstain: 0 } })).toEqual([]);
    expect(h.state).toEqual(state);
  });

  test('[SEC-8] declared are totals and receipts in their own order, and nothing else', () => {
    lock();
    count();
    expect(JSON.stringify(h.state.plenary)).not.toContain(receiptOf(1));
    declare();
    const declared = known();
    if (declared.phase !== 'declared') throw new Error(declared.phase);
    expect(declared.outcome).toMatchObject({ yes: 2, no: 1, abstain: 0, absent: 12, result: 'carried' });
    expect(declared.rollCall).toEqual({});
    expect(declared.receipts).toEqual([1, 2, 3].map(receiptOf));
    const again = structuredClone(h.state);
    expect(declare()).toEqual([]);
    expect(h.state).toEqual(again);
  });
});

describe('the procedure', () => {
  test('[SEC-6] leads from the box to a declaration only through a count', () => {
    expect(leads(secretBallotProcedure, 'locked', 'declare')).toBeNull();
    expect(leads(secretBallotProcedure, 'disagreeing', 'declare')).toBeNull();
    expect(endsOf(secretBallotProcedure).sort()).toEqual(['lapsed', 'withdrawn']);
  });

  test('[SEC-10] few ballots are fewer than five', () => {
    expect(fewBallots).toBe(5);
  });

  test('[SEC-3] [SEC-8] in trials: slips = received, one for each delegation, and the tally is what was put in', () => {
    fc.assert(
      fc.property(plans(300), (plan) => {
        const put = new Map<string, string[]>();
        const { asks } = play({ ...plan, stage: 4 + (plan.steps.length % 2) * 3 });
        for (const { actor, command, answer, after, before } of asks) {
          for (const { id, method, received } of Object.values(before.plenary.vote.byId))
            if (method === 'secret' && !put.has(id))
              put.set(
                id,
                received.map(() => 'yea'),
              );
          if (isRefusal(answer)) continue;
          for (const { scope, type, data } of answer)
            if (scope === 'box' && type.endsWith('.Slip')) {
              const id = String(data.voteId);
              put.set(id, [...(put.get(id) ?? []), String(data.choice)]);
              expect(actor.kind === 'participant' && after.plenary.vote.byId[id]?.received.at(-1)).toBe(
                actor.kind === 'participant' && actor.delegationId,
              );
            }
          for (const each of Object.values(after.plenary.vote.byId)) {
            if (each.method !== 'secret') continue;
            const slips = put.get(each.id) ?? [];
            expect(new Set(each.received).size).toBe(slips.length);
            if (each.phase !== 'declared' || command.type !== 'vote.declare') continue;
            const of = (choice: string) => slips.filter((slip) => slip === choice).length;
            expect(each.outcome).toMatchObject({ yes: of('yea'), no: of('nay'), abstain: of('abs') });
            expect(each.receipts).toHaveLength(slips.length);
            expect(each.receipts).toEqual([...(each.receipts ?? [])].sort());
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
