/** The load generator in a process of its own. It holds a group of lines per server and plays what it is asked to. */

import { enterBare, enterHouse, forEach, type Line } from './lines.ts';
import { type BallotOrder, castBallots } from './loadBallots.ts';
import { type ComeBackOrder, comeBack, type JoinOrder, join } from './loadJoins.ts';
import { shout } from './loadPlenary.ts';
import { type StormOrder, storm } from './loadStorm.ts';
import { prepareTyping, type TypingOrder, type } from './loadTyping.ts';
import { answer } from './remote.ts';
import type { Player, Scene } from './scene.ts';

/** Everyone who is connected to one server. */
export interface Group {
  url: string;
  scene: Scene;
  isBare: boolean;
  lines: Line[];
  players: Player[];
  moderator: Line | null;
}

const groups = new Map<string, Group>();
const atOnce = 50;

function groupOf(name: string): Group {
  const group = groups.get(name);
  if (!group) throw new Error(`nobody is at ${name}`);
  return group;
}

answer({
  /** Brings everyone in, and the moderator, without measuring anything. */
  async enter({ name, url, scene, isBare }: { name: string; url: string; scene: Scene; isBare: boolean }) {
    const lines: Line[] = [];
    await forEach(scene.players, atOnce, async ({ cookie, room }, at) => {
      const line = isBare ? await enterBare(url, room) : (await enterHouse(url, scene.consultationId, cookie)).line;
      line.room = room;
      lines[at] = line;
    });
    const { moderator: seat } = scene;
    const moderator = isBare
      ? await enterBare(url, -1)
      : (await enterHouse(url, scene.consultationId, seat.cookie)).line;
    groups.set(name, { url, scene, isBare, lines, players: scene.players, moderator });
  },
  prepareTyping: (order: TypingOrder & { name: string }) => prepareTyping(groupOf(order.name), order),
  type: (name: string) => type(groupOf(name)),
  castBallots: (order: BallotOrder & { name: string }) => castBallots(groupOf(order.name), order),
  storm: (order: StormOrder & { name: string }) => storm(groupOf(order.name), order),
  shout: (name: string) => shout(groupOf(name)),
  join: (order: JoinOrder) => join(order),
  leave(name: string) {
    for (const line of groupOf(name).lines) line.socket.terminate();
  },
  comeBack: (order: ComeBackOrder & { name: string }) => comeBack(groupOf(order.name), order),
});
