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

test('three amendments: the first is adopted, which leaves the second not put; the third is rejected', async () => {
  const { chair, pages, bureau, base } = chamber;
  const itemId = must(chamber.itemIds[0], 'item');
  const address = `${base}/amendments/${itemId}`;
  const voters = await seatVoters(chamber, codes);
  const of = (code: string) => must(pages[code], code);
  for (const code of codes) await of(code).goto(address);

  await propose(of('KEN'), 2, 'They do so within sixty days of a request.');
  await propose(of('IND'), 2, 'They do so within ten days of a request.');
  await propose(of('BRA'), 3, '');
  await entry(of('CHE'), 2).getByRole('button', { name: 'Co-sponsor it' }).click();
  await expect(entry(of('IND'), 2)).toContainText('Co-sponsors: Switzerland.');

  // Nothing is put before the chair has set the order; what is suggested is only that.
  await chair.goto(address);
  await expect(chair.getByText('Suggestion; the chair decides.')).toBeVisible();
  await expect(chair.getByRole('button', { name: 'Put to the vote' })).toBeHidden();
  await chair.getByRole('button', { name: 'Move amendment 2 up' }).click();
  await bureau.until(({ plenary }) => plenary.amendment.arranged[itemId] === true);
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
  expect(item.current.version).toBe(2);
  expect(plainText(item.current.draft).split('\n')).toEqual([
    ...[paragraphs[0], 'They do so within ten days of a request.', paragraphs[2]],
  ]);
  await expect(chair.getByText('Amendment 2', { exact: true }).first()).toBeVisible();
  const last = must(bureau.state().plenary.vote.byId[must(bureau.state().plenary.vote.order.at(-1), 'vote')], 'vote');
  expect(last).toMatchObject({ itemVersion: 2, subject: { kind: 'item' }, outcome: { result: 'carried' } });
  for (const voter of voters.values()) voter.close();
});
