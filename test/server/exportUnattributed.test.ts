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
    ...{ journal: storage.journal, clock: { now: () => h.now }, newId: () => 'draft-1', draftText: () => null },
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
