import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import { openingOf } from '@shared/domain/silence/shape.ts';
import { readWordFile } from '../support/wordFile.ts';
import { type Chamber, startChamber } from './support/chamber.ts';
import { shiftedClock } from './support/shifted.ts';

const hour = 3_600_000;
const title = 'Identity documents for all';
const revised = 'States issue identity documents without fees, within thirty days.';

test('a silence procedure is broken, and adopted in its second round', async ({ browser }) => {
  const clock = shiftedClock();
  const chamber = await startChamber(browser, { profile: 'committee', env: clock.env });
  const { chair, pages } = chamber;
  const { KEN, IND, BRA } = pages as Record<'KEN' | 'IND' | 'BRA', Page>;
  const address = `${chamber.base}/silence/${chamber.itemIds[0]}`;
  for (const page of [chair, ...Object.values(pages)]) await clock.follow(page);

  await test.step('the bureau prepares the text, its languages and a deadline, and places it under silence', async () => {
    await chair.goto(`${chamber.base}/silence`);
    await chair.getByRole('button', { name: 'Prepare', exact: true }).click();
    await expect(chair.getByRole('heading', { name: title })).toBeVisible();
    await open(chair);
  });

  await test.step('a delegate finds it on every page, and asks without breaking anything', async () => {
    await KEN.goto(chamber.base);
    await expect(KEN.getByText(`Under silence until`)).toBeVisible();
    await KEN.getByRole('link', { name: 'Read the text' }).click();
    await expect(KEN.getByText('Doing nothing is consent')).toBeVisible();
    await KEN.getByLabel('For everyone to read').fill('Does this cover birth certificates?');
    await KEN.getByRole('button', { name: 'Ask' }).click();
    await chair.getByLabel('Answer, for everyone to read').fill('It does.');
    await chair.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(KEN.getByText('It does.')).toBeVisible();
    await expect(KEN.getByText('Under silence', { exact: true })).toBeVisible();
    await expect(chair.getByText(/Opened by 1 of/)).toBeVisible();
  });

  await test.step('another breaks silence: on purpose, with its reason, reviewed, once', async () => {
    await IND.goto(address);
    await IND.getByRole('button', { name: 'Prepare an objection' }).click();
    await IND.getByRole('button', { name: 'Review the objection' }).click();
    await expect(IND.getByText('Confirm this first.')).toBeVisible();
    await IND.getByRole('checkbox', { name: /My delegation objects/ }).check();
    await IND.getByLabel('Reason').fill('A time limit is missing.');
    await IND.getByRole('button', { name: 'Review the objection' }).click();
    await expect(IND.getByRole('heading', { name: /India breaks silence/ })).toBeVisible();
    await IND.getByRole('button', { name: 'Break silence', exact: true }).click();
    await expect(IND.getByText(/Your delegation broke silence on/)).toBeVisible();
    await expect(chair.getByText('A time limit is missing.')).toBeVisible();
    await expect(KEN.getByText('A delegation broke silence', { exact: false }).first()).toBeVisible();
    await expect(KEN.getByText('A time limit is missing.')).toHaveCount(0);
    // Among those who were notified every delegation is named; nowhere else is this one.
    await expect(KEN.getByRole('main').getByText('India', { exact: true })).toHaveCount(0);
  });

  await test.step('the bureau revises the text and opens the second round', async () => {
    await chair.getByRole('button', { name: 'Revise the text' }).click();
    await chair.getByLabel('Paragraph 1').fill(revised);
    await chair.getByRole('button', { name: 'Keep this as the next version' }).click();
    await expect(chair.getByText('The text, version 2')).toBeVisible();
    await chair.getByRole('button', { name: 'Prepare the next round' }).click();
    await open(chair);
    await BRA.goto(address);
    await BRA.getByRole('tab', { name: 'Changes since round 1' }).click();
    await expect(BRA.getByRole('region', { name: /./ }).locator('ins').filter({ hasText: 'thirty' })).toBeVisible();
  });

  await test.step('two hours before the deadline everyone is reminded', async () => {
    await clock.moveTo(deadlineOf(chamber) - 2 * hour + 1_000);
    await untilReminded(chamber, 2);
    await KEN.goto(chamber.base);
    await expect(KEN.getByText('Reminder: less than 2 hours left.')).toBeVisible();
  });

  await test.step('after the deadline the text is adopted, also for a server that comes back', async () => {
    await clock.moveTo(deadlineOf(chamber) + 1_000);
    await adoptedFor([chair, KEN, IND, BRA], address);
    await chamber.server.killAndStartAgain();
    await adoptedFor([KEN], address);
    await KEN.goto(`${chamber.base}/board/${chamber.panelId}`);
    await expect(KEN.getByRole('region', { name: /Decided/ }).getByText(title)).toBeVisible();
  });

  await test.step('the secretariat takes the letter with it, and the plenary takes note', async () => {
    await chair.goto(address);
    const [file] = await Promise.all([
      chair.waitForEvent('download'),
      chair.getByRole('button', { name: 'Letter of confirmation (Word)' }).click(),
    ]);
    const { text } = readWordFile(readFileSync(must(await file.path(), 'file')));
    for (const words of ['To all Permanent Missions', revised, '(round 2)']) expect(text).toContain(words);
    await chair.getByRole('button', { name: 'The plenary has taken note' }).click();
    await expect(chair.getByText(/The plenary took note on/)).toBeVisible();
  });

  await test.step('a delegation explains its position on what was adopted by silence', async () => {
    await chair.getByRole('main').getByRole('link', { name: 'Explanations' }).click();
    await expect(chair.getByLabel('Of what')).toContainText(`After the silence procedure: ${title}`);
    await chair.getByRole('button', { name: 'Open the list' }).click();
    await expect(chair.getByText('Explanations of position after the silence procedure')).toBeVisible();
    await KEN.goto(`${chamber.base}/explanations`);
    await KEN.getByRole('button', { name: 'Ask for the floor' }).click();
    await expect(chair.getByText('asked for the floor')).toBeVisible();
  });

  await chamber.stop();
  clock.remove();
});

/** Marks the languages, keeps the deadline that is suggested, and confirms. */
async function open(chair: Page): Promise<void> {
  const boxes = chair.getByRole('group', { name: /Languages|All languages/ }).getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  for (const box of await boxes.all()) {
    await box.click();
    await expect(box).toBeChecked();
  }
  await chair.getByRole('button', { name: 'Place under silence' }).click();
  const dialog = chair.getByRole('alertdialog');
  await expect(dialog.getByText('New York')).toBeVisible();
  await dialog.getByRole('button', { name: 'Place under silence' }).click();
  await expect(chair.getByText('Under silence', { exact: true })).toBeVisible();
}

const silenceOf = ({ bureau }: Chamber) => must(Object.values(bureau.state().plenary.silence.byId)[0], 'silence');
const deadlineOf = (chamber: Chamber) => openingOf(silenceOf(chamber)).deadlineAt;

async function untilReminded(chamber: Chamber, hours: number): Promise<void> {
  await expect.poll(() => openingOf(silenceOf(chamber)).reminded).toBe(hours);
}

/** Everyone reads that it is adopted. */
async function adoptedFor(pages: Page[], address: string): Promise<void> {
  for (const page of pages) {
    await page.goto(address);
    await expect(page.getByText('Adopted by silence procedure').first()).toBeVisible();
  }
}
