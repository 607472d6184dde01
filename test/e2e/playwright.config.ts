import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './support/browser.ts';

const executablePath = await findBrowser();

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: { executablePath, args: browserFlags },
    actionTimeout: 20_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    // A trace costs a tenth of the time; `--trace retain-on-failure` writes one when a journey is looked into.
    trace: 'off',
  },
});
