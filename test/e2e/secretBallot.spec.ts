import { expect, type Page, test } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import { type Chamber, startChamber } from './support/chamber.ts';

let chamber: Chamber;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  chamber = await startChamber(browser, { delegations: ['KEN', 'IND', 'BRA'] });
});
test.afterAll(() => chamber.stop());

const pageOf = (code: string) => must(chamber.pages[code], code);

/** Chooses, reviews, casts. */
async function cast(page: Page, choice: string): Promise<void> {
  await page.getByRole('radio', { name: choice }).check();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText('It cannot be changed or taken back', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Cast the secret ballot' }).click();
}
const received = (page: Page) => page.getByRole('heading', { name: 'Your delegation’s ballot was received' });

test('a secret ballot: cast once, kept by nobody, counted in totals, found by its receipt', async () => {
  test.setTimeout(180_000);
  const { chair, base, panelId, bureau, itemIds } = chamber;
  await chair.goto(`${base}/votes/${panelId}`);
  await chair.getByRole('radio', { name: 'Secret ballot' }).check({ force: true });
  await expect(chair.getByText('each casts once', { exact: false })).toBeVisible();
  await chair
    .getByLabel(/present/i)
    .first()
    .fill('150');
  await chair.getByRole('button', { name: 'Open the vote' }).click();
  await expect(chair.getByRole('button', { name: 'Close the ballot' })).toBeVisible();
  await bureau.until(({ plenary }) => plenary.vote.order.length > 0);
  const voteId = must(bureau.state().plenary.vote.order.at(-1), 'vote');
  expect(bureau.state().plenary.vote.byId[voteId]).toMatchObject({ method: 'secret', itemId: itemIds[0] });

  // Two devices of one delegation, both with a choice before them.
  const [first, second] = [pageOf('KEN'), await chamber.device('KEN')];
  for (const page of [first, second, pageOf('IND'), pageOf('BRA')]) await page.goto(`${base}/vote/${voteId}`);
  await expect(second.getByText('Secret ballot.', { exact: true })).toBeVisible();
  await cast(first, 'In favour');
  await expect(received(first)).toBeVisible();
  const receipt = must(await first.locator('[data-receipt]').getAttribute('data-receipt'), 'receipt');
  expect(receipt).toMatch(/^[0-9a-f]{32}$/);
  // The other device learns it at once, and has no ballot any more.
  await expect(received(second)).toBeVisible();
  await expect(second.getByRole('button', { name: 'Review' })).toHaveCount(0);

  // After a reload: that it was received, the receipt, and no trace of the choice on the device.
  await first.reload();
  await expect(received(first)).toBeVisible();
  await expect(first.locator('[data-receipt]')).toHaveAttribute('data-receipt', receipt);
  const kept = await first.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(kept).toContain(receipt);
  expect(kept).not.toMatch(/yea|"yes"|abstain/);

  await cast(pageOf('IND'), 'Against');
  await expect(received(pageOf('IND'))).toBeVisible();
  await cast(pageOf('BRA'), 'Abstention');
  await expect(received(pageOf('BRA'))).toBeVisible();

  // The chair is warned, closes, and declares.
  await expect(chair.getByText('Only 3 ballots', { exact: false }).first()).toBeVisible();
  await chair.getByRole('button', { name: 'Close the ballot' }).click();
  await chair
    .getByRole('alertdialog')
    .or(chair.getByRole('dialog'))
    .getByRole('button', { name: 'Close the ballot' })
    .click();
  await chair.getByRole('button', { name: 'Declare the result' }).click();
  await bureau.until(({ plenary }) => plenary.vote.byId[voteId]?.phase === 'declared');
  expect(bureau.state().plenary.vote.byId[voteId]).toMatchObject({
    outcome: { yes: 1, no: 1, abstain: 1 },
    rollCall: {},
  });

  // Totals only; the receipt is found where it is remembered, and by whoever types it.
  await expect(first.getByText('This receipt is in the list', { exact: false })).toBeVisible();
  await expect(first.getByText('is recorded as', { exact: false })).toHaveCount(0);
  await second.getByLabel('Receipt', { exact: true }).fill('0'.repeat(32));
  await expect(second.getByText('This receipt is not in the list.')).toBeVisible();
  await second.getByLabel('Receipt', { exact: true }).fill(receipt.toUpperCase());
  await expect(second.getByText('This receipt is in the list', { exact: false })).toBeVisible();
});
