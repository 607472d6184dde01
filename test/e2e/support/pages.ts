import type { Browser, Page } from '@playwright/test';

/** The state of a browser that has been let in by a link. */
export async function signedIn(browser: Browser, link: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('heading').first().waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A page has settled when its heading stands, its fonts are there and nothing waits any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor({ timeout: 20_000 });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.waitForTimeout(700);
}
