import { expect, type Page, test } from '@playwright/test';
import { plainText } from '@shared/domain/draftText.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { putAndDecide, seatVoters } from './support/ballots.ts';
import { type Chamber, startChamber } from './support/chamber.ts';

const paragraphs = [
  'States issue identity documents without fees.',
  'They do so within thirty days of a request.',
  'They report on it once a year.',
];
const codes = ['KEN', 'IND', 'BRA', 'CHE'] as const;

let chamber: Chamber;

test.beforeAll(async ({ browser }) => {
  chamber = await startChamber(browser, { delegations: codes, items: [{ title: 'Identity documents', paragraphs }] });
});
test.afterAll(async () => {
  await chamber.stop();
});

const entry = (page: Page, n: number) => page.getByRole('article', { name: `Amendment ${n}`, exact: true });

/** A delegation revises a paragraph on its own screen. */
async function propose(page: Page, paragraph: number, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Propose an amendment' }).click();
  await page.getByLabel(`Paragraph ${paragraph}`, { exact: true }).fill(text);
  await page.getByLabel('Reason').fill('It says what is meant.');
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Propose', exact: true })).toBeHidden();
}

/** By keys alone, from the list into its row: the act keeps the focus, and no drag begins that would put the row back. */
async function moveUpByKeys(page: Page, n: number): Promise<void> {
  const rows = page.getByRole('grid', { name: 'The chair’s order' }).getByRole('row');
  const up = page.getByRole('button', { name: `Move amendment ${n} up` });
  await rows.first().focus();
  for (let at = 1; at < n; at += 1) await page.keyboard.press('ArrowDown');
  for (const _ of ['grip', 'up']) await page.keyboard.press('ArrowRight');
  await expect(up).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows.nth(n - 2)).toContainText(`Amendment ${n}`);
  await expect(up).toBeFocused();
}

test('three amendments: the first is adopted, which leaves the second not put; the third is rejected', async () => {
  const { chair, pages, bureau, base } = chamber;
  const itemId = must(chamber.itemIds[0], 'item');
  const address = `${base}/amendments/${itemId}`;
  const voters = await seatVoters(chamber, codes);
  const of = (code: string) => must(pages[code], code);
  for (const code of codes) await of(code).goto(`${base}/votes/${chamber.panelId}`);

  // From the votes it is two presses to an item's amendments.
  for (const code of codes) {
    await of(code).getByRole('link', { name: 'Amendments', exact: true }).click();
    await of(code).getByRole('link', { name: 'Identity documents' }).click();
    await expect(of(code)).toHaveURL(address);
  }
  await propose(of('KEN'), 2, 'They do so within sixty days of a request.');
  await propose(of('IND'), 2, 'They do so within ten days of a request.');
  await propose(of('BRA'), 3, '');
  await entry(of('CHE'), 2).getByRole('button', { name: 'Co-sponsor it' }).click();
  await expect(entry(of('IND'), 2)).toContainText('Co-sponsors: Switzerland.');

  // Nothing is put before the chair has set the order; what is suggested is only that.
  await chair.goto(address);
  await expect(chair.getByText('Suggestion; the chair decides.')).toBeVisible();
  await expect(chair.getByRole('button', { name: 'Put to the vote' })).toBeHidden();
  await moveUpByKeys(chair, 2);
  await bureau.until(({ plenary }) => plenary.amendment.arranged[itemId] === true);
  const { order, byId } = bureau.state().plenary.amendment;
  expect(order[itemId]?.map((id) => byId[id]?.number)).toEqual([2, 1, 3]);
  await expect(chair.getByText('The chair has set this order')).toBeVisible();
  await chair.getByLabel('If this is adopted').selectOption({ label: 'Amendment 2' });
  await chair.getByLabel('this is not put').selectOption({ label: 'Amendment 1' });
  await chair.getByRole('button', { name: 'Rule so' }).click();
  await expect(chair.getByText('If amendment 2 is adopted, amendment 1 is not put.')).toBeVisible();

  const isNext = (n: number) => entry(chair, n).getByRole('button', { name: 'Put to the vote' });
  await expect(isNext(2)).toBeVisible();
  await putAndDecide(chamber, voters, { KEN: 'no', IND: 'yes', BRA: 'yes', CHE: 'yes' });
  await chair.goto(address);
  await expect(entry(chair, 2)).toContainText('Adopted');
  await expect(entry(of('KEN'), 1)).toContainText('Not put to the vote');
  await expect(entry(of('KEN'), 1).getByRole('link')).toHaveText('because amendment 2 is part of the text');

  await expect(isNext(3)).toBeVisible();
  await putAndDecide(chamber, voters, { KEN: 'no', IND: 'no', BRA: 'yes', CHE: 'no' });
  await chair.goto(address);
  await expect(entry(chair, 3)).toContainText('Rejected');

  await putAndDecide(chamber, voters, { KEN: 'yes', IND: 'yes', BRA: 'yes', CHE: 'yes' });
  const item = must(bureau.state().plenary.board.items[itemId], 'item');
  await of('KEN').getByRole('link', { name: 'To the board' }).click();
  await expect(of('KEN').getByText('Version 2 (as amended by amendment 2 of India)').first()).toBeVisible();
  expect(item.current.version).toBe(2);
  expect(plainText(item.current.draft).split('\n')).toEqual([
    ...[paragraphs[0], 'They do so within ten days of a request.', paragraphs[2]],
  ]);
  await expect(chair.getByText('Amendment 2', { exact: true }).first()).toBeVisible();
  const last = must(bureau.state().plenary.vote.byId[must(bureau.state().plenary.vote.order.at(-1), 'vote')], 'vote');
  expect(last).toMatchObject({ itemVersion: 2, subject: { kind: 'item' }, outcome: { result: 'carried' } });
  for (const voter of voters.values()) voter.close();
});
