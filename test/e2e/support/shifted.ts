import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';

/** A clock that a server's process and browsers share, and that a test moves on. */
export interface ShiftedClock {
  /** What the server's process finds in its environment. */
  env: Readonly<Record<string, string>>;
  /** Has a browser's clock move with the server's. */
  follow(page: Page): Promise<void>;
  /** The time of the server. */
  now(): number;
  /** Moves on to an instant, everywhere. */
  moveTo(instant: number): Promise<void>;
  remove(): void;
}

export function shiftedClock(): ShiftedClock {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-clock-'));
  const file = join(folder, 'ahead');
  const pages: Page[] = [];
  let ahead = 0;
  writeFileSync(file, '0');
  const preload = pathToFileURL(join(import.meta.dirname, 'shiftedClock.js')).href;
  return {
    env: { NODE_OPTIONS: `--import=${preload}`, SHIFTED_CLOCK_FILE: file },
    async follow(page) {
      pages.push(page);
      await page.clock.setSystemTime(Date.now() + ahead);
    },
    now: () => Date.now() + ahead,
    async moveTo(instant) {
      ahead = instant - Date.now();
      writeFileSync(file, String(ahead));
      for (const page of pages) {
        await page.clock.setSystemTime(instant);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
