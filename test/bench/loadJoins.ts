/** A hall that comes in at once, and one that comes back. */
import { Agent, request } from 'node:http';
import { ask, enterBare, enterHouse, forEach, isOk, kindOf, type Line, next } from './lines.ts';
import type { Group } from './load.process.ts';
import type { Player, Scene, Whereabouts } from './scene.ts';

export interface JoinOrder {
  url: string;
  scene: Scene;
  isBare: boolean;
  /** How many are on their way at the same moment. */
  atOnce: number;
}

export interface Joined {
  ms: number;
  bytesPerPerson: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 });

/** Exchanges a link's secret for a cookie. */
function signIn(url: string, token: string): Promise<string> {
  const body = JSON.stringify({ token });
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/sign-in`, { method: 'POST', agent, headers }, (response) => {
      const cookie = response.headers['set-cookie']?.[0]?.split(';', 1)[0];
      response.resume();
      response.on('end', () =>
        cookie ? resolve(cookie) : reject(new Error(`sign-in answered ${response.statusCode}`)),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Everyone signs in by link, connects, and has the whole state; then all leave. */
export async function join({ url, scene, isBare, atOnce }: JoinOrder): Promise<Joined> {
  const lines: Line[] = [];
  const began = performance.now();
  await forEach(scene.players, atOnce, async ({ token, room }: Player) => {
    const cookie = await signIn(url, token);
    lines.push(
      isBare ? await enterBare(url, room, cookie) : (await enterHouse(url, scene.consultationId, cookie)).line,
    );
  });
  const ms = performance.now() - began;
  const bytes = lines.reduce((sum, line) => sum + line.bytes, 0);
  for (const { socket } of lines) socket.terminate();
  return { ms, bytesPerPerson: bytes / lines.length };
}

export interface ComeBackOrder {
  /** What everyone had before they were away. */
  from: Whereabouts;
}

/** Everyone of a group who was cut off connects at once, and has what they missed: events, and the words of their room. */
export async function comeBack(group: Group, { from }: ComeBackOrder): Promise<Joined> {
  const { url, scene, isBare, players } = group;
  const lines: Line[] = [];
  const began = performance.now();
  await Promise.all(
    players.map(async ({ cookie, room, delegationId }) => {
      if (isBare) return void lines.push(await enterBare(url, room, '', true));
      const { roomId, itemId } = scene.drafts[room] ?? {};
      const cursors = {
        plenary: from.plenary,
        [`room:${roomId}`]: from.rooms[room] ?? 0,
        [`delegation:${delegationId}`]: 0,
      };
      const { line } = await enterHouse(url, scene.consultationId, cookie, { cursors, epoch: scene.consultationId });
      lines.push(line);
      const vector = from.vectors[room];
      line.socket.send(ask(line, 'draft:open', { itemId, epoch: 1, vector }));
      if (!isOk(await next(line, (data) => kindOf(data) === 'ack'))) throw new Error('draft:open was refused');
    }),
  );
  const ms = performance.now() - began;
  const bytes = lines.reduce((sum, line) => sum + line.bytes, 0);
  group.lines = lines;
  return { ms, bytesPerPerson: bytes / lines.length };
}
