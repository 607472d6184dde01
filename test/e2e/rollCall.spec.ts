import { createHash, createHmac } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { memberStates } from '@shared/data/memberStates.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { callingOrder, turnOf } from '@shared/domain/rollCall.ts';
import { drawnStart } from '@shared/domain/voting/lot.ts';
import { type Chamber, startChamber } from './support/chamber.ts';

/** How each of the six members answers: four on their devices, one through the secretariat, one not at all. */
const onDevice: Record<string, string> = { KEN: 'In favour', IND: 'In favour', BRA: 'Against', CHE: 'Abstention' };
const inHall = 'NPL';
const members = [...Object.keys(onDevice), inHall, 'JPN'];

test('a roll call: the lot is drawn, members are called and answer, and anyone recomputes where it began', async ({
  browser,
}) => {
  const chamber = await startChamber(browser, { delegations: Object.keys(onDevice) });
  const { chair, pages, base, panelId, bureau } = chamber;
  await leaveCredentialsTo(chamber, members);

  await test.step('the chair opens a roll call and draws the lot', async () => {
    await chair.goto(`${base}/votes/${panelId}`);
    await chair.getByRole('radio', { name: 'Roll call' }).check();
    await chair.getByLabel('Members present').fill('6');
    await chair.getByRole('button', { name: 'Open the vote' }).click();
    await expect(chair.getByText(/bound itself to its number/)).toBeVisible();
    await chair.getByRole('button', { name: 'Draw the lot and begin the call' }).click();
    await expect(chair.getByText('Called now')).toBeVisible();
  });

  const voteId = must(bureau.state().plenary.vote.order.at(-1), 'vote');
  const call = () => must(bureau.state().plenary.rollCall[voteId], 'roll call');
  await bureau.until(() => call().lot !== null);
  const order = callingOrder(call());

  await test.step('each member is called once and answers in its own way', async () => {
    for (const [at, code] of order.entries()) {
      await bureau.until(() => turnOf(call()).current === code);
      if (onDevice[code]) await answerOnDevice(must(pages[code], code), `${base}/vote/${voteId}`, onDevice[code]);
      else if (code === inHall) await enterFor(chair);
      else await callInVain(chair);
      await bureau.until(() => call().answers[code] !== undefined);
      const isLast = at === order.length - 1;
      if (code !== 'JPN' && !isLast) await chair.getByRole('button', { name: /^Call / }).click();
    }
  });

  await test.step('an answer is acknowledged truthfully, also after the page is loaded again', async () => {
    const kenya = must(pages.KEN, 'KEN');
    await kenya.reload();
    await expect(kenya.getByRole('heading', { name: /^Answer recorded at/ })).toBeVisible();
    await expect(kenya.getByText('You answered for your delegation.')).toBeVisible();
  });

  await test.step('the result is declared, in English alphabetical order, with its marks', async () => {
    await chair.getByRole('button', { name: 'Declare the result' }).click();
    await expect(chair.getByText(/2 in favour, 2 against, 1 abstention/i).first()).toBeVisible();
    const against = chair.getByRole('region', { name: /^Against/ });
    await expect(against.getByRole('listitem')).toContainText(['Brazil', 'Nepal']);
    await expect(chair.getByRole('region', { name: /^In favour/ }).getByRole('listitem')).toContainText([
      'India',
      'Kenya',
    ]);
    await expect(chair.getByRole('region', { name: /^Not voting/ }).getByRole('listitem')).toContainText(['Japan']);
    await expect(chair.getByText(/Entered by the secretariat for a delegation in the hall: Nepal/)).toBeVisible();
  });

  await test.step('the lot is recomputed from what was revealed, here and in the browser', async () => {
    await bureau.until(() => call().seed !== null);
    const { seed, lot, commitment, order: alphabetical } = call();
    const { nonce, start } = must(lot, 'lot');
    const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
    expect(createHash('sha256').update(String(seed)).digest('hex')).toBe(commitment);
    expect(drawnStart(hmac, { seed: String(seed), nonce, voteId, among: members.length })).toBe(start);
    expect(alphabetical).toEqual(memberStates.map(({ id }) => id).filter((id) => members.includes(id)));
    expect(order[0]).toBe(alphabetical[start]);
    await chair.getByText('How the lot was drawn').click();
    await expect(chair.getByText(String(seed))).toBeVisible();
    await chair.getByRole('button', { name: 'Recompute it in this browser' }).click();
    await expect(chair.getByText(/The call began where the lot says/)).toBeVisible();
  });

  await test.step('a delegation states how it had intended to vote, and the result stays', async () => {
    const switzerland = must(pages.CHE, 'CHE');
    await switzerland.getByText('State how your delegation had intended to vote').click();
    await switzerland.getByRole('radio', { name: 'In favour' }).check();
    await switzerland.getByRole('button', { name: 'State it' }).click();
    await expect(chair.getByText('Stated after the vote: had intended to vote')).toBeVisible();
    await expect(chair.getByText(/2 in favour, 2 against, 1 abstention/i).first()).toBeVisible();
  });

  await test.step('the bureau enters it for another that asks in the hall, marked so, and strikes it', async () => {
    await chair.getByText('Enter for a delegation how it had intended to vote').click();
    await chair.getByRole('combobox', { name: 'Delegation in the hall' }).fill('kenya');
    await chair.getByRole('option', { name: 'Kenya' }).click();
    await chair.getByRole('radio', { name: 'Abstention' }).check();
    await chair.getByRole('button', { name: 'Enter it' }).click();
    await expect(chair.getByText('(entered by the bureau)')).toBeVisible();
    await chair.getByRole('button', { name: 'Strike the statement of Kenya' }).click();
    await expect(chair.getByText('(entered by the bureau)')).toHaveCount(0);
  });
  await chamber.stop();
});

/** Six members are enough: the others lose their credentials before the vote is opened. */
async function leaveCredentialsTo({ bureau }: Chamber, codes: readonly string[]): Promise<void> {
  const all = Object.values(bureau.state().plenary.delegation.byId);
  const others = all.filter(({ id, hasCredentials }) => hasCredentials && !codes.includes(id));
  for (const { id } of others)
    await bureau.act('delegation.setCredentials', { delegationId: id, hasCredentials: false });
}

/** A delegation that is called wherever it is: follows the notice, chooses, reads once more, answers. */
async function answerOnDevice(page: Page, ballot: string, choice: string): Promise<void> {
  await expect(page.getByText('Your delegation is called in the roll call.')).toBeVisible();
  await page.getByRole('link', { name: 'Answer now' }).click();
  await expect(page).toHaveURL(ballot);
  await expect(page.getByRole('heading', { name: 'Your delegation is called' })).toBeVisible();
  await page.getByRole('radio', { name: choice }).check();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText(/cannot be changed/)).toBeVisible();
  await page.getByRole('button', { name: 'Answer for all to hear' }).click();
  await expect(page.getByRole('heading', { name: /^Answer recorded at/ })).toBeVisible();
}

async function enterFor(chair: Page): Promise<void> {
  await chair.getByRole('button', { name: 'Enter “Against”' }).click();
  await expect(chair.getByRole('alertdialog')).toContainText('Nepal');
  await chair.getByRole('button', { name: 'Enter the answer' }).click();
}

async function callInVain(chair: Page): Promise<void> {
  await chair.getByRole('button', { name: 'No answer' }).click();
  await expect(chair.getByRole('alertdialog')).toContainText('Japan');
  await chair.getByRole('button', { name: 'Record as absent' }).click();
}
