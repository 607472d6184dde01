/**
 * The real server on a free port, with real storage in a directory of its own, and a small consultation in it: five member
 * states of five regions with two people each, an observer, a panelist, a moderator, a projector. A person's id is their key
 * (`KEN-1`, `mod`, `screen`); `secretariat` is the house's own seat.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memberStates } from '@shared/data/memberStates.ts';
import type { ConsultationPlan } from '@shared/data/sampleConsultation.ts';
import type { RegionalGroup, Role } from '@shared/domain/kernel/words.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { nanoid } from 'nanoid';
import { type App, buildApp } from '../../server/app.ts';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import type { CommandAnswer } from '../../server/host/consultationHost.ts';
import { openFromPlan } from '../../server/host/settingUp.ts';
import { createLog } from '../../server/ops/log.ts';
import { createMetrics } from '../../server/ops/metrics.ts';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { dial, type Line, type LineOptions } from './line.ts';

export const states: Readonly<Record<string, RegionalGroup>> = {
  BRA: 'grulac',
  FRA: 'weog',
  HUN: 'eastern-europe',
  JPN: 'asia-pacific',
  KEN: 'africa',
};

export interface HouseOptions {
  dataDir?: string;
  port?: number;
  /** Puts something between the server and its storage. */
  through?(storage: Storage): Storage;
  allowedOrigins?: string[];
  trustProxy?: number;
  clientDir?: string;
}

export interface StartedHouse {
  url: string;
  port: number;
  dataDir: string;
  app: App;
  storage: Storage;
  clock: { now(): number; advance(ms: number): void };
  /** What the log has been told. */
  logged: string[];
  /** Opens the small consultation, with these member states if not the usual five. */
  open(codes?: readonly string[]): Promise<LiveConsultation>;
  /** The address of a personal link, of a seat or of the house. */
  link(live: LiveConsultation | null, participantId: string, options?: { devices?: number; days?: number }): string;
  /** A request as a program makes it: JSON there and back. */
  ask(method: string, path: string, options?: AskOptions): Promise<Reply>;
  /** Signs in by a fresh link; answers the cookie. */
  signIn(live: LiveConsultation | null, participantId: string): Promise<string>;
  /** A connection of a person, who has said hello and reads along. */
  line(live: LiveConsultation, participantId: string, options?: Partial<LineOptions>): Promise<Line>;
  stop(): Promise<void>;
}

interface AskOptions {
  cookie?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back.
  body: any;
}

const dayMs = 86_400_000;

export async function startHouse(options: HouseOptions = {}): Promise<StartedHouse> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'rapporteur-house-'));
  const opened = openStorage(dataDir);
  const storage = options.through?.(opened) ?? opened;
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead, advance: (ms: number) => void (ahead += ms) };
  const logged: string[] = [];
  const port = options.port ?? 0;
  const app = buildApp({
    ...storage,
    clock,
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    metrics: createMetrics(),
    clientDir: options.clientDir ?? join(dataDir, 'no-pages'),
    allowedOrigins: options.allowedOrigins ?? [],
    trustProxy: options.trustProxy ?? 0,
    publicUrl: () => url,
  });
  app.http.listen(port, '127.0.0.1');
  await once(app.http, 'listening');
  const bound = (app.http.address() as AddressInfo).port;
  const url = `http://127.0.0.1:${bound}`;
  const lines: Line[] = [];

  const house: StartedHouse = {
    url,
    port: bound,
    dataDir,
    app,
    storage,
    clock,
    logged,
    open: (codes = Object.keys(states)) =>
      openFromPlan(app.house, smallPlan(codes), 'The secretariat', ({ key }) => key),
    link(live, participantId, { devices = 5, days = 30 } = {}) {
      const now = clock.now();
      const seat = live ? { consultationId: live.id, participantId } : null;
      const { token } = storage.people.issueLink(seat, { now, expiresAt: now + days * dayMs, devices });
      return `${url}/join#${token}`;
    },
    async ask(method, path, { cookie, body, headers = {} } = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
    },
    async signIn(live, participantId) {
      const token = tokenOf(house.link(live, participantId));
      const reply = await house.ask('POST', '/api/sign-in', { body: { token } });
      return String(reply.headers.get('set-cookie')?.split(';', 1)[0]);
    },
    async line(live, participantId, lineOptions = {}) {
      const cookie = lineOptions.cookie ?? (await house.signIn(live, participantId));
      const line = await dial(url, { consultationId: live.id, ...lineOptions, cookie });
      lines.push(line);
      await line.hello();
      return line;
    },
    async stop() {
      for (const line of lines) line.close();
      await app.stop();
      opened.close();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return house;
}

/** The secret part of a link's address. */
export function tokenOf(link: string): string {
  return link.slice(link.indexOf('#') + 1);
}

/** Does something as somebody, past the wire; throws where a rule refuses. */
export async function act<C extends CommandName>(
  live: LiveConsultation,
  who: string,
  type: C,
  payload: CommandData<C>,
): Promise<void> {
  const answer = await submit(live, who, type, payload);
  if (!answer.ok) throw new Error(`${type} as ${who}: ${answer.code} ${JSON.stringify(answer.details ?? {})}`);
}

/** The same, answering what the rules say. */
export function submit<C extends CommandName>(
  live: LiveConsultation,
  who: string,
  type: C,
  payload: CommandData<C>,
  id: string = nanoid(),
): Promise<CommandAnswer> {
  return live.host.submit(who, { id, type, payload });
}

function smallPlan(codes: readonly string[]): ConsultationPlan {
  const groupOf = (code: string) => memberStates.find(({ id }) => id === code)?.regionalGroup ?? null;
  const seat = (key: string, role: Role, delegation: string | null) => ({
    key,
    name: `Name of ${key}`,
    delegation,
    role,
  });
  return {
    title: 'A small consultation',
    symbol: 'TEST/1',
    place: 'Geneva',
    dates: ['2017-06-19', '2017-06-20'],
    languages: ['en', 'fr'],
    profile: 'informal',
    panels: [{ title: 'First panel', question: ['What can start now?'], panelists: [], section: '' }],
    brief: { title: 'A brief', paragraphs: [] },
    delegations: [
      ...codes.map((code) => ({ code, kind: 'member-state' as const, regionalGroup: groupOf(code) })),
      { code: 'IOM', kind: 'un-entity', regionalGroup: null, name: 'International Organization for Migration' },
    ],
    participants: [
      seat('mod', 'moderator', null),
      seat('pan-1', 'panelist', null),
      seat('screen', 'display', null),
      ...codes.flatMap((code) => [1, 2].map((at) => seat(`${code}-${at}`, 'delegate', code))),
      seat('IOM-1', 'observer', 'IOM'),
    ],
  };
}
