/** What the decisions file gives away of a silence whose breaker is the bureau's to know, through the real host. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStateNames } from '@shared/data/stateNames.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { openingOf } from '@shared/domain/silence/shape.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decisionsJson } from '../../server/export/decisions.ts';
import { createConsultationHost } from '../../server/host/consultationHost.ts';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { house, houseCodes } from '../support/build.ts';

let folder: string;
let storage: Storage;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-breaker-'));
  storage = openStorage(folder);
});
afterEach(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A silence that a delegation reads, breaks and retracts; beforehand everybody has voted, so that each person's id is known. */
async function broken(breaker: string) {
  const h = house({ profile: 'committee' });
  h.openRooms();
  const [voted, itemId] = [h.reported(1, 'Share data'), h.reported(1, 'Open one desk')];
  h.step('deciding');
  for (const each of [voted, itemId]) h.stage(each, 'ready');
  h.vote(voted, { yes: houseCodes });
  const silenceId = String(must(h.act('mod', 'silence.prepare', { itemId })[0], 'round').data.silenceId);
  h.act('mod', 'silence.open', { silenceId, deadlineAt: h.now + 80 * 3_600_000, languagesWaived: 'They follow.' });
  const begun = h.events.length;
  storage.journal.append(breaker, h.events, []);
  const host = createConsultationHost(breaker, {
    ...{ journal: storage.journal, boxes: storage.boxes, clock: { now: () => h.now } },
    ...{ newId: () => 'fresh', draftText: () => null, spanAt: () => null },
    ...{ publish: () => undefined, readOnly: () => undefined },
    fault: (error) => {
      throw error;
    },
  });
  const acts = [
    ['silence.read', { silenceId }],
    [
      'silence.break',
      { silenceId, round: 1, isConfirmed: true, reason: 'A secret reason', alternative: 'Secret words' },
    ],
    ['silence.retract', { silenceId }],
  ] as const;
  for (const [at, [type, payload]] of acts.entries()) {
    h.now += 1_000;
    expect(await host.submit(`${breaker}-1`, { id: `command-${at}`, type, payload })).toMatchObject({ ok: true });
  }
  host.drain();
  // The same but for what chance gave it: salts, and the hashes that come of them.
  const entries = [...storage.journal.exported(breaker)].map((entry) => ({
    ...{ ...entry, consultationId: 'c', hash: '', link: '' },
    salt: entry.salt && '',
  }));
  const bytes = decisionsJson({
    ...{ consultationId: 'c', entries, head: { seq: entries.length, link: '' } },
    stateNames: await loadStateNames('en'),
  });
  return { host, silenceId, entries: entries.slice(begun), file: new TextDecoder().decode(bytes) };
}

describe('who broke silence, where the chair alone is told', () => {
  test('[SIL-16] [AUD-2] the decisions file is the same, whichever delegation it was', async () => {
    const [kenya, france] = [await broken('KEN'), await broken('FRA')];
    expect(kenya.file).toContain('silence.SilenceBroken');
    expect(kenya.file).toBe(france.file);
    expect(openingOf(must(kenya.host.state().plenary.silence.byId[kenya.silenceId], 'silence')).breakerShown).toBe(
      'chair',
    );
  });

  test('[SIL-14] [SIL-16] no head says who acted, and the bureau and its own people know it all the same', async () => {
    const { host, silenceId, entries } = await broken('KEN');
    expect(entries.map(({ by }) => by)).toEqual(entries.map(() => null));
    const { bureau, delegation } = host.state();
    expect(bureau.silence.objections[silenceId]).toMatchObject([{ delegationId: 'KEN', reason: 'A secret reason' }]);
    expect(Object.keys(bureau.silence.read[silenceId]?.[1] ?? {})).toEqual(['KEN']);
    expect(delegation.KEN?.silence[silenceId]).toMatchObject([{ by: 'KEN-1', alternative: 'Secret words' }]);
    expect(delegation.FRA?.silence).toEqual({});
  });

  test('[SIL-16] what comes after it is as many entries for each delegation', async () => {
    const { entries } = await broken('KEN');
    const of = (code: string) => entries.filter(({ scope }) => scope === `delegation:${code}`).map(({ type }) => type);
    for (const code of houseCodes) expect(of(code)).toEqual(['silence.BreakNoted', 'silence.RetractionNoted']);
  });
});
