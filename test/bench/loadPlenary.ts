/** One event for everyone, and when the last has it. */
import { kinds } from './bareFrames.ts';
import { ask, kindOf, next } from './lines.ts';
import type { Group } from './load.process.ts';

/** Of one shout: when the middle and the last reader had it (ms), and how large it was. */
export interface Shouted {
  half: number;
  last: number;
  bytes: number;
}

const words = 'The rooms close in five minutes; please agree on who will report.';

/** The moderator says something to all; answers when it has reached them. */
export async function shout(group: Group): Promise<Shouted> {
  const { moderator, lines, isBare } = group;
  if (!moderator) throw new Error('no moderator');
  const isShout = (data: Buffer) => (isBare ? data[0] === kinds.shout : kindOf(data) === 'events');
  const times: number[] = [];
  const heard = lines.map((line) =>
    next(line, isShout).then((data) => {
      times.push(performance.now());
      return data.length;
    }),
  );
  const began = performance.now();
  const frame = isBare
    ? Buffer.concat([Buffer.from([kinds.shout]), Buffer.from(words.padEnd(180))])
    : ask(moderator, 'command', {
        id: `shout-${began}`.replace('.', '-'),
        type: 'room.announce',
        payload: { roomIds: null, text: words },
      });
  moderator.socket.send(frame);
  const [bytes = 0] = await Promise.all(heard);
  return { half: (times[Math.floor(times.length / 2)] ?? 0) - began, last: (times.at(-1) ?? 0) - began, bytes };
}
