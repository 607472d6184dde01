/** A hall that votes at once: 2,000 people of 193 delegations, the first ballots and then changes of mind. */
import { median, printTable } from './figures.ts';
import type { Voted } from './loadBallots.ts';
import { fill, setStage, spent } from './stage.ts';

export async function ballots(isQuick: boolean): Promise<void> {
  const people = isQuick ? 500 : 2_000;
  const stage = await setStage({ people, rooms: 25, isVoting: true }, () => ({ 'ws, group commit': { keeps: true } }));
  await fill(stage);
  const names = ['house', ...stage.bare.keys()];
  const found = new Map(names.map((name) => [name, [] as (Voted & { cpuMs: number })[]]));
  for (let turn = 0; turn < (isQuick ? 2 : 7); turn += 1) {
    for (const name of names) {
      const { cpuMs, outcome } = await spent(stage.server(name), () =>
        stage.load.ask<Voted>('castBallots', { name, turn }),
      );
      // The first burst is everybody's first ballot, and the one in which everything is compiled.
      if (turn > 0) found.get(name)?.push({ ...outcome, cpuMs });
      await new Promise((resolve) => setTimeout(resolve, isQuick ? 300 : 2_100));
    }
  }
  const of = (name: string, figure: keyof Voted | 'cpuMs') =>
    median((found.get(name) ?? []).map((each) => each[figure]));
  const rate = (name: string) => people / (of(name, 'ms') / 1_000);
  printTable(
    names.map((name) => ({
      server: name,
      'acks/s': rate(name),
      '× ws': rate(name) / rate('ws, group commit'),
      'p50 ms': of(name, 'p50'),
      'p99 ms': of(name, 'p99'),
      'last ms': of(name, 'ms'),
      'CPU ms': of(name, 'cpuMs'),
      refused: String((found.get(name) ?? []).reduce((sum, each) => sum + people - each.acks + each.refused, 0)),
    })),
  );
  await stage.stop();
}
