import { expect, test } from '@playwright/test';
import { type Chamber, startChamber } from './support/chamber.ts';

let chamber: Chamber;

test.beforeAll(async ({ browser }) => {
  chamber = await startChamber(browser, { profile: 'informal', delegations: ['KEN', 'BRA', 'CHE'] });
});
test.afterAll(() => chamber.stop());

test('the bureau changes the rules until something is opened for decision, and everyone is told', async () => {
  const { chair, base, pages, bureau, itemIds } = chamber;
  const kenya = pages.KEN;
  if (!kenya) throw new Error('no page for KEN');
  await kenya.goto(`${base}/rules`);
  await expect(kenya.getByText('Indicative, not a decision', { exact: true })).toBeVisible();
  await expect(kenya.getByText('Nothing. Positions and votes show where delegations stand')).toBeVisible();
  // Who is not of the bureau has nothing to choose.
  await expect(kenya.getByRole('radio')).toHaveCount(0);

  await chair.goto(`${base}/rules`);
  await chair.getByRole('radio', { name: 'Committee' }).click();
  const question = chair.getByRole('alertdialog');
  await expect(question).toContainText('To decide: a majority of the members, here 97 of 193.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(chair.getByRole('radio', { name: 'Informal' })).toBeChecked();
  await chair.getByRole('radio', { name: 'Committee' }).click();
  await question.getByRole('button', { name: 'Change the rules' }).click();
  await expect(question).toBeHidden();
  await expect(chair.getByRole('radio', { name: 'Committee' })).toBeChecked();

  await expect(kenya.getByText('The rules have been changed: Committee.')).toBeVisible();
  await expect(kenya.getByText('Rule 108')).toBeVisible();
  await expect(kenya.getByText('Indicative, not a decision', { exact: true })).toHaveCount(0);

  await bureau.act('vote.open', { itemId: itemIds[0] ?? '', majority: 'simple', present: 150 });
  await expect(chair.getByRole('radio', { name: 'Plenary' })).toBeDisabled();
  await expect(
    chair.getByText('Something has been opened for decision, so the profile no longer changes'),
  ).toBeVisible();
});
