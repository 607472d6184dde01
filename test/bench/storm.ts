/** A recorded vote as a large hall holds it: 2,000 people of 193 delegations cast within two seconds, then it is declared. */
import { median, printTable } from './figures.ts';
import type { Stormed } from './loadStorm.ts';
import { fill, setStage, spent } from './stage.ts';

type Figures = Omit<Stormed, 'last'> & { cpuMs: number };

export async function storm(isQuick: boolean): Promise<void> {
  const people = isQuick ? 500 : 2_000;
  const spreadMs = isQuick ? 500 : 2_000;
  const bareName = 'ws, group commit';
  const stage = await setStage({ people, rooms: 25, isVoting: true }, () => ({ [bareName]: { keeps: true } }));
  await fill(stage);
  const names = ['house', ...stage.bare.keys()];
  const found = new Map(names.map((name) => [name, [] as Figures[]]));
  let { voteId } = stage.scene;
  let exact = 0;
  const turns = isQuick ? 2 : 6;
  for (let turn = 0; turn < turns; turn += 1) {
    for (const name of names) {
      const { cpuMs, outcome } = await spent(stage.server(name), () =>
        stage.load.ask<Stormed>('storm', { name, turn, voteId, spreadMs }),
      );
      const { last, ...figures } = outcome;
      // In the first one everything is compiled.
      if (turn > 0) found.get(name)?.push({ ...figures, cpuMs });
      if (name !== 'house') continue;
      const declared = await stage.house.ask<{ tally: string; next: string }>('declareVote', {
        voteId,
        rollCall: last,
      });
      if (declared.tally === 'exact') exact += 1;
      voteId = declared.next;
    }
  }
  const of = (name: string, figure: keyof Figures) => median((found.get(name) ?? []).map((each) => each[figure]));
  printTable(
    names.map((name) => ({
      server: name,
      'p50 ms': of(name, 'p50'),
      'p99 ms': of(name, 'p99'),
      '× ws (p99)': of(name, 'p99') / of(bareName, 'p99'),
      'worst ms': of(name, 'worst'),
      'CPU ms': of(name, 'cpuMs'),
      '× ws (CPU)': of(name, 'cpuMs') / of(bareName, 'cpuMs'),
      'turnout frames/s, most': Math.max(...(found.get(name) ?? []).map(({ framesPerSecond }) => framesPerSecond)),
      refused: (found.get(name) ?? []).reduce((sum, each) => sum + people - each.acks + each.refused, 0),
      'exact tallies': name === 'house' ? `${exact} of ${turns}` : '–',
    })),
  );
  await stage.stop();
}
