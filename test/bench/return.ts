/** A hall whose network was gone: 475 people come back at once and get what they missed, not everything. */
import { median, printTable } from './figures.ts';
import type { Joined } from './loadJoins.ts';
import type { Whereabouts } from './scene.ts';
import { fill, setStage, spent } from './stage.ts';

/** What half a minute of a quiet breakout brings: two typists at five letters a second, and some acts of the bureau. */
const missed = { events: 20, edits: 300 };

export async function comeback(isQuick: boolean): Promise<void> {
  const people = 475;
  const missedBytes = 4_096;
  const stage = await setStage({ people, rooms: 25 }, () => ({ ws: { keeps: false, missedBytes } }));
  await fill(stage);
  const names = ['house', ...stage.bare.keys()];
  const found = new Map(names.map((name) => [name, [] as (Joined & { cpuMs: number })[]]));
  for (let turn = 0; turn < (isQuick ? 1 : 5); turn += 1) {
    const from = await stage.house.ask<Whereabouts>('whereabouts');
    for (const name of names) await stage.load.ask('leave', name);
    await stage.house.ask('goOn', missed);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (const name of names) {
      const { cpuMs, outcome } = await spent(stage.server(name), () =>
        stage.load.ask<Joined>('comeBack', { name, from }),
      );
      found.get(name)?.push({ ...outcome, cpuMs });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  const of = (name: string, figure: keyof Joined | 'cpuMs') =>
    median((found.get(name) ?? []).map((each) => each[figure]));
  printTable(
    names.map((name) => ({
      server: name,
      'seconds until the last': of(name, 'ms') / 1_000,
      '× ws': of(name, 'ms') / of('ws', 'ms'),
      'KB per person': of(name, 'bytesPerPerson') / 1_024,
      'server CPU ms per person': of(name, 'cpuMs') / people,
    })),
  );
  await stage.stop();
}
