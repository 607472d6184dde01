import { deflateSync, inflateSync } from 'node:zlib';
import { must } from '@shared/domain/kernel/must.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Down, FeedPart } from '@shared/protocol/wire.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import type { Heard, Line } from '../support/line.ts';
import { draft, openRooms, openVote } from '../support/meeting.ts';
import { act, type StartedHouse, startHouse, states, submit } from '../support/startHouse.ts';

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

/** Everything that was heard, snapshots opened, as one text to be searched. */
function textOf(heard: unknown): string {
  return JSON.stringify(heard, function (this: Record<string, unknown>, key, value: unknown) {
    // Node's buffers have turned into something else by the time they are a value here.
    const raw = this[key];
    if (!(raw instanceof Uint8Array)) return value;
    try {
      return JSON.parse(inflateSync(raw).toString());
    } catch {
      return Buffer.from(raw).toString('latin1');
    }
  });
}

/** Every scope of which something was heard. */
function scopesIn(heard: readonly Heard[]): Set<string> {
  const found = new Set<string>();
  for (const { event, frame } of heard) {
    if (event === 'events') found.add((frame as Down['events']).scope);
    if (event === 'hello') for (const part of (frame as { feed: FeedPart[] }).feed) found.add(part.scope);
    if (event === 'scopes') for (const part of (frame as Down['scopes']).joined) found.add(part.scope);
    if (event === 'presence') {
      const { roomId } = frame as Down['presence'];
      found.add(roomId === null ? 'bureau' : `room:${roomId}`);
    }
    if (event === 'draftFigures') found.add(`room:${(frame as Down['draftFigures']).roomId}`);
  }
  return found;
}

/** Waits until a line has read everything of the plenary that has happened. */
const upToDate = (line: Line) => line.until(() => line.cursors.get('plenary') === live.host.position('plenary'));
const settled = (lines: Line[]) => Promise.all(lines.map(upToDate));

test('a snapshot is searched too', () => {
  const tree = deflateSync(JSON.stringify({ vote: { v1: { KEN: 'yes' } } }));
  for (const bytes of [tree, Uint8Array.from(tree)])
    expect(textOf([{ frame: { tree: bytes } }])).toContain('"KEN":"yes"');
});

describe('what one reads', () => {
  test('[GATE-5] is one’s own room and delegation and the plenary, and nothing else', async () => {
    const { rooms } = await openRooms(live);
    const [first, second] = [must(rooms[0], 'room'), must(rooms[1], 'room')];
    const mine = must(
      first.members.find((id) => id.startsWith('KEN')),
      'Kenyan',
    );
    const [line, observer, panelist] = [
      await house.line(live, mine),
      await house.line(live, 'IOM-1'),
      await house.line(live, 'pan-1'),
    ];
    const bureau = await house.line(live, 'mod');
    for (const { id, members } of rooms) {
      await act(live, must(members[0], 'member'), 'room.raiseHand', { roomId: id });
      await act(live, must(members[0], 'member'), 'room.callForHelp', { roomId: id, kind: 'procedure' });
      await draft(live, id, `Said in room ${id}`);
    }
    await act(live, 'mod', 'room.announce', { roomIds: null, text: 'The last word' });
    await settled([line, observer, panelist, bureau]);
    const own = observer.state.plenary.room.byId;
    const observed = must(
      Object.values(own).find(({ members }) => members.includes('IOM-1')),
      'room',
    ).id;
    expect(scopesIn(line.heard)).toEqual(new Set(['plenary', `room:${first.id}`, 'delegation:KEN']));
    expect(scopesIn(observer.heard)).toEqual(new Set(['plenary', `room:${observed}`, 'delegation:IOM']));
    expect(scopesIn(panelist.heard)).toEqual(new Set(['plenary']));
    expect(scopesIn(bureau.heard)).toEqual(new Set(['plenary', 'bureau', `room:${first.id}`, `room:${second.id}`]));
    expect(textOf(line.heard)).toContain(`Said in room ${first.id}`);
    expect(textOf(line.heard)).not.toContain(`Said in room ${second.id}`);
    expect(textOf(line.heard)).not.toContain('HelpCalled');
    expect(textOf(panelist.heard)).not.toContain('Said in room');
    for (const each of [line, observer, panelist, bureau]) expect(each.gaps).toEqual([]);
  });

  test('[GATE-5] cannot be asked for either: no part, no presence, no draft of another scope', async () => {
    const { rooms } = await openRooms(live);
    const [first, second] = [must(rooms[0], 'room'), must(rooms[1], 'room')];
    const itemId = await draft(live, second.id, 'Not theirs');
    const line = await house.line(live, must(first.members[0], 'member'));
    for (const scope of ['bureau', 'delegation:IOM', `room:${second.id}`, 'room:none'])
      expect(await line.ask('sync', { scope, after: 0 })).toEqual({ ok: false, code: 'NOT_READABLE' });
    expect(await line.ask('sync', { scope: 'sealed', after: 0 })).toMatchObject({ code: 'INVALID' });
    expect(await line.ask('presence', { roomId: second.id, isTyping: true })).toMatchObject({ code: 'NOT_READABLE' });
    // What is not theirs answers as what does not exist.
    const asked = { epoch: null, vector: Uint8Array.of(0) };
    expect(await line.ask('draft:open', { itemId, ...asked })).toEqual(
      await line.ask('draft:open', { itemId: 'none', ...asked }),
    );
    const { feed } = await line
      .hello({ bureau: 3, sealed: 0, [`room:${second.id}`]: 0 } as never)
      .catch(() => ({ feed: [] }));
    expect(feed.map(({ scope }) => scope)).not.toContain('bureau');
  });

  test('[GATE-7] is without names on a display', async () => {
    const [display, delegate] = [await house.line(live, 'screen'), await house.line(live, 'KEN-1')];
    const cookie = await house.signIn(null, '');
    const path = `/api/c/${live.id}/people/JPN-1`;
    expect((await house.ask('PATCH', path, { cookie, body: { name: 'A new name' } })).status).toBe(200);
    await delegate.until(() => textOf(delegate.heard).includes('A new name'));
    await act(live, 'mod', 'room.announce', { roomIds: null, text: 'The last word' });
    await settled([display, delegate]);
    expect(textOf(delegate.heard)).toContain('Name of FRA-1');
    expect(textOf(display.heard)).toContain('The last word');
    for (const name of ['A new name', 'Name of FRA-1', 'The secretariat'])
      expect(textOf(display.heard)).not.toContain(name);
    expect(scopesIn(display.heard)).toEqual(new Set(['plenary']));
  });
});

describe('whoever is moved', () => {
  test('[GATE-5] reads the new room from its beginning and hears no more of the old one', async () => {
    const { roundId, rooms } = await openRooms(live);
    const [from, to] = [must(rooms[0], 'room'), must(rooms[1], 'room')];
    const who = must(from.members[0], 'member');
    const stays = must(from.members[1], 'member');
    const itemId = await draft(live, to.id, 'Already there');
    const line = await house.line(live, who);
    await line.ask('presence', { roomId: from.id, isTyping: true });
    expect(scopesIn(line.heard)).not.toContain(`room:${to.id}`);
    // In one turn: the transfer, and what happens in the old room after it.
    await Promise.all([
      act(live, 'mod', 'seating.transfer', { roundId, participantId: who, roomId: to.id }),
      act(live, stays, 'actionItem.start', { roomId: from.id, title: 'Said behind their back' }),
    ]);
    await line.until(() => line.state.room[to.id]?.actionItem.byId[itemId] !== undefined);
    await act(live, stays, 'room.raiseHand', { roomId: from.id });
    await act(live, must(to.members[0], 'member'), 'room.raiseHand', { roomId: to.id });
    await line.until(() => (line.state.room[to.id]?.room.hands.length ?? 0) > 0);
    await upToDate(line);
    expect(textOf(line.heard)).not.toContain('Said behind their back');
    expect(line.state.room[from.id]).toBeUndefined();
    expect(line.cursors.has(`room:${from.id}`)).toBe(false);
    expect(await line.ask('sync', { scope: `room:${from.id}`, after: 0 })).toMatchObject({ code: 'NOT_READABLE' });
    expect(live.presence.frame(from.id)).toEqual({ roomId: from.id, here: [], typing: [] });
    expect(line.gaps).toEqual([]);
  });

  test('[GATE-5] to another role reads what that role reads', async () => {
    const line = await house.line(live, 'KEN-1');
    await act(live, 'secretariat', 'delegation.reseat', {
      participantId: 'KEN-1',
      delegationId: null,
      role: 'moderator',
    });
    await line.until(() => line.cursors.has('bureau'));
    await act(live, 'secretariat', 'delegation.reseat', {
      participantId: 'KEN-1',
      delegationId: 'KEN',
      role: 'delegate',
    });
    await line.until(() => !line.cursors.has('bureau'));
    expect(await line.ask('sync', { scope: 'bureau', after: 0 })).toMatchObject({ code: 'NOT_READABLE' });
  });

  test('[GATE-5] out of the consultation is cut off, and hears nothing of the same turn', async () => {
    const line = await house.line(live, 'KEN-1');
    await Promise.all([
      act(live, 'secretariat', 'delegation.dismiss', { participantId: 'KEN-1' }),
      act(live, 'mod', 'room.announce', { roomIds: null, text: 'Without them' }),
    ]);
    await line.until(() => line.ended() !== null);
    expect(textOf(line.heard)).not.toContain('Without them');
    expect(line.heard.at(-1)).toEqual({ event: 'signedOut', frame: { code: 'rights.not-seated' } });
    expect(await submit(live, 'KEN-1', 'room.raiseHand', { roomId: 'x' })).toEqual({
      ok: false,
      code: 'rights.not-seated',
    });
  });
});

describe('a choice', () => {
  test('[GATE-6] is in no frame, answer, document, log or figure before the declaration, and in all of them after it', async () => {
    const everyone = [
      'mod',
      'pan-1',
      'screen',
      'IOM-1',
      ...Object.keys(states).flatMap((code) => [`${code}-1`, `${code}-2`]),
    ];
    const lines = await Promise.all(everyone.map((who) => house.line(live, who)));
    const cookie = await house.signIn(null, '');
    lines.push(await house.line(live, '', { cookie }));
    const { voteId } = await openVote(live);
    const choices: Record<string, Choice> = { BRA: 'no', FRA: 'abstain', HUN: 'no', JPN: 'yes', KEN: 'abstain' };
    await settled(lines);
    for (const line of lines) line.heard.splice(0);
    const answers: unknown[] = [];
    for (const [code, choice] of Object.entries(choices))
      answers.push(await must(lines[everyone.indexOf(`${code}-1`)], 'line').command('vote.cast', { voteId, choice }));
    await act(live, 'mod', 'vote.lock', { voteId });
    await settled(lines);
    // Somebody who comes only now gets snapshots.
    const late = await Promise.all(['KEN-2', 'mod', 'screen'].map((who) => house.line(live, who)));
    const paths = ['digest', 'export/archive.json', 'people', 'recovered'].map((path) => `/api/c/${live.id}/${path}`);
    const documents = await Promise.all(
      [...paths, '/metrics', '/api/me'].map((path) => house.ask('GET', path, { cookie })),
    );
    const said = /"choice"|BallotCast|"(yes|no|abstain)"/;
    for (const each of [...lines, ...late]) expect(textOf(each.heard)).not.toMatch(said);
    for (const each of documents) expect(each.text.replaceAll(/"type":"vote\.BallotCast"/g, '')).not.toMatch(said);
    expect(JSON.stringify(answers) + house.logged.join()).not.toMatch(said);
    expect(documents.map(({ status }) => status)).toEqual(documents.map(() => 200));

    await act(live, 'mod', 'vote.declare', { voteId });
    await settled(lines);
    for (const line of lines) {
      expect(line.state.plenary.vote.byId[voteId]).toMatchObject({ phase: 'declared', rollCall: choices });
      expect(line.gaps).toEqual([]);
    }
    const archive = await house.ask('GET', `/api/c/${live.id}/export/archive.json`, { cookie });
    expect(archive.text).toMatch(said);
  });

  test('[GATE-6] of one’s own delegation is not told to its people either: only that it was received', async () => {
    const { voteId } = await openVote(live);
    const [one, two] = [await house.line(live, 'KEN-1'), await house.line(live, 'KEN-2')];
    await one.command('vote.cast', { voteId, choice: 'abstain' });
    await two.until(() => two.state.delegation.KEN?.vote[voteId] !== undefined);
    expect(two.state.delegation.KEN?.vote[voteId]).toMatchObject({ castBy: 'KEN-1', times: 1 });
    expect(textOf(two.heard)).not.toContain('abstain');
  });
});
