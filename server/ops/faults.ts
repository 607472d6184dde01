import type { Logger } from 'pino';

/** Logs a fault once, with the reference that its user was shown; never with what they wrote. */
export function faultLogger(log: Logger) {
  return (error: unknown, what: { commandId: string; type: string }): void => {
    log.error({ err: error, reference: what.commandId, command: what.type }, 'fault');
  };
}
