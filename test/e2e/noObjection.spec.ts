import { expect, test } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import { type Chamber, startChamber } from './support/chamber.ts';
import { settled } from './support/pages.ts';

let chamber: Chamber;
test.beforeAll(async ({ browser }) => {
  chamber = await startChamber(browser, {
    delegations: ['KEN', 'IND', 'BRA'],
    items: [
      { title: 'Identity documents for all', paragraphs: ['States issue identity documents without fees.'] },
      { title: 'A fee for documents', paragraphs: ['States may levy a fee.'] },
    ],
  });
});
test.afterAll(() => chamber.stop());

const pageOf = (code: string) => must(chamber.pages[code], code);

/** The chair calls for the adoption of an item. */
async function call(title: string): Promise<void> {
  const { chair, base, panelId } = chamber;
  await chair.goto(`${base}/consensus/${panelId}`);
  await chair.getByLabel('Item', { exact: true }).selectOption({ label: `${title} (version 1)` });
  await chair.getByLabel('Members present').fill('150');
  await chair.getByRole('button', { name: 'Call for adoption' }).click();
}

test('[NOB-6] [NOB-8] [EXP-5] [EXP-9] one item is adopted by the silence of the room, one is objected to, then explained', async () => {
  const { chair, base, panelId, itemIds } = chamber;
  const [kenya, india, brazil] = ['KEN', 'IND', 'BRA'].map(pageOf) as [typeof chair, typeof chair, typeof chair];
  const adopted = 'No objection was raised. Adopted without a vote.';

  await test.step('Brazil sponsors the first item', async () => {
    await brazil.goto(`${base}/board/${panelId}?item=${itemIds[0]}`);
    await brazil.getByRole('button', { name: 'Sponsor this item' }).click();
    await expect(brazil.getByRole('button', { name: 'No longer sponsor it' })).toBeVisible();
  });

  await test.step('the bureau enters India, which asks in the hall, and strikes it again', async () => {
    await chair.goto(`${base}/board/${panelId}?item=${itemIds[0]}`);
    // Nobody types before the page stands.
    await settled(chair);
    const enter = async () => {
      const box = chair.getByRole('combobox', { name: 'Enter a delegation in the hall' });
      // A page that still scrolls to the field closes the list that has just opened: then it is typed again.
      await expect(async () => {
        await box.fill('India');
        await chair.getByRole('option', { name: 'India' }).click({ timeout: 3_000 });
      }).toPass({ timeout: 30_000 });
      await expect(box).toHaveValue('India');
      await chair.getByRole('button', { name: 'Enter', exact: true }).click();
      await expect(brazil.getByText('2 sponsors')).toBeVisible();
      await expect(brazil.getByText('entered by the bureau')).toBeVisible();
    };
    await enter();
    await expect(brazil.getByRole('button', { name: /from the sponsors/ })).toHaveCount(0);
    await chair.getByRole('button', { name: 'Strike India from the sponsors' }).click();
    await expect(brazil.getByText('1 sponsor', { exact: true })).toBeVisible();
    await enter();
  });

  await test.step('a countdown that nobody objects to adopts the item, also for those who look elsewhere', async () => {
    await kenya.goto(base);
    await india.goto(`${base}/board/${panelId}`);
    await call('Identity documents for all');
    for (const page of [kenya, india]) {
      await expect(page.getByText('Are there any objections to adoption without a vote?')).toBeVisible();
      await expect(page.getByRole('timer', { name: 'Time for objections' })).toBeVisible();
    }
    // Who presses once and thinks again has not objected.
    await kenya.getByRole('button', { name: 'Object …' }).click();
    await kenya.getByRole('button', { name: 'Do not object' }).click();
    for (const page of [kenya, india, chair])
      await expect(page.getByText(adopted).first()).toBeVisible({ timeout: 20_000 });
    await chair.getByRole('button', { name: 'Move to “Decided”' }).click();
    await expect(chair.getByRole('button', { name: 'Move to “Decided”' })).toBeHidden();
  });

  await test.step('one objection stops the other, and everyone learns whose', async () => {
    await call('A fee for documents');
    await india.getByRole('button', { name: 'Object …' }).click();
    await expect(india.getByText('objects to the adoption.')).toBeVisible();
    await india.getByRole('button', { name: 'Object now' }).click();
    for (const page of [kenya, india, chair])
      await expect(page.getByText('India objected. Not adopted.').first()).toBeVisible();
    await expect(india.getByRole('button', { name: 'Take the objection back' }).first()).toBeVisible();
  });

  await test.step('Kenya explains its position under a clock that everyone sees', async () => {
    await chair.getByRole('main').getByRole('link', { name: 'Explanations' }).last().click();
    await chair.getByLabel('Time for each').selectOption({ label: '3 minutes each' });
    await chair.getByRole('button', { name: 'Open the list' }).click();
    await expect(chair.getByText('The list is open')).toBeVisible();
    await kenya.goto(`${base}/explanations`);
    await kenya.getByRole('button', { name: 'Ask for the floor' }).click();
    await chair.getByRole('button', { name: 'Give the floor to the next' }).click();
    await expect(india.getByText('has the floor and explains its vote or position.')).toBeVisible();
    await expect(india.getByRole('timer', { name: 'Speaking time' })).toContainText(/[23]:\d\d/);
    await kenya.getByRole('button', { name: 'Hand in a text' }).click();
    await kenya.getByLabel('Text of the explanation').fill('Kenya joined the consensus.');
    await kenya.getByLabel('Paragraphs from which you dissociate yourself').fill('1');
    await kenya.getByRole('button', { name: 'Hand it in' }).click();
    await kenya.getByRole('button', { name: 'End the statement' }).click();
    await expect(chair.getByText(/spoke for \d+:\d\d/)).toBeVisible();
    await expect(chair.getByText('Kenya joined the consensus.')).toBeVisible();
    await expect(chair.getByText('Dissociates itself from paragraph 1.')).toBeVisible();
  });

  await test.step('the sponsor is refused, with the rule that says so', async () => {
    await brazil.goto(`${base}/explanations`);
    await expect(brazil.getByText(/A sponsor does not explain its vote .* \(rules 88 and 128\)/)).toBeVisible();
    await expect(brazil.getByRole('button', { name: 'Ask for the floor' })).toHaveCount(0);
  });
});
