/** A hall that comes in at once: 2,000 people sign in by link, connect and get a state of 200 KB. */
import { median, printTable } from './figures.ts';
import type { Joined } from './loadJoins.ts';
import { setStage, spent } from './stage.ts';

export async function joins(isQuick: boolean): Promise<void> {
  const people = isQuick ? 500 : 2_000;
  // What a hello is answered is the state as it travels and everybody's name, some 35 bytes each.
  const stage = await setStage({ people, rooms: 0, stateBytes: 200_000 }, ({ sizes }) => ({
    ws: { keeps: false, stateBytes: sizes.deflated + people * 35 },
  }));
  const names = ['house', ...stage.bare.keys()];
  const found = new Map(names.map((name) => [name, [] as (Joined & { cpuMs: number })[]]));
  // Each link serves two devices: so many times the hall can come in.
  for (let turn = 0; turn < (isQuick ? 1 : 2); turn += 1) {
    for (const name of names) {
      const order = { url: stage.bare.get(name)?.url ?? stage.scene.url, scene: stage.scene, isBare: name !== 'house' };
      const { cpuMs, outcome } = await spent(stage.server(name), () =>
        stage.load.ask<Joined>('join', { ...order, atOnce: 100 }),
      );
      found.get(name)?.push({ ...outcome, cpuMs });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
  const of = (name: string, figure: keyof Joined | 'cpuMs') =>
    median((found.get(name) ?? []).map((each) => each[figure]));
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
