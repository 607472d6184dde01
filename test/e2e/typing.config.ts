import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** Measures from a keystroke to its paint in a long draft: `npm run measure:typing`. */
export default defineConfig({
  ...config,
  testMatch: 'typing.measure.ts',
  workers: 1,
  timeout: 600_000,
  use: { ...config.use, trace: 'off' },
});
