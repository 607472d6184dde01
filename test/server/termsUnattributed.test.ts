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
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-terms-'));
  storage = openStorage(folder);
});
afterEach(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the journal and the archive keep of a disagreement that a member has parked, through the real host. */
async function keptOf(attribution: Attribution) {
  const h = house();
  const [roomId = ''] = h.openRooms({ attribution });
  const member = must(h.state.plenary.room.byId[roomId]?.members[0], 'member');
  storage.journal.append('c', h.events, []);
  const host = createConsultationHost('c', {
    ...{
      journal: storage.journal,
      boxes: storage.boxes,
      clock: { now: () => h.now },
      newId: () => 'parked-1',
      draftText: () => null,
    },
    ...{ spanAt: () => null, publish: () => undefined, readOnly: () => undefined, fault: () => undefined },
  });
  const answer = await host.submit(member, {
    ...{ id: 'command-1', type: 'term.park' },
    payload: { roomId, itemId: null, termId: 'migrant', words: 'migrant', note: 'Too wide.' },
  });
  expect(answer.ok).toBe(true);
  host.drain();
  const bytes = archiveJson({
    ...{ consultationId: 'c', state: host.state(), people: [], draftText: () => null },
    ...{ entries: storage.journal.exported('c'), head: storage.journal.head('c') },
  });
  const { journal } = JSON.parse(new TextDecoder().decode(bytes)) as { journal: { type: string }[] };
  const kept = JSON.stringify(journal.filter(({ type }) => type.startsWith('term.')));
  return { member, kept };
}

test('[TERM-9] under the Chatham House Rule nothing says who parked a disagreement', async () => {
  const { member, kept } = await keptOf('none');
  expect(kept).toContain('term.DisagreementParked');
  expect(kept).toContain('term.DisagreementRaised');
  expect(kept).not.toContain(member);
});

test('[TERM-9] in a round that may be attributed the journal does', async () => {
  const { member, kept } = await keptOf('named');
  expect(kept).toContain(member);
});
