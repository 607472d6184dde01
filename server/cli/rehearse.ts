import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { digestOf } from '../export/digest.ts';
import { archiveOf, briefOf } from '../export/ofLive.ts';
import { openFromPlan } from '../host/settingUp.ts';
import { CannotStart } from '../ports/cannotStart.ts';
import { seatCast } from '../rehearsal/cast.ts';
import { playJourney } from '../rehearsal/journey.ts';
import { rehearsalPlan } from '../rehearsal/rehearsalPlan.ts';
import { openStorage } from '../storage/sqlite/open.ts';
import { houseLink, start } from './serve.ts';

const help = `Usage: rapporteur rehearse [options]

Runs a whole consultation against a server of its own: simulated delegations join by link, form rooms, draft,
report, comment and vote; then the documents are written. The same seed gives the same digest.

  --seed TEXT          what chance is drawn from (default 1)
  --delegations N      delegations of two people each, 2 to 193 (default 20)
  --rooms N            rooms of every round (default 4)
  --out DIR            where issue-brief.docx, archive.json and digest.txt go (default ./rehearsal)
  --data-dir DIR       keep the server's data here instead of throwing it away
`;

const Options = z.object({
  seed: z.string().min(1).max(60).default('1'),
  delegations: z.coerce.number().int().min(2).max(193).default(20),
  rooms: z.coerce.number().int().min(1).max(193).default(4),
  out: z.string().default('rehearsal'),
  'data-dir': z.string().optional(),
});

/** `rapporteur rehearse`: demo, training aid, smoke test and load generator in one. */
export async function rehearse(argv: string[]): Promise<number> {
  const string = { type: 'string' } as const;
  const { values } = parse(argv, {
    seed: string,
    delegations: string,
    rooms: string,
    out: string,
    'data-dir': string,
    help: { type: 'boolean' },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const read = Options.safeParse(values);
  if (!read.success)
    throw new CannotStart(
      'rehearse.option',
      `--${read.error.issues[0]?.path.join('.')} is out of bounds. See rapporteur rehearse --help.`,
    );
  const { seed, delegations, rooms, out } = read.data;
  if (rooms * 2 > delegations * 2)
    throw new CannotStart(
      'rehearse.option',
      `--rooms ${rooms} needs at least ${rooms} delegations, so that each room has a facilitator and a rapporteur.`,
    );
  const kept = read.data['data-dir'];
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'rapporteur-rehearsal-'));
  try {
    const summary = await run({ seed, delegations, rooms, out: resolve(out), dataDir });
    process.stdout.write(`${JSON.stringify(summary)}\n`);
    return 0;
  } finally {
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function run(options: { seed: string; delegations: number; rooms: number; out: string; dataDir: string }) {
  const { seed, delegations, rooms, out, dataDir } = options;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const began = performance.now();
  const storage = openStorage(dataDir);
  const server = await start(readConfig(['--port', '0', '--data-dir', dataDir, '--log-level', 'warn'], {}), storage);
  try {
    say(`A rehearsal with ${delegations} delegations in ${rooms} rooms, at ${server.url}`);
    const { house } = server.app;
    const live = await openFromPlan(house, rehearsalPlan(seed, delegations), 'Secretariat', ({ key }) => key);
    const cast = await seatCast(server.url, houseLink(storage, server.url), live.id);
    say(`${cast.all.length} participants joined by link`);
    await playJourney(cast, { seed, rooms, say });
    const latencies = cast.all.flatMap((bot) => bot.latencies).sort((a, b) => a - b);
    for (const bot of cast.all) bot.close();
    mkdirSync(out, { recursive: true });
    const brief = await briefOf(live, house, 'en');
    writeFileSync(join(out, 'issue-brief.docx'), brief);
    writeFileSync(join(out, 'archive.json'), archiveOf(live, house));
    const digest = digestOf(live.host.state());
    writeFileSync(join(out, 'digest.txt'), `${digest}\n`);
    const { plenary } = live.host.state();
    const at = (share: number) =>
      Math.round((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0) * 10) / 10;
    return {
      ok: true,
      seed,
      delegations,
      participants: cast.all.length,
      rooms: Object.keys(plenary.room.byId).length,
      items: Object.keys(plenary.board.items).length,
      comments: Object.values(plenary.comment.byItem).reduce((sum, list) => sum + list.length, 0),
      votes: plenary.vote.order.length,
      ballots: Object.values(plenary.vote.byId).reduce((sum, vote) => sum + vote.received.length, 0),
      events: live.host.seq(),
      commands: latencies.length,
      acknowledgedMs: { median: at(0.5), p99: at(0.99) },
      seconds: Math.round((performance.now() - began) / 100) / 10,
      digest,
      briefSha256: createHash('sha256').update(brief).digest('hex'),
      out,
    };
  } finally {
    await server.stop();
    storage.close();
  }
}

function parse<T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(args: string[], options: T & {}) {
  try {
    return parseArgs({ args, options });
  } catch (error) {
    throw new CannotStart(
      'rehearse.option',
      `${error instanceof Error ? error.message : String(error)} See rapporteur rehearse --help.`,
    );
  }
}
