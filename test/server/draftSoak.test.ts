import { must } from '@shared/domain/kernel/must.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import { textOf } from '@shared/draft/draftShape.ts';
import { areWhole } from '@shared/draft/placing.ts';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { docOf } from '../../server/gate/liveDraft.ts';
import { soak } from '../support/soak.ts';

/** The long form, `npm run test:soak`, goes on for so many seconds; the short one for so many rounds. */
const seconds = Number(process.env.SOAK_SECONDS ?? 0);
const rounds = 400;

test(
  'many write and bracket one draft over lines that are cut, and nothing acknowledged is lost',
  async () => {
    const endsAt = Date.now() + seconds * 1_000;
    const goesOn = (round: number) => (seconds > 0 ? Date.now() < endsAt : round < rounds);
    const { room, pages, saved, positions, figures, stop } = await soak(seconds > 0 ? 30 : 10, 'soak', goesOn);
    const stored = () => docOf(room.store.load('c1', 'item1')?.updates ?? []);
    const texts = () => pages.map(({ channel }) => readDraft(channel.view.getState().doc));
    await vi.waitFor(
      () => {
        const statuses = new Set(pages.map(({ channel }) => channel.view.getState().status.kind));
        expect([...statuses]).toEqual(['saved']);
        const text = JSON.stringify(readDraft(stored()));
        // Compared as claims: a difference in so long a text would fill pages.
        expect(texts().every((each) => JSON.stringify(each) === text)).toBe(true);
      },
      { timeout: 40_000, interval: 50 },
    );
    const doc = stored();
    for (const [client, units] of saved) expect(Y.getState(doc.store, client)).toBeGreaterThanOrEqual(units);
    expect([doc, ...pages.map(({ channel }) => channel.view.getState().doc)].every(areWhole)).toBe(true);
    const { byId } = must(room.state().room.r1, 'room').bracket;
    for (const [id, held] of positions) {
      const known = Object.entries(must(byId[id], 'bracket').positions).map(([who, { stance }]) => [who, stance]);
      expect(Object.fromEntries(known)).toEqual(held);
    }
    expect(room.faults).toEqual([]);
    expect(positions.size, JSON.stringify(figures)).toBeGreaterThan(5);
    if (seconds > 0) console.info({ ...figures, brackets: Object.keys(byId).length, units: textOf(doc).length });
    stop();
  },
  60_000 + seconds * 1_000,
);
