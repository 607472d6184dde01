import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type App, buildApp } from '../app.ts';
import { type Config, configHelp, readConfig } from '../config.ts';
import { createLog } from '../ops/log.ts';
import { createMetrics } from '../ops/metrics.ts';
import { CannotStart } from '../ports/cannotStart.ts';
import { systemClock } from '../ports/clock.ts';
import { openStorage, type Storage } from '../storage/sqlite/open.ts';

const help = () => `Usage: rapporteur serve [options]

Starts the server. The first start prints the secretariat's personal link, once; --new-link prints a fresh one.

${configHelp()}
  --new-link         issue a new link for the secretariat
`;

const linkDays = 30;
const linkDevices = 10;
const dayMs = 86_400_000;
const patienceMs = 15_000;

/** `rapporteur serve`: starts, says one line, and runs until it is told to stop. */
export async function serve(argv: string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(help());
    return 0;
  }
  const wantsLink = argv.includes('--new-link');
  const config = readConfig(
    argv.filter((argument) => argument !== '--new-link'),
    process.env,
  );
  const storage = openStorage(config.dataDir, config.keysDir ?? undefined);
  const server = await start(config, storage).catch((error: unknown) => {
    storage.close();
    throw error;
  });
  const link = wantsLink || !storage.people.hasHouseLink() ? houseLink(storage, server.url) : null;
  // Listened for before anybody hears that the server is ready: whoever hears it may stop it at once.
  const isTold = stopSignal();
  announce(config, server.url, link);
  await isTold;
  await server.stop();
  storage.close();
  return 0;
}

interface Running {
  url: string;
  app: App;
  stop(): Promise<void>;
}

/** Starts a server on what `storage` holds. @throws CannotStart */
export async function start(config: Config, storage: Storage): Promise<Running> {
  let url = '';
  const app = buildApp({
    ...storage,
    clock: systemClock,
    log: createLog(config.logLevel),
    metrics: createMetrics(),
    clientDir: fileURLToPath(new URL('../client', import.meta.url)),
    allowedOrigins: [...config.allowedOrigins, ...(config.publicUrl ? [new URL(config.publicUrl).origin] : [])],
    trustProxy: config.trustProxy,
    publicUrl: () => url,
  });
  app.http.listen(config.port, config.host);
  try {
    await once(app.http, 'listening');
  } catch (error) {
    await app.stop();
    throw whyNotListening(error, config);
  }
  const { port } = app.http.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host === '0.0.0.0' ? 'localhost' : config.host;
  url = config.publicUrl ?? `http://${host}:${port}`;
  return { url, app, stop: () => app.stop() };
}

function whyNotListening(error: unknown, { port, host }: Config): CannotStart {
  const { code, message } = error as NodeJS.ErrnoException;
  const cause = { cause: error };
  switch (code) {
    case 'EADDRINUSE':
      return new CannotStart(
        'port.in-use',
        `Port ${port} is already in use on ${host}. Choose another with --port, or 0 for any free one.`,
        cause,
      );
    case 'EACCES':
      return new CannotStart(
        'port.forbidden',
        `Port ${port} may not be used by this account. Choose one above 1023 with --port.`,
        cause,
      );
    default:
      return new CannotStart('port.unusable', `Cannot listen on ${host}:${port} (${code ?? message}).`, cause);
  }
}

/** Issues a fresh personal link for the secretariat of the house. */
export function houseLink(storage: Storage, url: string): string {
  const now = systemClock.now();
  const { token } = storage.people.issueLink(null, { now, expiresAt: now + linkDays * dayMs, devices: linkDevices });
  return `${url}/join#${token}`;
}

function announce({ isJson }: Config, url: string, secretariatLink: string | null): void {
  if (isJson) process.stdout.write(`${JSON.stringify({ ready: true, url, secretariatLink })}\n`);
  else if (secretariatLink)
    process.stdout.write(
      `Rapporteur is open at ${url} – the secretariat's link (keep it to yourself): ${secretariatLink}\n`,
    );
  else process.stdout.write(`Rapporteur is open at ${url}\n`);
}

/** Waits for SIGTERM or SIGINT; a second one, or too long a farewell, ends the process at once. */
async function stopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(1));
        setTimeout(() => process.exit(1), patienceMs).unref();
      });
    }
  });
}
