import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import type { Attribution } from '@shared/domain/kernel/words.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { archiveJson } from '../../server/export/archive.ts';
import { createConsultationHost } from '../../server/host/consultationHost.ts';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { house } from '../support/build.ts';

let folder: string;
let storage: Storage;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-unattributed-'));
  storage = openStorage(folder);
});
afterEach(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The room's entries in the archive after somebody has started a draft there, through the real host. */
async function entriesInRoom(attribution: Attribution) {
  const h = house();
  const [roomId = ''] = h.openRooms({ attribution });
  const member = must(h.state.plenary.room.byId[roomId]?.members[0], 'member');
  storage.journal.append('c', h.events, []);
  const host = createConsultationHost('c', {
    ...{
      journal: storage.journal,
      boxes: storage.boxes,
      clock: { now: () => h.now },
      newId: () => 'draft-1',
      draftText: () => null,
    },
    ...{ spanAt: () => null, publish: () => undefined, readOnly: () => undefined, fault: () => undefined },
  });
  const answer = await host.submit(member, {
    id: 'command-1',
    type: 'actionItem.start',
    payload: { roomId, title: 'A draft' },
  });
  expect(answer.ok).toBe(true);
  host.drain();
  const bytes = archiveJson({
    ...{ consultationId: 'c', state: host.state(), people: [], draftText: () => null },
    ...{ entries: storage.journal.exported('c'), head: storage.journal.head('c') },
  });
  const { journal } = JSON.parse(new TextDecoder().decode(bytes)) as { journal: { scope: string }[] };
  return { member, entries: JSON.stringify(journal.filter(({ scope }) => scope === `room:${roomId}`)) };
}

test('under the Chatham House Rule the archive does not say who did anything in a room', async () => {
  const { member, entries } = await entriesInRoom('none');
  expect(entries).toContain('actionItem.DraftStarted');
  expect(entries).not.toContain(member);
});

test('in a round that may be attributed it does', async () => {
  const { member, entries } = await entriesInRoom('named');
  expect(entries).toContain(member);
});

test('[BRA-13] nobody stands beside the number of brackets that such a room tells everyone', async () => {
  const acting = async (attribution: Attribution) => {
    const h = house();
    const [roomId = ''] = h.openRooms({ attribution });
    const itemId = h.draft(roomId, 'Plans', 'States shall act');
    const id = `c-${attribution}`;
    storage.journal.append(id, h.events, []);
    const host = createConsultationHost(id, {
      ...{
        journal: storage.journal,
        boxes: storage.boxes,
        clock: { now: () => h.now },
        newId: () => 'bracket-1',
        draftText: () => null,
      },
      ...{ spanAt: () => ({ paragraphs: [], isEmpty: false, isCrossing: false }), publish: () => undefined },
      ...{ readOnly: () => undefined, fault: () => undefined },
    });
    const member = must(h.state.plenary.room.byId[roomId]?.members[0], 'member');
    const payload = { roomId, itemId, kind: 'doubt', from: 'a', to: 'b' };
    expect(await host.submit(member, { id: 'command-1', type: 'bracket.open', payload })).toMatchObject({ ok: true });
    host.drain();
    return [...storage.journal.entries(id)].filter(({ commandId }) => commandId === 'command-1').map(({ by }) => by);
  };
  const hidden = await acting('none');
  expect(hidden).toEqual([null, null, null]);
  expect(await acting('named')).not.toContain(null);
});

/** What the archive says of the brackets of a room, in one string. */
function bracketEntries(attribution: Attribution): string {
  const h = house();
  const [roomId = ''] = h.openRooms({ rooms: 1, attribution });
  const itemId = h.draft(roomId, 'Plans', '');
  h.signed.set(itemId, ['States shall act']);
  const open = { roomId, itemId, kind: 'addition' as const, from: 'w1', to: 'w2' };
  const bracketId = String(h.act('KEN-1', 'bracket.open', open)[0]?.data.bracketId);
  const chair = must(h.state.plenary.room.byId[roomId]?.facilitator, 'facilitator');
  h.act(chair, 'bracket.call', { roomId, bracketId, outcome: 'remove' });
  h.act('JPN-1', 'bracket.object', { roomId, bracketId });
  h.act('KEN-1', 'bracket.withdrawPosition', { roomId, bracketId });
  h.report(itemId);
  storage.journal.append('c', h.events, []);
  const bytes = archiveJson({
    ...{ consultationId: 'c', state: h.state, people: [], draftText: () => null },
    ...{ entries: storage.journal.exported('c'), head: storage.journal.head('c') },
  });
  const { journal } = JSON.parse(new TextDecoder().decode(bytes)) as { journal: { type: string; data?: unknown }[] };
  return JSON.stringify(journal.filter(({ type }) => type.startsWith('bracket.')).map(({ data }) => data));
}

test('[BRA-12] under the Chatham House Rule the archive does not say which delegation stands how to a bracket', () => {
  const entries = bracketEntries('none');
  expect(entries).toContain('removed');
  expect(entries).not.toMatch(/KEN|JPN/);
});

test('[BRA-12] in a round that may be attributed to delegations it does', () => {
  expect(bracketEntries('delegation')).toMatch(/KEN.*JPN/);
});
