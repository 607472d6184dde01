/** The processes of a bench: the house, one or two bare servers, and the load between them. */

import type { BareOrder } from './bareFrames.ts';
import { type Remote, startProcess, type Usage } from './remote.ts';
import type { Scene, SceneOrder } from './scene.ts';

export interface Stage {
  load: Remote;
  house: Remote;
  scene: Scene;
  /** The bare servers by name, each with its address. */
  bare: Map<string, { remote: Remote; url: string }>;
  server(name: string): Remote;
  stop(): Promise<void>;
}

/** Starts everything; the house comes first, so that the bare servers can be told how much it says. */
export async function setStage(
  order: SceneOrder,
  bareOrders: (scene: Scene) => Record<string, BareOrder>,
): Promise<Stage> {
  const load = startProcess('load');
  const house = startProcess('house');
  const scene = await house.ask<Scene>('open', order);
  const bare = new Map<string, { remote: Remote; url: string }>();
  for (const [name, bareOrder] of Object.entries(bareOrders(scene))) {
    const remote = startProcess('bare');
    bare.set(name, { remote, url: await remote.ask<string>('open', bareOrder) });
  }
  return {
    ...{ load, house, scene, bare },
    server: (name) => bare.get(name)?.remote ?? house,
    async stop() {
      await Promise.all([load, house, ...[...bare.values()].map(({ remote }) => remote)].map((each) => each.stop()));
    },
  };
}

/** Brings everyone to every server; answers what a connection takes of each server's memory, in KB. */
export async function fill(stage: Stage): Promise<Map<string, number>> {
  const { load, scene } = stage;
  const perConnection = new Map<string, number>();
  for (const name of ['house', ...stage.bare.keys()]) {
    const server = stage.server(name);
    const before = await server.ask<Usage>('settled');
    const url = stage.bare.get(name)?.url ?? scene.url;
    await load.ask('enter', { name, url, scene, isBare: name !== 'house' });
    const after = await server.ask<Usage>('settled');
    perConnection.set(name, (after.rssKb - before.rssKb) / scene.players.length);
  }
  return perConnection;
}

/** What a server's CPU spent (ms) while something happened, and what came of it. */
export async function spent<T>(server: Remote, what: () => Promise<T>): Promise<{ cpuMs: number; outcome: T }> {
  const before = await server.ask<Usage>('usage');
  const outcome = await what();
  const after = await server.ask<Usage>('usage');
  return { cpuMs: after.cpuMs - before.cpuMs, outcome };
}
