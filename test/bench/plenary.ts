/** One event for a hall of 2,000: when the last has it. */
import { median, printTable, quantile } from './figures.ts';
import type { Shouted } from './loadPlenary.ts';
import { fill, setStage, spent } from './stage.ts';

const betweenMs = 400;

export async function plenary(isQuick: boolean): Promise<void> {
  const people = isQuick ? 500 : 2_000;
  const stage = await setStage({ people, rooms: 25 }, () => ({ ws: { keeps: false } }));
  const memory = await fill(stage);
  const names = ['house', ...stage.bare.keys()];
  const found = new Map(names.map((name) => [name, [] as (Shouted & { cpuMs: number })[]]));
  for (let turn = 0; turn < (isQuick ? 4 : 25); turn += 1) {
    for (const name of names) {
      const { cpuMs, outcome } = await spent(stage.server(name), () => stage.load.ask<Shouted>('shout', name));
      if (turn > 1) found.get(name)?.push({ ...outcome, cpuMs });
      await new Promise((resolve) => setTimeout(resolve, betweenMs));
    }
  }
  const all = (name: string, figure: keyof Shouted | 'cpuMs') => (found.get(name) ?? []).map((each) => each[figure]);
  printTable(
    names.map((name) => ({
      server: name,
      'last of all ms': median(all(name, 'last')),
      '× ws': median(all(name, 'last')) / median(all('ws', 'last')),
      'middle ms': median(all(name, 'half')),
      'worst ms': quantile(all(name, 'last'), 1),
      'CPU ms': median(all(name, 'cpuMs')),
      'bytes per reader': median(all(name, 'bytes')),
      'KB per connection': memory.get(name) ?? Number.NaN,
    })),
  );
  await stage.stop();
}
