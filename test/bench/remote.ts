/** A process of a bench as something that can be asked, by name and arguments; over the IPC channel that Node gives a child. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Remote {
  ask<Answer>(verb: string, question?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** What a server process has used since it started. */
export interface Usage {
  cpuMs: number;
  rssKb: number;
}

const patienceMs = 60_000;

/** Starts one of the `*.process.ts` of this folder. With BENCH_PROFILE=name its CPU profile is written to dist/bench. */
export function startProcess(name: string): Remote {
  const profile = process.env.BENCH_PROFILE === name ? ['--cpu-prof', '--cpu-prof-dir=dist/bench'] : [];
  const child = fork(fileURLToPath(new URL(`${name}.process.mjs`, import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: ['--expose-gc', '--enable-source-maps', ...profile],
  });
  const waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void; timer: NodeJS.Timeout }
  >();
  let last = 0;
  child.on('message', ({ id, answer, fault }: { id: number; answer?: unknown; fault?: string }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    clearTimeout(asked?.timer);
    if (fault === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(`${name}: ${fault}`));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended with ${code}`));
  });
  return {
    ask<Answer>(verb: string, question?: unknown): Promise<Answer> {
      last += 1;
      const id = last;
      return new Promise<Answer>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${name} does not answer ${verb}`));
        }, patienceMs);
        waiting.set(id, { resolve: (value) => resolve(value as Answer), reject, timer });
        child.send({ id, verb, question });
      });
    },
    async stop() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.send({ id: 0, verb: 'stop' });
      const impatience = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(impatience);
    },
  };
}

type Verb = (question: never) => unknown;

/** Answers what the process that started this one asks; `stop` ends it after `farewell`. */
export function answer(verbs: Record<string, Verb>, farewell: () => unknown = () => {}): void {
  const usage = (): Usage => {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1_000, rssKb: Math.round(process.memoryUsage().rss / 1_024) };
  };
  const all: Record<string, Verb> = {
    usage,
    /** The same after everything that nobody holds was thrown away. */
    settled() {
      globalThis.gc?.();
      return usage();
    },
    ...verbs,
  };
  process.on('message', async ({ id, verb, question }: { id: number; verb: string; question: never }) => {
    if (verb === 'stop') {
      await farewell();
      process.exit();
    }
    try {
      process.send?.({ id, answer: await all[verb]?.(question) });
    } catch (error) {
      process.send?.({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  // Whoever started this process is gone: nobody would ever end it.
  process.on('disconnect', () => process.exit());
}
