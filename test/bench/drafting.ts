/** Rooms that draft: what a letter on a screen costs, how late it comes, and how many a second there may be. */
import { median, printTable, shown } from './figures.ts';
import type { Typed, TypingOrder } from './loadTyping.ts';
import { fill, type Stage, setStage, spent } from './stage.ts';

interface Rooms {
  people: number;
  rooms: number;
}

const bareServers = { ws: { keeps: false }, 'ws:apply': { keeps: true } };

async function round(stage: Stage, name: string, order: TypingOrder) {
  await stage.load.ask('prepareTyping', { name, ...order });
  const { cpuMs, outcome } = await spent(stage.server(name), () => stage.load.ask<Typed>('type', name));
  return { ...outcome, cpuUs: (cpuMs * 1_000) / outcome.deliveries };
}

async function steady(rooms: Rooms, order: TypingOrder, rounds: number): Promise<void> {
  const stage = await setStage(rooms, () => bareServers);
  const memory = await fill(stage);
  const names = ['house', ...stage.bare.keys()];
  const found = new Map(names.map((name) => [name, [] as Awaited<ReturnType<typeof round>>[]]));
  // A first short round that counts nowhere: everything is compiled and every text in memory.
  for (const name of names) await round(stage, name, { ...order, seconds: 1 });
  for (let turn = 0; turn < rounds; turn += 1)
    for (const name of names) found.get(name)?.push(await round(stage, name, order));
  const of = (name: string, figure: keyof Awaited<ReturnType<typeof round>>) =>
    median((found.get(name) ?? []).map((each) => each[figure]));
  printTable(
    names.map((name) => ({
      server: name,
      'CPU µs per delivery': of(name, 'cpuUs'),
      '× ws': of(name, 'cpuUs') / of('ws', 'cpuUs'),
      '× ws:apply': of(name, 'cpuUs') / of('ws:apply', 'cpuUs'),
      'p50 ms': of(name, 'p50'),
      'p99 ms': of(name, 'p99'),
      'bytes per delivery': of(name, 'bytesPerDelivery'),
      'frames per delivery': of(name, 'framesPerDelivery'),
      'KB per connection': memory.get(name) ?? Number.NaN,
      lost: String(
        (found.get(name) ?? []).reduce((sum, each) => sum + each.expected - each.deliveries + each.refused, 0),
      ),
    })),
  );
  await stage.stop();
}

/** 500 people in 25 rooms, two typists in each at five letters a second. */
export function draftingQuiet(isQuick: boolean): Promise<void> {
  const order = { typistsPerRoom: 2, rate: 5, seconds: isQuick ? 2 : 6, hasCarets: false };
  return steady({ people: 500, rooms: 25 }, order, isQuick ? 1 : 3);
}

/** 400 people in 10 rooms, eight typists with carets in each. */
export function draftingBusy(isQuick: boolean): Promise<void> {
  const order = { typistsPerRoom: 8, rate: 5, seconds: isQuick ? 2 : 6, hasCarets: true };
  return steady({ people: 400, rooms: 10 }, order, isQuick ? 1 : 3);
}

const latestMs = 100;

/** Everybody types, ever faster, until letters come later than a tenth of a second. */
export async function draftingRamp(isQuick: boolean): Promise<void> {
  const rooms = { people: 400, rooms: 10 };
  const stage = await setStage(rooms, () => bareServers);
  await fill(stage);
  const rates = isQuick ? [0.5, 1] : [0.5, 1, 2, 4, 6, 8, 11, 15, 20, 27, 36, 48];
  const rows: Record<string, string | number>[] = [];
  for (const name of ['house', ...stage.bare.keys()]) {
    let highest = 0;
    let failures = 0;
    // Counts nowhere: everything is compiled and every text in memory.
    await round(stage, name, { typistsPerRoom: 40, rate: 1, seconds: 1, hasCarets: false });
    for (let at = 0; at < rates.length && failures < 2; at += 1) {
      const rate = rates[at] ?? 0;
      const step = await round(stage, name, { typistsPerRoom: 40, rate, seconds: 2, hasCarets: false });
      const perSecond = step.editsPerSecond * (rooms.people / rooms.rooms);
      const isKept = step.p99 < latestMs && step.deliveries === step.expected && step.refused === 0;
      const late = step.loadLateMs > latestMs ? `, load late by ${shown(step.loadLateMs)} ms` : '';
      process.stderr.write(
        `${name}: ${shown(perSecond)} a second, p99 ${shown(step.p99)} ms, ${step.refused} refused${late}\n`,
      );
      // Something else on the machine may have been in the way once: the same again.
      failures = isKept ? 0 : failures + 1;
      if (!isKept) at -= 1;
      else highest = perSecond;
    }
    rows.push({ server: name, 'highest deliveries/s at p99 < 100 ms': highest });
  }
  printTable(rows);
  await stage.stop();
}
