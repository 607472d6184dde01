import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

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
  const installed = [chromium.executablePath(), ...systems].find((path) => path && existsSync(path));
  const found = installed ?? (await packedBrowser());
  process.env.CHROMIUM_PATH = found;
  return found;
}

/** The browser inside the package, with the libraries that a bare Debian lacks; it unpacks them only where it is told so. */
async function packedBrowser(): Promise<string> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= `nodejs${process.versions.node.split('.')[0]}.x`;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
