import { expect, type Page, test } from '@playwright/test';
import { startNegotiation } from './support/negotiators.ts';
import { beginDraft } from './support/sample.ts';

test('a room browses the lists by keys, declares a gap, and says what does not apply', async ({ browser }) => {
  const room = await startNegotiation(browser);
  const page = room.rapporteur;
  await (await beginDraft(page, 'Registers of consuls')).click();
  await page.keyboard.insertText('States publish registers of consuls by 2027.');

  await test.step('a target, from its goal down, by keys alone', async () => {
    await browse(page, 'Alignment', 0);
    const tree = page.getByRole('treegrid');
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await expect(tree.getByRole('row', { name: /^1\.1 / })).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('searchbox').fill('10.7');
    await expect(tree.getByRole('row')).toHaveCount(6);
    await tree.getByRole('row', { name: /^10\.7 / }).click();
    await done(page);
    await expect(page.getByRole('grid', { name: /Targets/ }).getByRole('row')).toHaveCount(2);
  });

  await test.step('an indicator suggests its unit, and is asked how it is broken down', async () => {
    await browse(page, 'How one can tell', 0);
    await page.getByRole('searchbox').fill('10.7.2');
    await page
      .getByRole('treegrid')
      .getByRole('row', { name: /^10\.7\.2 / })
      .click();
    await done(page);
    await expect(page.getByLabel('Unit')).toHaveValue('number');
    await page.getByRole('button', { name: 'Disaggregation does not apply' }).click();
    await page.keyboard.type('It counts countries.');
    await page.keyboard.press('Tab');
  });

  await test.step('a gap stands in place of an instrument, under a theme', async () => {
    await page.getByLabel('Gap that no instrument covers yet').fill('No register of consuls.');
    await page.keyboard.press('Tab');
    await page.getByLabel('The gap is under the theme').selectOption({ index: 1 });
    await expect(page.getByRole('list', { name: 'What the item is anchored in' })).not.toContainText('not stated');
  });
  await room.stop();
});

async function browse(page: Page, section: string, at: number): Promise<void> {
  await page.getByRole('region', { name: section }).getByRole('button', { name: 'Browse the list' }).nth(at).click();
  await page.getByRole('treegrid').waitFor();
}

async function done(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Done', exact: true }).click();
}
