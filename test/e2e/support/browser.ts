import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';

const systems = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Flags that every test browser starts with: quiet on a closed network, runnable as root. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium for the tests, the first that exists: the one named by CHROMIUM_PATH, Playwright's own download, the system's,
 * the one that comes inside a package of the lock file. Found once and passed on in the environment, because every worker asks.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const found =
    [chromium.executablePath(), ...systems].find((path) => path && existsSync(path)) ??
    (await sparticuz.executablePath());
  process.env.CHROMIUM_PATH = found;
  return found;
}
