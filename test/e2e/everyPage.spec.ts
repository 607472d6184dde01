import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, test } from '@playwright/test';
import { type Decisions, startDecisions } from './support/decisions.ts';
import { settled, signedIn } from './support/pages.ts';
import { type Scene, startScene, type View } from './support/scene.ts';

test.describe.configure({ mode: 'serial' });

let scene: Scene;
let decisions: Decisions;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  [scene, decisions] = await Promise.all([startScene(), startDecisions()]);
});
test.afterAll(async () => {
  await Promise.all([scene.stop(), decisions.stop()]);
});

const visits = {
  'of the delegate': () => [scene.delegate],
  'of the bureau': () => [scene.bureau],
  'of a decision': () => decisions.views,
};

for (const [lang, dir] of [
  ['en', 'ltr'],
  ['ar', 'rtl'],
] as const) {
  for (const [whose, views] of Object.entries(visits)) {
    test(`axe finds nothing serious on any page ${whose} in ${lang}`, async ({ browser }) => {
      test.setTimeout(400_000);
      const found: string[] = [];
      const faults: string[] = [];
      for (const view of views()) await visit(browser, view, { lang, dir, found, faults });
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
    });
  }
}

interface Visit {
  lang: string;
  dir: string;
  /** What axe finds, and what the console complains of. */
  found: string[];
  faults: string[];
}

async function visit(browser: Browser, { link, screens }: View, { lang, dir, found, faults }: Visit): Promise<void> {
  const context = await browser.newContext({
    storageState: await signedIn(browser, link),
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  await context.addInitScript((language) => localStorage.setItem('rapporteur.lang', language), lang);
  const page = await context.newPage();
  let at = '';
  page.on('pageerror', (error) => faults.push(`${at}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && faults.push(`${at}: ${message.text()}`));
  for (const [name, address] of screens) {
    at = name;
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
}
