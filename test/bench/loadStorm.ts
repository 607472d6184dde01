/** Everyone votes within a few seconds, each at a moment of their own; somebody looks on. */
import { Decoder } from '@shared/protocol/parser.ts';
import { kinds } from './bareFrames.ts';
import { quantile } from './figures.ts';
import { ask, isOk, kindOf, type Line } from './lines.ts';
import type { Group } from './load.process.ts';

export interface StormOrder {
  turn: number;
  voteId: string;
  /** Over how long the ballots are spread. */
  spreadMs: number;
}

export interface Stormed {
  acks: number;
  refused: number;
  p50: number;
  p99: number;
  worst: number;
  /** The most frames that told a turnout within one second, as a reader counts them. */
  framesPerSecond: number;
  /** By delegation the choice that was acknowledged last: an independent count. */
  last: Record<string, string>;
}

const choices = ['yes', 'no', 'abstain'] as const;
const patienceMs = 20_000;

/** A ballot that waits for its acknowledgement. */
interface Sent {
  delegationId: string;
  choice: string;
  at: number;
  ms: number;
  answer: Buffer | null;
}

/** Sends everyone's ballot at its moment; answers how long each took from being sent to being acknowledged. */
export async function storm(group: Group, { turn, voteId, spreadMs }: StormOrder): Promise<Stormed> {
  const { lines, isBare, scene, moderator } = group;
  const frames: number[] = [];
  if (moderator) moderator.hear = (data) => void (isTurnout(data, isBare) && frames.push(performance.now()));
  const sent: Sent[] = [];
  let waiting = lines.length;
  await new Promise<void>((resolve) => {
    const impatience = setTimeout(resolve, spreadMs + patienceMs);
    for (const [at, line] of lines.entries()) {
      const ballot = { delegationId: scene.players[at]?.delegationId ?? '', choice: choices[(at + turn) % 3] ?? '' };
      // Neighbours are of different delegations; a stride spreads each delegation over the whole time.
      const moment = ((((at * 769) % lines.length) + 0.5) / lines.length) * spreadMs;
      setTimeout(() => {
        const each: Sent = { ...ballot, at: performance.now(), ms: Number.NaN, answer: null };
        sent.push(each);
        line.hear = (data) => {
          if (isBare ? data[0] !== kinds.ack : kindOf(data) !== 'ack') return;
          Object.assign(each, { ms: performance.now() - each.at, answer: data });
          waiting -= 1;
          if (waiting === 0) resolve(clearTimeout(impatience));
        };
        line.socket.send(isBare ? bare(ballot) : envelope(line, `storm-${turn}-${at}`, voteId, ballot.choice));
      }, moment);
    }
  });
  const answered = sent.filter(({ answer }) => answer);
  const times = answered.map(({ ms }) => ms);
  return {
    acks: answered.length,
    refused: isBare ? 0 : answered.filter(({ answer }) => answer && !isOk(answer)).length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    worst: Math.max(...times),
    framesPerSecond: mostWithin(frames, 1_000),
    last: isBare ? {} : lastOf(answered),
  };
}

const bare = ({ delegationId, choice }: { delegationId: string; choice: string }) =>
  Buffer.concat([Buffer.from([kinds.ballot]), Buffer.from(`${delegationId} ${choice}`)]);

const envelope = (line: Line, id: string, voteId: string, choice: string) =>
  ask(line, 'command', { id, type: 'vote.cast', payload: { voteId, choice } });

function isTurnout(data: Buffer, isBare: boolean): boolean {
  if (isBare) return data[0] === kinds.turnout;
  return kindOf(data) === 'events' && data.includes('BallotReceived');
}

/** The answers are read when the storm is over: each has the number of its last event. */
function lastOf(answered: readonly Sent[]): Record<string, string> {
  const last = new Map<string, { choice: string; seq: number }>();
  const decoder = new Decoder();
  let seq = 0;
  decoder.on('decoded', ({ data }) => {
    const [answer] = data as [{ seq?: number }];
    seq = answer.seq ?? 0;
  });
  for (const { answer, delegationId, choice } of answered) {
    if (!answer) continue;
    decoder.add(answer);
    if (seq > (last.get(delegationId)?.seq ?? 0)) last.set(delegationId, { choice, seq });
  }
  return Object.fromEntries([...last].map(([id, { choice }]) => [id, choice]));
}

function mostWithin(times: readonly number[], spanMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length));
}
