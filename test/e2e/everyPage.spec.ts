import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { settled, signedIn } from './support/pages.ts';
import { type Scene, type Screen, startScene } from './support/scene.ts';

test.describe.configure({ mode: 'serial' });

let scene: Scene;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  scene = await startScene();
});
test.afterAll(async () => scene.stop());

for (const [lang, dir] of [
  ['en', 'ltr'],
  ['ar', 'rtl'],
] as const) {
  for (const who of ['delegate', 'bureau'] as const) {
    test(`axe finds nothing serious on any page of the ${who} in ${lang}`, async ({ browser }) => {
      test.setTimeout(400_000);
      const { link, screens } = scene[who];
      const context = await browser.newContext({
        storageState: await signedIn(browser, link),
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
      });
      await context.addInitScript((language) => localStorage.setItem('rapporteur.lang', language), lang);
      const page = await context.newPage();
      const found: string[] = [];
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      for (const [name, address] of screens as Screen[]) {
        await page.goto(address);
        await settled(page);
        await expect(page.locator('html')).toHaveAttribute('dir', dir);
        const { violations } = await new AxeBuilder({ page })
          .options({ resultTypes: ['violations'] })
          // No page has frames of others: axe may run in the page itself, which takes half the time.
          .setLegacyMode(true)
          .analyze();
        for (const { id, impact, nodes } of violations)
          if (impact === 'serious' || impact === 'critical')
            found.push(
              `${name}: ${id} (${impact}) ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary?.slice(0, 200)}`,
            );
      }
      await context.close();
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
    });
  }
}
