import { must } from '@shared/domain/kernel/must.ts';
import { DRAFT_SCHEMA_VERSION, PROTOCOL_VERSION } from '@shared/protocol/version.ts';
import type { FeedPart } from '@shared/protocol/wire.ts';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import { createConsultationHost } from '../../server/host/consultationHost.ts';
import { dial, type Line, readOf } from '../support/line.ts';
import { openRooms, openVote, panelId } from '../support/meeting.ts';
import { act, type StartedHouse, startHouse } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let house: StartedHouse;
let live: LiveConsultation;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());
beforeEach(async () => {
  live = await house.open();
});

const partOf = (feed: readonly FeedPart[], scope: string) =>
  must(
    feed.find((part) => part.scope === scope),
    scope,
  );
const cursorsOf = (line: Line) => Object.fromEntries(line.cursors);
const announce = (text: string) => act(live, 'mod', 'room.announce', { roomIds: null, text });
const fill = (title: string) =>
  act(live, 'secretariat', 'panel.describe', {
    ...{ panelId, title, section: '', panelists: [] },
    // Words by chance, so that a snapshot of them cannot be made small.
    questions: Array.from({ length: 20 }, () => nanoid(950)),
  });

/** A person who goes away, and how they come back: on a new connection, with what they knew. */
async function away(who: string) {
  const cookie = await house.signIn(live, who);
  const line = await house.line(live, who, { cookie });
  const cursors = cursorsOf(line);
  const state = structuredClone(line.state);
  line.close();
  return {
    cursors,
    async back(from: Record<string, number> = cursors, epoch: string | null = live.id) {
      const again = await dial(house.url, { consultationId: live.id, cookie });
      Object.assign(again.state, structuredClone(state));
      for (const [scope, at] of Object.entries(from)) again.cursors.set(scope as 'plenary', at);
      const { feed } = await again.hello(from, epoch);
      return { line: again, feed };
    },
  };
}

const expectSame = (line: Line) => {
  expect(line.gaps).toEqual([]);
  const scopes = [...line.cursors.keys()];
  for (const scope of scopes) expect(line.cursors.get(scope)).toBe(live.host.position(scope));
  expect(JSON.parse(JSON.stringify(readOf(line.state, scopes)))).toEqual(
    JSON.parse(JSON.stringify(readOf(live.host.state(), scopes))),
  );
};

describe('somebody who was away', () => {
  test('[GATE-12] gets the events that they missed, in order, and no snapshot', async () => {
    const kenya = await away('KEN-1');
    for (const word of ['one', 'two', 'three']) await announce(word);
    const { line, feed } = await kenya.back();
    const plenary = partOf(feed, 'plenary');
    expect(plenary).toMatchObject({ kind: 'events', from: must(kenya.cursors.plenary, 'cursor') + 1 });
    if (plenary.kind !== 'events') throw new Error('a snapshot');
    expect(plenary.events.map(({ data }) => data.text)).toEqual(['one', 'two', 'three']);
    expect(partOf(feed, 'delegation:KEN')).toMatchObject({ kind: 'events', events: [] });
    expectSame(line);
    line.close();
  });

  test('[GATE-12] gets a snapshot where that is less', async () => {
    const kenya = await away('KEN-1');
    for (let at = 0; at < 30; at += 1) await fill(`Title ${at}`);
    const large = await kenya.back();
    expect(partOf(large.feed, 'plenary').kind).toBe('tree');
    expectSame(large.line);
    large.line.close();
  });

  test('[GATE-12] is given events from the journal where memory has forgotten them', async () => {
    const kenya = await away('KEN-1');
    await fill('A long plenary makes its snapshot long');
    await Promise.all(Array.from({ length: 600 }, (_, at) => announce(`w${at}`)));
    const { line, feed } = await kenya.back();
    const part = partOf(feed, 'plenary');
    expect(part.kind === 'events' ? part.events.length : 'snapshot').toBe(601);
    expectSame(line);
    line.close();
  });

  test('[GATE-12] with cursors of another history, or from the future, gets everything anew', async () => {
    const kenya = await away('KEN-1');
    await announce('one');
    for (const [from, epoch] of [
      [kenya.cursors, 'another history'],
      [kenya.cursors, null],
      [{ plenary: 1_000_000 }, live.id],
    ] as const) {
      const { line, feed } = await kenya.back(from, epoch);
      expect(partOf(feed, 'plenary').kind).toBe('tree');
      line.cursors.set('plenary', live.host.position('plenary'));
      expectSame(line);
      line.close();
    }
  });

  test('[GATE-12] who already has everything gets nothing', async () => {
    const kenya = await away('KEN-1');
    const { line, feed } = await kenya.back();
    for (const part of feed) expect(part).toMatchObject({ kind: 'events', events: [] });
    line.close();
  });

  test('[GATE-12] finds a room that they were moved to, and not the one that they were moved from', async () => {
    const { roundId, rooms } = await openRooms(live);
    const [from, to] = [must(rooms[0], 'room'), must(rooms[1], 'room')];
    const who = must(from.members[0], 'member');
    const person = await away(who);
    await act(live, 'mod', 'seating.transfer', { roundId, participantId: who, roomId: to.id });
    const { line, feed } = await person.back();
    expect(feed.map(({ scope }) => scope)).toContain(`room:${to.id}`);
    expect(feed.map(({ scope }) => scope)).not.toContain(`room:${from.id}`);
    line.close();
  });
});

describe('a gap', () => {
  test('[GATE-12] is mended by asking from the last event that one has', async () => {
    const line = await house.line(live, 'KEN-1');
    const after = must(line.cursors.get('plenary'), 'cursor');
    for (const word of ['one', 'two', 'three', 'four']) await announce(word);
    const answer = await line.ask('sync', { scope: 'plenary', after: after + 1 });
    if (!answer.ok || answer.feed.kind !== 'events') throw new Error('no events');
    expect(answer.feed.from).toBe(after + 2);
    expect(answer.feed.events.map(({ data }) => data.text)).toEqual(['two', 'three', 'four']);
    line.close();
  });

  test('[GATE-12] never comes from the server: what is heard, from anywhere on, is the state', async () => {
    const lines = await Promise.all(['KEN-1', 'mod', 'screen', 'IOM-1'].map((who) => house.line(live, who)));
    const { voteId } = await openVote(live);
    const late = await house.line(live, 'KEN-2');
    await Promise.all(
      ['BRA', 'FRA', 'KEN'].flatMap((code) => [
        act(live, `${code}-1`, 'vote.cast', { voteId, choice: 'yes' }),
        announce(`Heard from ${code}`),
      ]),
    );
    await act(live, 'mod', 'vote.lock', { voteId });
    await act(live, 'mod', 'vote.declare', { voteId });
    for (const line of [...lines, late]) {
      await line.until(() => [...line.cursors].every(([scope, at]) => at === live.host.position(scope)));
      expectSame(line);
    }
    // And what is stored, folded from nothing, is the same again.
    const again = createConsultationHost(live.id, {
      journal: house.storage.journal,
      boxes: house.storage.boxes,
      clock: house.clock,
      newId: () => 'unused-id',
      draftText: () => null,
      spanAt: () => null,
      publish: () => {},
      readOnly: () => {},
      fault: () => {},
    });
    expect(again.state()).toEqual(live.host.state());
    again.drain();
  });
});

describe('the first word on a connection', () => {
  test('[GATE-12] of another version is answered OUTDATED', async () => {
    const line = await dial(house.url, { consultationId: live.id, cookie: await house.signIn(live, 'KEN-1') });
    const word = { protocol: PROTOCOL_VERSION, draftSchema: DRAFT_SCHEMA_VERSION, cursors: {}, epoch: null };
    expect(await line.ask('hello', { ...word, protocol: 99 })).toEqual({ ok: false, code: 'OUTDATED' });
    expect(await line.ask('hello', { ...word, draftSchema: 99 })).toEqual({ ok: false, code: 'OUTDATED' });
    expect(await line.ask('hello', word)).toMatchObject({ ok: true, you: { participantId: 'KEN-1' } });
    line.close();
  });

  test('[GATE-12] a page that knows an older schema of the drafts only reads them', async () => {
    const line = await dial(house.url, { consultationId: live.id, cookie: await house.signIn(live, 'KEN-1') });
    const word = { protocol: PROTOCOL_VERSION, draftSchema: DRAFT_SCHEMA_VERSION - 1, cursors: {}, epoch: null };
    expect(await line.ask('hello', word)).toMatchObject({ ok: true });
    const update = { itemId: 'nobody', epoch: 1, update: new Uint8Array([0, 0]) };
    expect(await line.ask('draft:update', update)).toEqual({ ok: false, code: 'OUTDATED' });
    line.close();
  });

  test('[GATE-12] until it is said nothing is read, not even by asking', async () => {
    const line = await dial(house.url, { consultationId: live.id, cookie: await house.signIn(live, 'KEN-1') });
    await announce('Not for them yet');
    expect(await line.ask('sync', { scope: 'plenary', after: 0 })).toEqual({ ok: false, code: 'NOT_READABLE' });
    expect(line.heard).toEqual([]);
    line.close();
  });
});
