/** A hall that comes in at once: 2,000 people sign in by link, connect and get a state of 200 KB. */
import { printTable } from './figures.ts';
import type { Joined } from './loadJoins.ts';
import { setStage, spent } from './stage.ts';

export async function joins(isQuick: boolean): Promise<void> {
  const people = isQuick ? 500 : 2_000;
  // What a hello is answered is the state as it travels and everybody's name, some 35 bytes each.
  const stage = await setStage({ people, rooms: 0, stateBytes: 200_000, hasLinks: true }, ({ sizes }) => ({
    ws: { keeps: false, stateBytes: sizes.deflated + people * 35 },
  }));
  const names = ['house', ...stage.bare.keys()];
  const found = new Map<string, Joined & { cpuMs: number }>();
  // A quarter comes in first, so that everything is compiled; more than 3,000 a minute the server does not let sign in.
  for (const share of [0.25, 1]) {
    const players = stage.scene.players.slice(0, people * share);
    for (const name of names) {
      const url = stage.bare.get(name)?.url ?? stage.scene.url;
      const order = { url, scene: { ...stage.scene, players }, isBare: name !== 'house', atOnce: 100 };
      const { cpuMs, outcome } = await spent(stage.server(name), () => stage.load.ask<Joined>('join', order));
      found.set(name, { ...outcome, cpuMs });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
  const of = (name: string, figure: keyof Joined | 'cpuMs') => found.get(name)?.[figure] ?? Number.NaN;
  process.stdout.write(`State: ${stage.scene.sizes.json} bytes of JSON, ${stage.scene.sizes.deflated} deflated\n\n`);
  printTable(
    names.map((name) => ({
      server: name,
      'seconds for all': of(name, 'ms') / 1_000,
      '× ws': of(name, 'ms') / of('ws', 'ms'),
      'server CPU ms per join': of(name, 'cpuMs') / people,
      'KB per person': of(name, 'bytesPerPerson') / 1_024,
    })),
  );
  await stage.stop();
}
