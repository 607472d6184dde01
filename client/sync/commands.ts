import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { type Answers, limits } from '@shared/protocol/wire.ts';
import { nanoid } from 'nanoid';
import type { Connection } from './connection.ts';

export type CommandAnswer = Answers['command'];

const giveUpAfterMs = 60_000;
const again = new Set(['NO_ANSWER', 'RATE_LIMITED', 'DRAINING']);

/** An id for a command: its sender's own making, long enough that nobody else draws it. */
export function newCommandId(): string {
  return nanoid();
}

/**
 * Sends a command until it is answered, always under the same id: a repeat gets the first answer, so a lost line never
 * makes anything happen twice. After a minute without an answer it says so.
 */
export async function sendCommand<C extends CommandName>(
  connection: Connection,
  type: C,
  payload: CommandData<C>,
  id = newCommandId(),
): Promise<CommandAnswer> {
  const envelope = { id, type, payload };
  // The server would cut the line at it, again at every try. Written as JSON it is never shorter than on the wire.
  if (new TextEncoder().encode(JSON.stringify(envelope)).length > limits.message)
    return { ok: false, code: 'TOO_LARGE' };
  const until = Date.now() + giveUpAfterMs;
  for (let tries = 0; ; tries += 1) {
    const answer = await connection.request('command', envelope);
    if (answer.ok || !again.has(answer.code)) return answer;
    if (Date.now() > until) return { ok: false, code: 'NO_ANSWER' };
    await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 150 * 2 ** tries)));
  }
}
