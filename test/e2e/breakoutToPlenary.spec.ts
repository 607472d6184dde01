import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { readWordFile } from '../support/wordFile.ts';
import { beginDraft } from './support/sample.ts';
import { type ServerProcess, startServer } from './support/server.ts';

/** Six delegates of four regional groups. */
const states = {
  KEN: 'Kenya',
  NGA: 'Nigeria',
  IND: 'India',
  BRA: 'Brazil',
  MEX: 'Mexico',
  CHE: 'Switzerland',
} as const;
type Code = keyof typeof states;
const codes = Object.keys(states) as Code[];

interface Seat {
  context: BrowserContext;
  page: Page;
}

const title = 'Identity documents for returnees';
const sentence = 'States would issue identity documents to returning nationals within thirty days.';
const offlineWords = 'Consulates would accept biometric proof of nationality.';

test('a consultation from the first link to the issue brief', async ({ browser }) => {
  const server = await startServer();
  const secretariat = await sit(browser, server.secretariatLink);
  const id = await openSample(secretariat.page);
  const base = `${server.url}/c/${id}`;
  const links = await personalLinks(secretariat.page, id);
  const moderator = await sit(browser, links.moderator);
  const seats = new Map<Code, Seat>();
  for (const code of codes) seats.set(code, await sit(browser, links.delegates[code]));

  await test.step('everyone enters by a personal link', async () => {
    for (const { page } of [moderator, ...seats.values()]) {
      await way(page, 'Enter the consultation').click();
      await expect(page.getByRole('heading', { name: 'In session now' })).toBeVisible();
    }
  });

  await test.step('the moderator forms a room of those present and opens it', async () => {
    await formRoom(moderator.page, base);
    for (const { page } of seats.values()) await expect(way(page, 'Enter room 1')).toBeVisible();
  });

  const writers = await enterRoom(seats);
  await test.step('two delegates draft in one text, one of them offline for a while', async () => {
    await beginDraft(writers.rapporteur.page, title);
    await writeTogether(writers);
    await bracketLastWords(writers);
  });

  await test.step('the room is recalled, the rapporteur reports', async () => {
    await recall(moderator.page, base);
    await expect(writers.rapporteur.page.getByText('This room is closed.').first()).toBeVisible();
    await goToStep(moderator.page, base, 'Reporting');
    await report(writers.rapporteur.page);
  });

  await test.step('a delegation comments and signals a position, live for everyone', async () => {
    await goToStep(moderator.page, base, 'Commenting');
    await moderator.page.goto(`${base}/board/panel-1`);
    await moveCard(moderator.page, 'Under comment');
    await commentAndSignal(writers.other.page, base);
    await expect(
      moderator.page.getByLabel('1 comment').or(moderator.page.getByText('1 comment')).first(),
    ).toBeVisible();
  });

  await test.step('the vote survives the death of the server in its middle', async () => {
    await moveCard(moderator.page, 'Ready for decision');
    await goToStep(moderator.page, base, 'Deciding');
    await vote(moderator.page, base, seats, server);
  });

  await test.step('the secretariat downloads the issue brief, with the item in it once', async () => {
    await checkBrief(secretariat.page, base);
  });
  await server.stop();
});

/** A button or a link with this name. */
const way = (page: Page, name: string) => page.getByRole('button', { name }).or(page.getByRole('link', { name }));

/** Somebody opens a link in a browser of their own. */
async function sit(browser: Browser, link: string): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(link);
  return { context, page };
}

async function openSample(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Open the sample consultation (Geneva, June 2017)' }).click();
  await page.waitForURL(/\/c\/[\w-]+\//);
  return /\/c\/([\w-]+)/.exec(page.url())?.[1] ?? '';
}

interface Row {
  participantId: string;
  role: string;
  delegationId: string | null;
}

/** The secretariat issues the links by the same request as the badge sheet does. */
async function personalLinks(page: Page, id: string) {
  const answer = await page.evaluate(async (consultation) => {
    const { people } = (await (await fetch(`/api/c/${consultation}/people`)).json()) as { people: Row[] };
    const response = await fetch(`/api/c/${consultation}/links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ participantIds: people.map(({ participantId }) => participantId) }),
    });
    const { links } = (await response.json()) as { links: { participantId: string; url: string }[] };
    return people.map((row) => ({
      ...row,
      url: links.find((link) => link.participantId === row.participantId)?.url ?? '',
    }));
  }, id);
  const first = (isWanted: (row: Row) => boolean) => answer.find(isWanted)?.url ?? '';
  return {
    moderator: first(({ role }) => role === 'moderator'),
    delegates: Object.fromEntries(
      codes.map((code) => [code, first(({ role, delegationId }) => role === 'delegate' && delegationId === code)]),
    ) as Record<Code, string>,
  };
}

async function goToStep(page: Page, base: string, step: string): Promise<void> {
  await page.goto(`${base}/steering/panel-1`);
  await page.getByRole('button', { name: `Go to ${step}` }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: step }).and(page.locator('[aria-current="step"]')),
  ).toBeVisible();
}

async function formRoom(page: Page, base: string): Promise<void> {
  await goToStep(page, base, 'Breakout');
  await page.goto(`${base}/seating/panel-1`);
  await page.getByRole('radio', { name: /Only those connected now: 6 people/ }).click();
  await page.getByLabel('Number of rooms').fill('1');
  await page.getByRole('button', { name: 'Propose rooms' }).click();
  await expect(page.getByText('Every regional group has its fair share in every room.')).toBeVisible();
  await page.getByRole('button', { name: 'Open 1 room' }).click();
  await page.getByRole('button', { name: 'Open now' }).click();
  await expect(page.getByText(/1 room open/)).toBeVisible();
}

interface Writers {
  rapporteur: Seat;
  second: Seat;
  other: Seat;
}

/** Everyone goes to the room; who the rapporteur is stands beside the name in the list of members. */
async function enterRoom(seats: Map<Code, Seat>): Promise<Writers> {
  for (const { page } of seats.values()) {
    await way(page, 'Enter room 1').click();
    await expect(page.getByText('6 of 6 here').or(page.getByText(/\d of 6 here/))).toBeVisible();
  }
  const list = [...seats.values()];
  const isRapporteur = await Promise.all(
    list.map(({ page }) =>
      page
        .getByText('The rapporteur reports this draft')
        .or(page.getByText('Nothing is drafted yet'))
        .first()
        .waitFor()
        .then(() => page.evaluate(() => document.body.innerText)),
    ),
  );
  expect(isRapporteur.every((text) => text.includes('Rapporteur'))).toBe(true);
  const named = await list[0]?.page
    .locator('li', { hasText: 'Rapporteur' })
    .filter({ hasText: 'Representative' })
    .first()
    .innerText();
  const rapporteurCode = codes.find((code) => named?.includes(states[code]));
  const others = codes.filter((code) => code !== rapporteurCode);
  const of = (code: Code | undefined) => seats.get(code as Code) as Seat;
  return { rapporteur: of(rapporteurCode), second: of(others[0]), other: of(others[1]) };
}

const text = (page: Page) => page.getByRole('textbox', { name: `Text of “${title}”` });

async function writeTogether({ rapporteur, second }: Writers): Promise<void> {
  await text(rapporteur.page).click();
  await rapporteur.page.keyboard.type(sentence);
  await expect(text(second.page)).toContainText(sentence);
  await second.context.setOffline(true);
  await text(second.page).click();
  await second.page.keyboard.press('Control+End');
  await second.page.keyboard.press('Enter');
  await second.page.keyboard.type(offlineWords);
  await expect(second.page.getByText(/not yet saved|not saved/).first()).toBeVisible();
  await second.context.setOffline(false);
  await expect(text(rapporteur.page)).toContainText(offlineWords, { timeout: 30_000 });
  await expect(text(rapporteur.page)).toContainText(sentence);
  await expect(second.page.getByText('Saved', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
}

async function bracketLastWords({ rapporteur, second }: Writers): Promise<void> {
  await text(second.page).click();
  await second.page.keyboard.press('Control+End');
  for (let at = 0; at < 'of nationality.'.length; at += 1) await second.page.keyboard.press('Shift+ArrowLeft');
  // The editor reads a selection made by keys a moment later than it is made.
  await expect.poll(() => second.page.evaluate(() => String(document.getSelection()))).toBe('of nationality.');
  await second.page.waitForTimeout(150);
  await second.page.getByRole('button', { name: /Put in brackets/ }).click();
  await expect(rapporteur.page.getByText('1 open bracket').first()).toBeAttached();
}

async function recall(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/steering/panel-1`);
  await page.getByRole('button', { name: 'Recall all rooms' }).click();
  await page.getByRole('radio', { name: 'At once' }).click();
  await page.getByRole('button', { name: 'Recall the room' }).click();
}

async function report(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Report to plenary' }).click();
  await page.getByLabel('Why it is reported all the same').fill('The leads are named in the next session.');
  await page.getByLabel('I have asked the room, and nobody objects').check();
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(page.getByText('Reported, version 1')).toBeVisible();
}

async function moveCard(page: Page, stage: string): Promise<void> {
  await page.goto(page.url().replace(/\/c\/([\w-]+)\/.*/, '/c/$1/board/panel-1'));
  await page.getByRole('button', { name: `Acts on ${title}` }).click();
  await page.getByRole('menuitem', { name: stage }).click();
  await expect(page.getByText(`“${title}” moved to ${stage}`)).toBeVisible();
}

async function commentAndSignal(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/board/panel-1`);
  await page.getByRole('link', { name: title }).click();
  await page.getByLabel('Your comment').fill('We support this and offer our experience.');
  await page.getByRole('button', { name: 'Post the comment' }).click();
  await expect(page.getByText('We support this and offer our experience.')).toBeVisible();
  await page
    .getByRole('group', { name: /^Position of/ })
    .or(page.getByRole('radiogroup', { name: /^Position of/ }))
    .getByRole('radio', { name: 'Support' })
    .click();
  await expect(page.getByText('1 delegation').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function vote(chair: Page, base: string, seats: Map<Code, Seat>, server: ServerProcess): Promise<void> {
  await chair.goto(`${base}/votes/panel-1`);
  await chair.getByRole('button', { name: 'Open the vote' }).click();
  await expect(chair.getByText('0 of 193 delegations have voted').first()).toBeVisible();
  const ballots: [Code, string][] = [
    ['KEN', 'In favour'],
    ['NGA', 'In favour'],
    ['IND', 'Against'],
    ['BRA', 'In favour'],
    ['MEX', 'Abstention'],
    ['CHE', 'In favour'],
  ];
  for (const [code, choice] of ballots.slice(0, 3)) await cast((seats.get(code) as Seat).page, choice);
  await server.killAndStartAgain();
  for (const [code, choice] of ballots.slice(3)) await cast((seats.get(code) as Seat).page, choice);
  // One changes its mind before the lock; the last ballot counts, once.
  const india = (seats.get('IND') as Seat).page;
  await india.getByRole('button', { name: 'Change the ballot' }).click();
  await cast(india, 'In favour');
  await expect(chair.getByText('6 of 193 delegations have voted').first()).toBeVisible({ timeout: 30_000 });
  await chair.getByRole('button', { name: 'Lock the vote' }).click();
  await chair.getByRole('alertdialog').getByRole('button', { name: 'Lock the vote' }).click();
  await chair.getByRole('button', { name: 'Declare the result' }).click();
  await expect(chair.getByText('Indicative, not a decision').first()).toBeVisible();
  await expect(chair.getByText(/5 in favour, 0 against, 1 abstention/i).first()).toBeVisible();
}

async function cast(page: Page, choice: string): Promise<void> {
  if (!page.url().includes('/vote/')) await way(page, 'Vote now').click();
  await page
    .getByRole('radio', { name: choice })
    .or(page.getByRole('button', { name: choice }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^Cast/ }).click();
  await expect(page.getByText(/Vote recorded at/)).toBeVisible({ timeout: 30_000 });
}

async function checkBrief(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/secretariat/documents`);
  const waiting = page.waitForEvent('download');
  await page
    .getByRole('button', { name: 'Download the issue brief' })
    .or(page.getByRole('link', { name: 'Download the issue brief' }))
    .click();
  const stream = await (await waiting).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const word = readWordFile(Buffer.concat(chunks));
  expect(word.headings.filter(({ text }) => text.includes(title))).toHaveLength(1);
  expect(word.text).toContain(sentence);
  expect(word.text).toContain('[of nationality.');
  expect(word.text).toContain('5 in favour, 0 against, 1 abstention');
}
