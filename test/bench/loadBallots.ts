/** Everyone votes at the same moment. */
import { kinds } from './bareFrames.ts';
import { quantile } from './figures.ts';
import { ask, isOk, kindOf } from './lines.ts';
import type { Group } from './load.process.ts';

export interface BallotOrder {
  turn: number;
}

export interface Voted {
  acks: number;
  refused: number;
  ms: number;
  p50: number;
  p99: number;
}

const choices = ['yes', 'no', 'abstain'] as const;
const patienceMs = 15_000;

/** Sends everyone's ballot at once and waits until the last is acknowledged, which is after it is durable. */
export async function castBallots(group: Group, { turn }: BallotOrder): Promise<Voted> {
  const { lines, isBare, scene } = group;
  const ballots = lines.map((line, at) => {
    const choice = choices[(at + turn) % 3];
    if (isBare)
      return Buffer.concat([Buffer.from([kinds.ballot]), Buffer.from(`${scene.players[at]?.delegationId} ${choice}`)]);
    const envelope = { id: `ballot-${turn}-${at}`, type: 'vote.cast', payload: { voteId: scene.voteId, choice } };
    return ask(line, 'command', envelope);
  });
  const times: number[] = [];
  let refused = 0;
  let began = 0;
  let over = () => {};
  const done = new Promise<void>((resolve) => {
    over = resolve;
  });
  for (const line of lines) {
    line.hear = (data) => {
      if (isBare ? data[0] !== kinds.ack : kindOf(data) !== 'ack') return;
      if (!isBare && !isOk(data)) refused += 1;
      times.push(performance.now() - began);
      if (times.length === lines.length) over();
    };
  }
  const impatience = setTimeout(over, patienceMs);
  began = performance.now();
  for (const [at, line] of lines.entries()) line.socket.send(ballots[at] ?? '');
  await done;
  clearTimeout(impatience);
  return {
    acks: times.length,
    refused,
    ms: times.at(-1) ?? Number.NaN,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}
