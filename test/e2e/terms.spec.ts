import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import { exportCommand } from '../../server/cli/export.ts';
import { seatBot, signIn } from '../../server/rehearsal/bot.ts';
import { readWordFile } from '../support/wordFile.ts';
import { type Negotiation, startNegotiation } from './support/negotiators.ts';
import { beginDraft } from './support/sample.ts';

const title = 'Words and what they mean';
const sentence = 'Les réfugiés reçoivent une aide; every migrant, no illegal alien, is heard in good time.';

test('terms are marked, explained by pointer, key and finger, and words are parked', async ({ browser }) => {
  const room = await startNegotiation(browser);
  const { rapporteur, second } = room;
  const secretariat = await (await browser.newContext()).newPage();
  await secretariat.goto(room.server.secretariatLink);
  const id = must(/\/c\/([^/]+)/.exec(second.url())?.[1], 'consultation');
  const base = `${room.server.url}/c/${id}`;

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

  await test.step('a wording to avoid says what the glossary prefers, and why', async () => {
    await term(second, 'avoid: illegal alien').hover();
    await expect(card(second, 'illegal alien')).toContainText('Preferred: regular or irregular situation');
    await expect(card(second, 'illegal alien')).toContainText('a person is not');
    await second.mouse.move(0, 0);
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
    await expect(second.getByText('Just parked')).toBeVisible();
    await expect(second.getByRole('link', { name: '1 disagreement parked' })).toBeVisible();
    await second.goto(`${base}/terms`);
    const parked = second.getByRole('listitem').filter({ hasText: 'How long is that?' }).first();
    await expect(parked).toContainText('good time');
    await expect(parked).toContainText('Parked since');
    await expect(parked.getByRole('timer')).toBeVisible();
  });

  await test.step('another member parks typed words about a term of the glossary', async () => {
    await second.getByRole('button', { name: 'Park a disagreement' }).click();
    await second.getByRole('combobox', { name: 'Term of the glossary' }).fill('border man');
    await second.getByRole('option', { name: 'border management' }).click();
    await second.getByLabel('What is not agreed?').fill('Whose borders?');
    await second.getByRole('button', { name: 'Park', exact: true }).click();
    await expect(second.getByRole('listitem').filter({ hasText: 'Whose borders?' }).first()).toContainText(
      'border management',
    );
  });

  await test.step('the secretariat settles it with a definition, reopens it, and settles it again', async () => {
    const parked = secretariat.getByRole('listitem').filter({ hasText: 'How long is that?' }).first();
    const settle = async (definition: string) => {
      await parked.getByRole('button', { name: 'Settle' }).click();
      await secretariat.getByRole('radio', { name: 'Working definition' }).check();
      await secretariat.getByRole('textbox', { name: 'Working definition' }).fill(definition);
      await secretariat.getByRole('dialog').getByRole('button', { name: 'Settle' }).click();
      await secretariat.getByText('1 disagreement settled').click();
      await expect(parked).toContainText(`Working definition: ${definition}`);
    };
    await secretariat.goto(`${base}/terms`);
    await settle('Within a month.');
    await parked.getByRole('button', { name: 'Reopen' }).click();
    await expect(parked.getByRole('timer')).toBeVisible();
    await settle('Within ninety days.');
  });

  await test.step('the issue brief has what the terms mean, without prejudice, and what was settled', async () => {
    const brief = await reportAndExport(room, id);
    expect(brief.notes).toContain('For the purposes of this consultation, without prejudice');
    expect(brief.notes).toContain('“migrant” means: A person who moves away');
    expect(brief.text).toContain('Working definition: Within ninety days.');
  });

  await test.step('in Arabic the page runs from the right, and terms have their Arabic names', async () => {
    await secretariat.evaluate(() => localStorage.setItem('rapporteur.lang', 'ar'));
    await secretariat.reload();
    await expect(secretariat.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(secretariat.getByRole('heading', { name: 'الخلافات المنحّاة' })).toBeVisible();
    await expect(secretariat.locator('strong', { hasText: /^لاجئ$/ })).toBeVisible();
  });
  await room.stop();
});

/** The rapporteur reports the draft; answers the brief as the command line writes it. */
async function reportAndExport({ server, roomId, rapporteur }: Negotiation, id: string) {
  const cookies = (await rapporteur.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const reporter = await seatBot(server.url, id, cookies);
  const secretariat = await seatBot(server.url, id, await signIn(server.url, server.secretariatLink));
  const [itemId = ''] = Object.keys(reporter.state().room[roomId]?.actionItem.byId ?? {});
  await secretariat.act('room.recall', { roomIds: [roomId], seconds: 0 });
  await secretariat.until(({ plenary }) => plenary.room.byId[roomId]?.phase === 'frozen');
  await secretariat.act('panel.goTo', { panelId: 'panel-4', step: 'reporting' });
  await reporter.act('actionItem.report', { roomId, itemId, waiver: 'A term is looked at.' });
  reporter.close();
  secretariat.close();
  const out = join(server.dataDir, 'brief.docx');
  expect(await exportCommand(['--data-dir', server.dataDir, '--format', 'docx', '--out', out], () => {})).toBe(0);
  return readWordFile(readFileSync(out));
}

const text = (page: Page) => page.getByRole('textbox', { name: `Text of “${title}”` });
const term = (page: Page, id: string) => text(page).locator(`[data-term="${id}"]`).first();
const card = (page: Page, name: string) => page.getByRole('dialog', { name });
