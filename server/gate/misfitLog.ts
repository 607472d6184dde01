/** Tells the log of messages that do not fit: where, in the words of our own schemas, and never what was in them (GATE-18). */
import { commandSchemas, schemasOfEvents } from '@shared/domain/rulebook.ts';
import { Up } from '@shared/protocol/wire.ts';
import type { Logger } from 'pino';
import * as z from 'zod';

type Issue = z.core.$ZodIssue;

const windowMs = 60_000;
/** So many lines in a minute of one connection, and of all together: a log that is flooded tells nothing. */
const most = { ofOne: 5, ofAll: 60 };
const mostPaths = 20;
/** What stands in a line for a name that none of our schemas has: it may say anything. */
const foreign = '?';

let names: ReadonlySet<string> | null = null;

/** Every name that a field of a command, an event or an envelope has. */
function knownNames(): ReadonlySet<string> {
  names ??= new Set(
    [...commandSchemas().values(), ...schemasOfEvents().values(), ...Object.values(Up)].flatMap((schema) =>
      namesIn(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })),
    ),
  );
  return names;
}

function namesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'properties' in node ? Object.keys(node.properties as object) : [];
  return [...own, ...Object.values(node).flatMap(namesIn)];
}

/** The paths of a message that do not fit, where they can be said without saying what somebody has written. */
function misfitPaths(event: string, args: readonly unknown[]): string[] {
  const [message, ...more] = args.slice(0, -1);
  const schema = Object.hasOwn(Up, event) ? Up[event as keyof typeof Up] : null;
  if (!schema || more.length > 0) return [];
  const envelope = z.safeParse(schema, message);
  if (!envelope.success) return pathsOf(envelope.error.issues);
  const { type, payload } = envelope.data as { type?: string; payload?: unknown };
  const command = commandSchemas().get(type ?? '');
  const read = command && z.safeParse(command, payload);
  return read && !read.success ? pathsOf(read.error.issues, 'payload') : [];
}

function pathsOf(issues: readonly Issue[], ...within: string[]): string[] {
  const paths = issues.flatMap((issue): PropertyKey[][] =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [[...issue.path]],
  );
  const said = paths.map((path) => [...within, ...path.map(wordOf)].join('.'));
  return [...new Set(said)].slice(0, mostPaths);
}

function wordOf(part: PropertyKey): string {
  return typeof part === 'number' || knownNames().has(String(part)) ? String(part) : foreign;
}

/** Makes the log of one gate's misfits; what is left out of it is counted in the next line. */
export function createMisfitLog(log: Logger, now: () => number = () => performance.now()) {
  let endsAt = Number.NEGATIVE_INFINITY;
  let written = 0;
  let withheld = 0;
  const ofSocket = new Map<string, number>();

  function isTooMuch(socketId: string): boolean {
    if (now() >= endsAt) {
      endsAt = now() + windowMs;
      written = 0;
      ofSocket.clear();
    }
    const own = ofSocket.get(socketId) ?? 0;
    if (written >= most.ofAll || own >= most.ofOne) return true;
    written += 1;
    ofSocket.set(socketId, own + 1);
    return false;
  }

  return {
    /** Writes down that a message was refused as one that does not fit. */
    note(socketId: string, event: string, args: readonly unknown[]): void {
      if (isTooMuch(socketId)) {
        withheld += 1;
        return;
      }
      const kind = Object.hasOwn(Up, event) ? event : 'unknown';
      log.warn({ socket: socketId, kind, paths: misfitPaths(event, args), withheld }, 'a message that does not fit');
      withheld = 0;
    },
  };
}
