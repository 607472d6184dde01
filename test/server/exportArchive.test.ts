import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import { emptyState } from '@shared/domain/state.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archiveJson } from '../../server/export/archive.ts';
import { digestOf } from '../../server/export/digest.ts';
import type { JournalExportEntry } from '../../server/ports/journal.ts';
import { fromExport, verify } from '../../server/storage/hashChain.ts';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import type { House } from '../support/build.ts';
import { house } from '../support/build.ts';
import { busyHouse } from '../support/busyHouse.ts';

const id = 'consultation-1';
const people = [
  { participantId: 'pan-1', name: 'Ms. Panelist', email: null, language: null },
  { participantId: 'KEN-1', name: 'Mr. Delegate', email: 'ken@example.org', language: 'en' as const },
];

let folder: string;
let storage: Storage;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-archive-'));
  storage = openStorage(folder);
});
afterEach(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Archive {
  format: string;
  version: number;
  digest: string;
  journal: JournalExportEntry[];
  people: { participantId: string; name: string }[];
  drafts: { itemId: string; title: string; phase: string; text: unknown }[];
  record: { panels: unknown[] } | null;
}

function archiveBytes(h: House, order = people): Uint8Array {
  const known = storage.journal.head(id).seq;
  storage.journal.append(id, h.events.slice(known), []);
  return archiveJson({
    ...{ consultationId: id, state: h.state, people: order, entries: storage.journal.exported(id) },
    head: storage.journal.head(id),
    draftText: (itemId) => h.drafts.get(itemId) ?? null,
  });
}

function archive(h: House): Archive {
  return JSON.parse(new TextDecoder().decode(archiveBytes(h))) as Archive;
}

describe('the archive', () => {
  test('is complete: record, journal, people, and the drafts of all rooms', () => {
    const { h, items } = busyHouse();
    const found = archive(h);
    expect(found).toMatchObject({ format: 'rapporteur-archive', version: 1, digest: digestOf(h.state) });
    expect(found.journal).toHaveLength(h.events.length);
    expect(found.people.map(({ name }) => name)).toEqual(['Mr. Delegate', 'Ms. Panelist']);
    expect(found.drafts.map(({ itemId }) => itemId).sort()).toEqual(Object.values(items).sort());
    expect(found.drafts.find(({ itemId }) => itemId === items.takenBack)).toMatchObject({
      phase: 'drafting',
      title: 'Pilot a joint visa',
    });
    expect(JSON.stringify(found.drafts)).toContain('A visa is piloted.');
    expect(found.record?.panels).toHaveLength(2);
  });

  test('has the drafts that were never reported', () => {
    const h = house();
    h.openRooms();
    const itemId = h.draft(2, 'Unfinished', 'Words in a room.');
    expect(archive(h).drafts).toEqual([
      expect.objectContaining({
        itemId,
        title: 'Unfinished',
        phase: 'drafting',
        version: 0,
        text: h.drafts.get(itemId),
      }),
    ]);
  });

  test('carries a journal whose chain verifies', () => {
    const { h } = busyHouse();
    const verdict = verify(id, archive(h).journal.map(fromExport));
    expect(verdict).toMatchObject({ ok: true, entries: h.events.length });
  });

  test('gives the same bytes for the same consultation', () => {
    const { h } = busyHouse();
    const once = archiveBytes(h);
    expect(Buffer.compare(archiveBytes(h, [...people].reverse()), once)).toBe(0);
  });

  test('is there for a consultation that has not been opened', () => {
    const bytes = archiveJson({
      ...{ consultationId: id, state: emptyState(), people: [], entries: [], draftText: () => null },
      head: storage.journal.head(id),
    });
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ record: null, journal: [] });
  });
});

describe('ballots', () => {
  const sealed = (found: Archive) => found.journal.filter(({ scope }) => scope === 'sealed');

  test('of a running vote are withheld, salt and all, and the chain still verifies', () => {
    const { h, items } = busyHouse();
    const declared = h.events.filter(({ scope }) => scope === 'sealed').length;
    h.openVote(items.ready, { yes: ['KEN', 'CAN'], no: ['BRA'] });
    const found = archive(h);
    const running = sealed(found).slice(declared);
    expect(running).toHaveLength(3);
    for (const entry of running) expect([entry.data, entry.salt]).toEqual([null, null]);
    for (const entry of sealed(found).slice(0, declared)) expect(entry.data).toHaveProperty('choice');
    expect(verify(id, found.journal.map(fromExport))).toMatchObject({ ok: true });
    expect(JSON.stringify(found.record)).not.toContain('"choice"');
  });

  test('of a locked vote are withheld too, and are there once it is declared', () => {
    const { h, items } = busyHouse();
    const voteId = h.openVote(items.ready, { yes: ['KEN'] });
    h.act('mod', 'vote.lock', { voteId });
    expect(sealed(archive(h)).at(-1)?.data).toBeNull();
    h.act('mod', 'vote.declare', { voteId });
    expect(sealed(archive(h)).at(-1)?.data).toEqual({ voteId, delegationId: 'KEN', choice: 'yes' });
  });

  test('a different choice leaves the same archive but for hashes', () => {
    const text = (choice: 'yes' | 'no') => {
      const { h, items } = busyHouse();
      h.openVote(items.ready, { [choice]: ['KEN'] });
      const bytes = archiveJson({
        ...{ consultationId: id, state: h.state, people: [], draftText: () => null, head: { seq: 1, link: '' } },
        entries: h.events.map((event) => ({ ...event, consultationId: id, salt: '', hash: '', link: '' })),
      });
      return new TextDecoder().decode(bytes);
    };
    expect(text('yes')).toBe(text('no'));
  });
});

describe('a round under the Chatham House Rule', () => {
  test('leaves nothing in the payloads that says who began a draft or raised a hand', () => {
    const h = house();
    const [roomId = ''] = h.openRooms({ attribution: 'none' });
    const member = must(h.state.plenary.room.byId[roomId]?.members[1], 'member');
    h.act(member, 'room.raiseHand', { roomId });
    h.draft(1, 'Unattributed', 'Words.');
    const inRoom = archive(h).journal.filter(({ scope }) => scope === `room:${roomId}`);
    expect(inRoom).toHaveLength(2);
    for (const { data, salt } of inRoom) expect([data, salt]).toEqual([null, null]);
    expect(archive(h).drafts).toEqual([expect.objectContaining({ title: 'Unattributed' })]);
  });

  test('others keep what was said in the room', () => {
    const h = house();
    const [roomId = ''] = h.openRooms({ attribution: 'delegation' });
    h.draft(1, 'Attributed', 'Words.');
    const inRoom = archive(h).journal.filter(({ scope }) => scope === `room:${roomId}`);
    expect(inRoom.map(({ data }) => data)).toEqual([expect.objectContaining({ title: 'Attributed' })]);
  });
});
