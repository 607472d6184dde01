/**
 * Loaded into a server's process by NODE_OPTIONS=--import: its clock runs ahead by the milliseconds that stand in a file. The
 * product knows nothing of it. Timers of hours look at the shifted clock; short ones, of lines and stores, run as they are.
 */
import { readFileSync } from 'node:fs';

const file = process.env.SHIFTED_CLOCK_FILE ?? '';
const trueNow = Date.now.bind(Date);
const trueTimeout = globalThis.setTimeout;
const trueInterval = globalThis.setInterval;
const long = 600_000;

function ahead() {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}

Date.now = () => trueNow() + ahead();

globalThis.setTimeout = (callback, delay = 0, ...rest) => {
  if (delay < long) return trueTimeout(callback, delay, ...rest);
  const due = Date.now() + delay;
  const timer = trueInterval(() => {
    if (Date.now() < due) return;
    clearInterval(timer);
    callback(...rest);
  }, 20);
  return timer;
};
