/** `rapporteur serve` as a process of its own, to be signalled, killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundleProgram } from '../../server/bundle.js';

const program = join(import.meta.dirname, 'rapporteur.ts');
const fromSources: Program = ['--import', 'tsx', program];

/** What Node is to run. */
export type Program = readonly string[];

/**
 * The program in one file, as it is built for those who use it; it starts in a fifth of the time that its sources take. Whoever
 * asks takes the file away.
 */
export async function bundled(): Promise<{ program: Program; remove(): void }> {
  const outfile = join(import.meta.dirname, `../../dist/test/rapporteur-${process.pid}.mjs`);
  await bundleProgram(program, outfile);
  return {
    program: [outfile],
    remove() {
      for (const file of [outfile, `${outfile}.map`]) rmSync(file, { force: true });
    },
  };
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

export interface ServeProcess {
  child: ChildProcess;
  /** The one line that it printed when it was ready. */
  line: string;
  url: string;
  port: number;
  secretariatLink: string | null;
  /** What it left behind, once it has ended. */
  ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): Promise<Ended>;
}

/** Runs the program with arguments until it ends by itself. */
export function rapporteur(
  argv: string[],
  what: Program = fromSources,
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [...what, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => {
    out += data;
  });
  child.stderr.on('data', (data: Buffer) => {
    err += data;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, out, err }) as Ended);
  return { child, ended };
}

/** Starts a server and waits until it says that it is ready. @throws what it wrote where it ends instead */
export async function serveProcess(
  dataDir: string,
  argv: string[] = [],
  what: Program = fromSources,
): Promise<ServeProcess> {
  const given = ['--data-dir', dataDir, '--json', '--log-level', 'warn', ...argv];
  const { child, ended } = rapporteur(['serve', ...(argv.includes('--port') ? [] : ['--port', '0']), ...given], what);
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    ended.then(({ err, code }) => Promise.reject(new Error(`ended with ${code}: ${err}`))),
  ]);
  const { url, secretariatLink } = JSON.parse(line) as { url: string; secretariatLink: string | null };
  return {
    child,
    line,
    url,
    port: Number(new URL(url).port),
    secretariatLink,
    ended,
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
