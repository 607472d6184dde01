import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../..');

/** The real server as a process of its own on a data directory of its own, that can be killed and started again on the same port. */
export interface ServerProcess {
  url: string;
  secretariatLink: string;
  dataDir: string;
  /** Ends it at once, as a power cut of the process would, and starts it again on the same port and data. */
  killAndStartAgain(): Promise<void>;
  stop(): Promise<void>;
}

interface Ready {
  ready: true;
  url: string;
  secretariatLink: string | null;
}

export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-e2e-'));
  let running = await launch(dataDir, 0, env);
  const { url, secretariatLink } = running.ready;
  if (!secretariatLink) throw new Error('a first start prints the link of the secretariat');
  return {
    url,
    secretariatLink,
    dataDir,
    async killAndStartAgain() {
      running.child.kill('SIGKILL');
      await once(running.child, 'exit');
      running = await launch(dataDir, Number(new URL(url).port), env);
    },
    async stop() {
      running.child.kill('SIGTERM');
      await once(running.child, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(
  dataDir: string,
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = spawn(
    process.execPath,
    [
      join(root, 'server/bin.js'),
      'serve',
      '--port',
      String(port),
      '--data-dir',
      dataDir,
      '--json',
      '--log-level',
      'warn',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } },
  );
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ]);
  return { child, ready: JSON.parse(line) as Ready };
}
