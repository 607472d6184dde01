import { must } from '@shared/domain/kernel/must.ts';
import type { Scope } from '@shared/domain/kernel/slice.ts';
import type { Down } from '@shared/protocol/wire.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutbox } from '../../server/gate/outbox.ts';
import { readOf } from '../support/line.ts';
import { openVote } from '../support/meeting.ts';
import { act, startHouse } from '../support/startHouse.ts';

const ballot = 'vote.BallotReceived';
const other = 'room.Announced';

/** An outbox under a clock that stands until it is advanced; keeps what was sent, and when. */
function outbox(readers = 10) {
  const sent: (Down['events'] & { at: number })[] = [];
  const box = createOutbox({
    send: (_scope, frame) => void sent.push({ ...structuredClone(frame), at: performance.now() }),
    readers: () => readers,
  });
  const positions = new Map<Scope, number>();
  const put = (type: string, scope: Scope = 'plenary') => {
    const from = (positions.get(scope) ?? 0) + 1;
    positions.set(scope, from);
    box.put({ scope, from, events: [{ type, data: { from }, at: 0 }] });
  };
  return { sent, put, flushAll: box.flushAll };
}

/** What was sent, in order, is what was put, without a gap and nothing twice. */
function expectGapless(sent: readonly Down['events'][], count: number): void {
  expect(sent.flatMap(({ from, events }) => events.map((_, at) => from + at))).toEqual(
    Array.from({ length: count }, (_, at) => at + 1),
  );
  expect(sent.flatMap(({ events }) => events.map(({ data }) => data.from))).toEqual(
    Array.from({ length: count }, (_, at) => at + 1),
  );
}

describe('the turnout', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each([3, 300, 2_000])('[GATE-17] goes to %i readers four times a second while ballots come in', (readers) => {
    const { sent, put } = outbox(readers);
    for (let each = 0; each < 193; each += 1) {
      put(ballot);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1_000);
    expectGapless(sent, 193);
    // The first at once, though not before its own acknowledgement.
    expect(must(sent[0], 'first frame').events).toHaveLength(1);
    expect(sent.length).toBeLessThanOrEqual(2 + 1.93 * 4);
    for (const [at, { at: sentAt }] of sent.entries())
      if (at > 0) expect(sentAt - must(sent[at - 1], 'frame').at).toBeGreaterThanOrEqual(250);
  });

  test('[GATE-17] is not sent in the turn in which the ballot is acknowledged', () => {
    const { sent, put } = outbox();
    put(ballot);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expectGapless(sent, 1);
  });

  test('[GATE-17] waits no longer when something else happens, and goes before it', () => {
    const { sent, put } = outbox();
    put(ballot);
    vi.advanceTimersByTime(10);
    put(ballot);
    put(ballot);
    expect(sent).toHaveLength(1);
    put('vote.VoteLocked');
    expect(sent).toHaveLength(2);
    expect(must(sent[1], 'frame').events.map(({ type }) => type)).toEqual([ballot, ballot, 'vote.VoteLocked']);
    vi.advanceTimersByTime(1_000);
    expectGapless(sent, 4);
    expect(sent).toHaveLength(2);
  });

  test('[GATE-17] before the server ends is sent whole', () => {
    const { sent, put, flushAll } = outbox();
    put(ballot);
    vi.advanceTimersByTime(10);
    put(ballot);
    flushAll();
    vi.advanceTimersByTime(1_000);
    expectGapless(sent, 2);
  });

  test('[GATE-17] of whatever happens when, nothing is lost, doubled or out of order', () => {
    const step = fc.record({ isBallot: fc.boolean(), wait: fc.constantFrom(0, 0, 1, 30, 100, 249, 250, 400) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.constantFrom(3, 300, 2_000), (steps, readers) => {
        const { sent, put } = outbox(readers);
        for (const { isBallot, wait } of steps) {
          const { length } = sent;
          put(isBallot ? ballot : other);
          // Few readers never wait for anything but a count.
          if (!isBallot && readers === 3) expect(sent).toHaveLength(length + 1);
          vi.advanceTimersByTime(wait);
        }
        vi.advanceTimersByTime(250);
        expectGapless(sent, steps.length);
        for (const [at, { at: sentAt, events }] of sent.entries()) {
          const isCount = events.every(({ type }) => type === ballot);
          if (at > 0 && (isCount || readers > 400))
            expect(sentAt - must(sent[at - 1], 'frame').at).toBeGreaterThanOrEqual(250);
        }
      }),
    );
  });
});

test('[GATE-12] [GATE-17] whoever comes or asks while the turnout waits has it, and then hears on without a gap', async () => {
  const house = await startHouse();
  const live = await house.open();
  const { voteId } = await openVote(live);
  const lines = await Promise.all(['mod', 'KEN-1', 'screen'].map((who) => house.line(live, who)));
  const received = () => live.host.state().plenary.vote.byId[voteId]?.received ?? [];
  const cast = (code: string) => act(live, `${code}-1`, 'vote.cast', { voteId, choice: 'yes' });
  await cast('KEN');
  await Promise.all([cast('FRA'), cast('JPN')]);
  const asking = must(lines[0], 'line');
  const after = must(asking.cursors.get('plenary'), 'cursor');
  const answer = await asking.ask('sync', { scope: 'plenary', after });
  if (!answer.ok || answer.feed.kind !== 'events') throw new Error('no events');
  expect(answer.feed.from + answer.feed.events.length - 1).toBe(live.host.position('plenary'));
  const late = await house.line(live, 'HUN-1');
  expect(late.state.plenary.vote.byId[voteId]?.received).toEqual(received());
  await cast('BRA');
  await act(live, 'mod', 'vote.lock', { voteId });
  for (const line of [...lines, late]) {
    await line.until(() => [...line.cursors].every(([scope, at]) => at === live.host.position(scope)));
    expect(line.gaps).toEqual([]);
    expect(JSON.parse(JSON.stringify(readOf(line.state, ['plenary'])))).toEqual(
      JSON.parse(JSON.stringify(readOf(live.host.state(), ['plenary']))),
    );
  }
  await house.stop();
});
