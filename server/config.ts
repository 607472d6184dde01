import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CannotStart } from './ports/cannotStart.ts';

/** How a server is set up, read once from its flags and its environment. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** The directory of the private keys of secret ballots; null for one in the data directory. */
  keysDir: string | null;
  /** The address that people type, where it is not the one the server listens on. */
  publicUrl: string | null;
  /** How many proxies in front may be believed about the caller's address. */
  trustProxy: number;
  logLevel: LogLevel;
  /** Origins besides the server's own that may connect. */
  allowedOrigins: string[];
  /** Print one JSON line for machines instead of one for people. */
  isJson: boolean;
}

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

interface Setting {
  flag: string;
  hint: string;
  value: string;
}

/** Every setting: its flag; its environment variable is `RAPPORTEUR_` and the flag in capitals. */
const settings = {
  port: { flag: 'port', hint: 'port to listen on, 0 for any free one', value: '8017' },
  host: { flag: 'host', hint: 'address to listen on, 0.0.0.0 for all', value: '127.0.0.1' },
  dataDir: { flag: 'data-dir', hint: 'directory that holds everything', value: './data' },
  keysDir: { flag: 'keys-dir', hint: 'directory for the keys of secret ballots (default DATA-DIR/keys)', value: '' },
  publicUrl: { flag: 'public-url', hint: 'address that people open, such as https://consult.example.org', value: '' },
  trustProxy: { flag: 'trust-proxy', hint: 'number of proxies in front of the server', value: '0' },
  logLevel: { flag: 'log-level', hint: 'fatal, error, warn, info, debug or silent', value: 'info' },
  allowedOrigins: { flag: 'allowed-origins', hint: 'further origins that may connect, with commas between', value: '' },
} as const satisfies Record<string, Setting>;
type Name = keyof typeof settings;

const names = Object.keys(settings) as Name[];

const whole = (max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((number) => number <= max);

const origin = z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));

const values = {
  port: whole(65535),
  host: z.string().regex(/^[A-Za-z0-9.:_-]{1,255}$/),
  dataDir: z
    .string()
    .min(1)
    .transform((path) => resolve(path)),
  keysDir: z.string().transform((path) => (path === '' ? null : resolve(path))),
  publicUrl: z.union([z.literal('').transform(() => null), origin.transform((text) => text.replace(/\/+$/, ''))]),
  trustProxy: whole(10),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
  allowedOrigins: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(origin.refine((text) => new URL(text).origin === text))),
} as const satisfies Record<Name, z.ZodType>;

const sentences: Record<Name, string> = {
  port: 'must be a whole number from 0 to 65535',
  host: 'must be an address or a host name',
  dataDir: 'must be the path of a directory',
  keysDir: 'must be the path of a directory',
  publicUrl: 'must be an address that begins with http:// or https://',
  trustProxy: 'must be a whole number from 0 to 10',
  logLevel: 'must be fatal, error, warn, info, debug or silent',
  allowedOrigins: 'must be origins such as https://consult.example.org, with commas between and no path',
};

/** The flags of a server, one line each, for `--help`. */
export function configHelp(): string {
  const lines = names.map((name) => {
    const { flag, hint, value } = settings[name];
    return `  --${flag.padEnd(16)} ${hint}${value ? ` (default ${value})` : ''}; or ${variableOf(name)}`;
  });
  return [...lines, '  --json             print one JSON line when ready, instead of one for people'].join('\n');
}

/** Reads flags, then the environment, then the defaults. @throws CannotStart with a sentence that names the setting */
export function readConfig(argv: readonly string[], environment: NodeJS.ProcessEnv): Config {
  const flags = readFlags(argv);
  const read = <N extends Name>(name: N): z.output<(typeof values)[N]> => {
    const { flag, value } = settings[name];
    const given = flags[flag];
    const text = typeof given === 'string' ? given : (environment[variableOf(name)] ?? value);
    const result = values[name].safeParse(text);
    if (result.success) return result.data as z.output<(typeof values)[N]>;
    const source = typeof given === 'string' ? `--${flag}` : variableOf(name);
    throw new CannotStart('config.invalid', `${source} ${sentences[name]}; it is "${text}".`);
  };
  return {
    port: read('port'),
    host: read('host'),
    dataDir: read('dataDir'),
    keysDir: read('keysDir'),
    publicUrl: read('publicUrl'),
    trustProxy: read('trustProxy'),
    logLevel: read('logLevel'),
    allowedOrigins: read('allowedOrigins'),
    isJson: flags.json === true,
  };
}

/** The data directory that is meant where a command is not told one. */
export function defaultDataDir(environment: NodeJS.ProcessEnv): string {
  return resolve(environment[variableOf('dataDir')] ?? settings.dataDir.value);
}

function readFlags(argv: readonly string[]): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries(names.map((name) => [settings[name].flag, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...argv], options: { ...options, json: { type: 'boolean' } } }).values;
  } catch (error) {
    // Node's message names the flag; only its first sentence is about what was typed.
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new CannotStart('config.invalid', `${reason}. See rapporteur serve --help.`, { cause: error });
  }
}

function variableOf(name: Name): string {
  return `RAPPORTEUR_${settings[name].flag.toUpperCase().replaceAll('-', '_')}`;
}
