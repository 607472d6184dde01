import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** Makes the pictures in docs/screenshots anew: `npm run screenshots`. */
export default defineConfig({ ...config, testMatch: 'screenshots.pictures.ts', workers: 1, timeout: 900_000 });
