import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from our own pages, or from no page at all. Browsers name the page in `Origin` with every
 * WebSocket and every writing request; a program that is no browser has no cookie to abuse.
 */
export function isOwnOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  if (allowed.includes(origin)) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
