import { expect, test } from '@playwright/test';
import { plainText } from '@shared/domain/draftText.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { putAndDecide, seatVoters } from './support/ballots.ts';
import { type Chamber, startChamber } from './support/chamber.ts';

const paragraphs = [
  'States issue identity documents.',
  'They charge no fees for them.',
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

test('a division that is objected to and carried: one part is rejected, the rest is adopted as a whole', async () => {
  const { chair, pages, bureau, base } = chamber;
  const itemId = must(chamber.itemIds[0], 'item');
  const address = `${base}/amendments/${itemId}`;
  const voters = await seatVoters(chamber, codes);
  const of = (code: string) => must(pages[code], code);
  for (const code of codes) await of(code).goto(address);

  const brazil = of('BRA');
  await brazil.getByRole('button', { name: 'Move to vote on parts' }).click();
  await brazil.getByLabel('Paragraph 2', { exact: true }).selectOption({ label: 'Part 1' });
  await brazil.getByRole('button', { name: 'Make the motion' }).click();
  await of('CHE').getByRole('button', { name: 'Object', exact: true }).click();
  await expect(brazil.getByText('Objection by Switzerland.')).toBeVisible();

  await chair.goto(address);
  for (const [name, side] of [
    ['Brazil', 'Speaks for'],
    ['Switzerland', 'Speaks against'],
  ] as const) {
    await chair.getByLabel('Next speaker on the motion').selectOption({ label: name });
    await chair.getByRole('button', { name: side }).click();
    await expect(of('KEN').getByText(`${side === 'Speaks for' ? 'For' : 'Against'}, 1 of 2: ${name}`)).toBeVisible();
  }
  await putAndDecide(chamber, voters, { KEN: 'yes', IND: 'yes', BRA: 'yes', CHE: 'no' });

  // The paragraphs that nobody named are one part, which comes first in the text.
  await chair.goto(address);
  await expect(chair.getByText('Granted: the parts are voted on')).toBeVisible();
  await putAndDecide(chamber, voters, { KEN: 'yes', IND: 'yes', BRA: 'yes', CHE: 'yes' });
  await chair.goto(address);
  const part = (n: number) => of('IND').getByRole('region', { name: `Part ${n}`, exact: true });
  await expect(part(1)).toContainText('Approved');
  await expect(part(2)).toContainText('Next');
  await chair.goto(address);
  await putAndDecide(chamber, voters, { KEN: 'no', IND: 'no', BRA: 'yes', CHE: 'no' });
  await chair.goto(address);
  await expect(part(2)).toContainText('Rejected');
  await putAndDecide(chamber, voters, { KEN: 'yes', IND: 'yes', BRA: 'yes', CHE: 'yes' });
  await expect(of('KEN').getByText('Adopted as a whole')).toBeVisible();
  const item = must(bureau.state().plenary.board.items[itemId], 'item');
  expect(item.current.version).toBe(2);
  expect(plainText(item.current.draft).split('\n')).toEqual([paragraphs[0], paragraphs[2]]);
  for (const voter of voters.values()) voter.close();
});
