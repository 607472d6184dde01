import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { LogLevel } from '../config.ts';

export type Log = Logger;

/** Fields that may say who somebody is or let somebody in; none of them is ever written. */
const personal = [
  'name',
  'email',
  'participantId',
  'by',
  'ip',
  'address',
  'token',
  'cookie',
  'cookies',
  'authorization',
  'link',
  'text',
  'body',
  'payload',
  'data',
  'details',
  'choice',
  'headers',
  'url',
];

/** Opens the server's log: one JSON object a line, on the error output, because the standard output speaks to people. */
export function createLog(level: LogLevel, to: DestinationStream = destination({ fd: 2, sync: true })): Log {
  const paths = personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, remove: true },
      serializers: { err: faultOf, error: faultOf },
    },
    to,
  );
}

/** What a fault may say about itself. Parsers quote what they were given, so their words are left out. */
function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  const message =
    error instanceof SyntaxError || error.name === 'ZodError' || error.name === '$ZodError' ? null : error.message;
  const cause = error.cause === undefined ? {} : { cause: faultOf(error.cause) };
  return { type: error.name, ...(message === null ? {} : { message }), ...code, stack: frames, ...cause };
}
