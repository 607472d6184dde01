import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, test } from '@playwright/test';
import { settled, signedIn } from './support/pages.ts';
import { type Screen, startScene } from './support/scene.ts';

const out = join(import.meta.dirname, '../../docs/screenshots');

interface Look {
  width: number;
  height: number;
  theme: 'light' | 'dark';
  lang: string;
}

const looks: Look[] = [
  { width: 1440, height: 900, theme: 'light', lang: 'en' },
  { width: 1024, height: 768, theme: 'light', lang: 'en' },
  { width: 390, height: 844, theme: 'light', lang: 'en' },
  { width: 1440, height: 900, theme: 'dark', lang: 'en' },
  { width: 1440, height: 900, theme: 'light', lang: 'ar' },
];

test('the main screens, as people see them', async ({ browser }) => {
  mkdirSync(out, { recursive: true });
  const scene = await startScene();
  await pictures(browser, scene.delegate.link, scene.delegate.screens);
  await pictures(browser, scene.bureau.link, scene.bureau.screens);
  await scene.stop();
});

async function pictures(browser: Browser, link: string, screens: readonly Screen[]): Promise<void> {
  const state = await signedIn(browser, link);
  for (const look of looks) {
    const context = await browser.newContext({
      storageState: state,
      viewport: { width: look.width, height: look.height },
      colorScheme: look.theme,
      reducedMotion: 'reduce',
    });
    await context.addInitScript((lang) => localStorage.setItem('rapporteur.lang', lang), look.lang);
    const page = await context.newPage();
    for (const [name, address] of screens) {
      await page.goto(address);
      await settled(page);
      await page.screenshot({
        path: join(out, `${name}-${look.width}-${look.theme}-${look.lang}.png`),
        timeout: 20_000,
      });
    }
    await context.close();
  }
}
