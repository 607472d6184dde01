import { expect, type Page, test } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import { startNegotiation } from './support/negotiators.ts';
import { beginDraft } from './support/sample.ts';

const title = 'Words and what they mean';
const sentence = 'Les réfugiés reçoivent une aide; every migrant is heard in good time.';

test('terms are marked, explained by pointer, key and finger, and words are parked', async ({ browser }) => {
  const room = await startNegotiation(browser);
  const { rapporteur, second } = room;

  await test.step('a sentence in two languages is marked while it is typed', async () => {
    await (await beginDraft(rapporteur, title)).click();
    await rapporteur.keyboard.type(sentence);
    await expect(term(rapporteur, 'migrant')).toHaveText('migrant');
    await expect(term(rapporteur, 'refugee')).toHaveText('réfugiés');
    await expect(term(second, 'migrant')).toHaveAttribute('aria-description', /.+/);
  });

  await test.step('its card opens under the pointer', async () => {
    await term(second, 'migrant').hover();
    await expect(card(second, 'migrant')).toContainText('usual residence');
    await second.mouse.move(0, 0);
    await expect(card(second, 'migrant')).toHaveCount(0);
  });

  await test.step('and by key, with the focus, until Escape', async () => {
    await term(second, 'migrant').click();
    await second.keyboard.press('Control+Alt+g');
    await expect(card(second, 'migrant')).toBeFocused();
    await second.keyboard.press('Escape');
    await expect(card(second, 'migrant')).toHaveCount(0);
    await expect(text(second)).toBeFocused();
  });

  await test.step('and at a tap, which leaves the caret in the text', async () => {
    const finger = await browser.newContext({
      ...{ storageState: await second.context().storageState(), viewport: { width: 390, height: 844 }, hasTouch: true },
    });
    const page = await finger.newPage();
    await page.goto(second.url());
    await term(page, 'migrant').tap();
    await expect(card(page, 'migrant')).toContainText('usual residence');
    await expect(text(page)).toBeFocused();
    await page.getByRole('heading').first().tap();
    await expect(card(page, 'migrant')).toHaveCount(0);
    await finger.close();
  });

  await test.step('selected words that are no term are parked, and everybody reads it', async () => {
    await text(rapporteur).focus();
    await rapporteur.keyboard.press('Control+End');
    for (let letter = 0; letter < 'good time.'.length; letter += 1) await rapporteur.keyboard.press('Shift+ArrowLeft');
    await rapporteur.keyboard.press('Control+Alt+g');
    await rapporteur.getByLabel('The words').fill('good time');
    await rapporteur.getByLabel('What is not agreed?').fill('How long is that?');
    await rapporteur.getByRole('button', { name: 'Park', exact: true }).click();
    const id = must(/\/c\/([^/]+)/.exec(second.url())?.[1], 'consultation');
    await second.goto(`${room.server.url}/c/${id}/terms`);
    const parked = second.getByRole('listitem').filter({ hasText: 'How long is that?' }).first();
    await expect(parked).toContainText('good time');
    await expect(parked).toContainText('Parked since');
  });
  await room.stop();
});

const text = (page: Page) => page.getByRole('textbox', { name: `Text of “${title}”` });
const term = (page: Page, id: string) => text(page).locator(`[data-term="${id}"]`).first();
const card = (page: Page, name: string) => page.getByRole('dialog', { name });
