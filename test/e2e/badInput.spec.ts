import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import { seeded } from '@shared/domain/kernel/random.ts';
import { signIn } from '../../server/rehearsal/bot.ts';
import { type Cast, seatCast } from '../../server/rehearsal/cast.ts';
import { playPanel } from '../../server/rehearsal/journey.ts';
import { openSample } from './support/sample.ts';
import { type ServerProcess, startServer } from './support/server.ts';

/** Panel 1 is being commented on, panel 2 sits in its rooms, the others have not begun. */
interface Stage {
  server: ServerProcess;
  /** The session of the house secretariat. */
  cookie: string;
  cast: Cast;
  base: string;
  roomId: string;
  itemId: string;
  member: string;
}

let stage: Stage;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  stage = await setTheStage();
});
test.afterAll(async () => {
  for (const bot of stage.cast.all) bot.close();
  await stage.server.stop();
});

test('a link that does not work says why and what helps', async ({ browser }) => {
  const [spare, other] = [...stage.cast.delegates.keys()].filter((id) => id !== stage.member);
  const revoked = await link(must(spare, 'delegate'));
  await house('DELETE', `links/${spare}`);
  const usedUp = await link(must(other, 'delegate'), 1);
  await signIn(stage.server.url, usedUp);
  const sentences: [address: string, sentence: string][] = [
    [`${stage.server.url}/join#${'A'.repeat(43)}`, 'This link is not known here.'],
    [revoked, 'This link was withdrawn.'],
    [usedUp, 'This link has been used on as many devices as it allows.'],
  ];
  for (const [address, sentence] of sentences) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(address);
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    // The other door stays open.
    await expect(page.getByLabel('Your link, or the code at its end')).toBeEditable();
    await page.context().close();
  }
});

test('an address that leads nowhere says so', async ({ browser }) => {
  const { page, context } = await delegate(browser);
  for (const address of ['/nowhere', `${stage.base}/nowhere`]) {
    await page.goto(new URL(address, stage.base).href);
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  }
  await context.close();
});

test('two megabytes pasted into a draft are refused whole', async ({ browser }) => {
  const { page, context } = await delegate(browser);
  await page.goto(`${stage.base}/room/${stage.roomId}`);
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await expect(text).toContainText('Progress would be reviewed once a year');
  const before = await text.innerText();
  await text.click();
  await text.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Paper is patient. '.repeat(120_000));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('That is too much for one draft: 2,110 KB were pasted')).toBeVisible();
  expect(await text.innerText()).toBe(before);
  await page.reload();
  await expect(text).toHaveText(before.replaceAll('\n', ''), { useInnerText: false });
  await context.close();
});

test('a draft without a title is not begun, and an emptied title is not taken', async ({ browser }) => {
  const { page, context } = await delegate(browser);
  await page.goto(`${stage.base}/room/${stage.roomId}`);
  await page.getByRole('button', { name: 'New draft' }).click();
  const title = page.getByLabel('Title of the draft');
  await title.fill('   ');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(title).toHaveAccessibleDescription(/A draft needs a title\. Write one line\./);
  await expect(title).toHaveValue('   ');
  await page.keyboard.press('Escape');
  const standing = page.getByLabel('Title of draft 1');
  await standing.fill('');
  await standing.blur();
  await expect(standing).toHaveAccessibleDescription('A draft needs a title. Write one line.');
  await context.close();
});

test('a comment that is too long keeps its words', async ({ browser }) => {
  const { page, context } = await delegate(browser);
  await page.goto(`${stage.base}/board/panel-1?item=${stage.itemId}`);
  const comment = page.getByLabel('Your comment');
  await page.getByRole('button', { name: 'Post the comment' }).click();
  await expect(comment).toHaveAccessibleDescription(/Write a comment first\./);
  const long = 'Too long. '.repeat(401);
  await comment.fill(long);
  await page.getByRole('button', { name: 'Post the comment' }).click();
  await expect(comment).toHaveAccessibleDescription(/The comment is too long\. Shorten it to 4,000 characters\./);
  await expect(comment).toHaveValue(long);
  await context.close();
});

test('a person who is not whole is not added', async ({ browser }) => {
  const { page, context } = await sit(browser, stage.server.secretariatLink);
  await page.goto(`${stage.base}/secretariat/people`);
  await page.getByRole('button', { name: 'Add a person' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('E-mail').fill('not an address');
  await form.getByRole('button', { name: 'Add and go on to the link' }).click();
  await expect(form.getByLabel('Name', { exact: true })).toHaveAccessibleDescription('The person needs a name.');
  await expect(form.getByLabel('E-mail')).toHaveAccessibleDescription(/This is not an e-mail address\./);
  await expect(form.getByLabel('E-mail')).toHaveValue('not an address');
  await context.close();
});

test('a step that was taken from under the page is refused with a sentence', async ({ browser }) => {
  const { page, context } = await sit(browser, await link(stage.cast.moderator.you.participantId));
  const letThrough = await holdable(page);
  await page.goto(`${stage.base}/steering/panel-1`);
  const forward = page.getByRole('button', { name: 'Go to Deciding' });
  await expect(forward).toBeEnabled();
  letThrough(false);
  await stage.cast.moderator.act('panel.goTo', { panelId: 'panel-1', step: 'opening' });
  await forward.click();
  letThrough(true);
  await expect(
    page.getByText('From “Opening” the panel cannot go straight to “Deciding”. Go one step forward at a time'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go to Breakout' })).toBeEnabled();
  await context.close();
});

test('a server that dies is said within three seconds, and so is that all is saved again', async ({ browser }) => {
  const { page, context } = await delegate(browser);
  await page.goto(`${stage.base}/room/${stage.roomId}`);
  const saved = page.getByText('Saved', { exact: true }).first();
  await expect(saved).toBeVisible();
  for (const bot of stage.cast.all) bot.close();
  const back = stage.server.killAndStartAgain();
  await expect(page.getByText('Reconnecting. What you write is kept on this device.')).toBeVisible({ timeout: 3_000 });
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await text.click();
  await page.keyboard.type('Written meanwhile. ');
  await back;
  await expect(page.getByText('Reconnecting.')).toHaveCount(0, { timeout: 30_000 });
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(text).toContainText('Written meanwhile.');
  await context.close();
});

async function setTheStage(): Promise<Stage> {
  const server = await startServer();
  const cookie = await signIn(server.url, server.secretariatLink);
  const id = await openSample(server.url, cookie);
  const cast = await seatCast(server.url, server.secretariatLink, id);
  const options = { seed: 'bad input', rooms: 3, say: () => {} };
  await playPanel(cast, 'panel-1', options, seeded('bad input'), 'commenting');
  await playPanel(cast, 'panel-2', options, seeded('bad input'), 'breakout');
  const { plenary } = cast.moderator.state();
  const room = must(
    Object.values(plenary.room.byId).find(({ panelId }) => panelId === 'panel-2'),
    'room',
  );
  const member = must(
    room.members.find((each) => cast.delegates.has(each)),
    'delegate',
  );
  const itemId = must(plenary.board.columns['panel-1']?.['under-comment'][0], 'item');
  return { server, cookie, cast, base: `${server.url}/c/${id}`, roomId: room.id, itemId, member };
}

/** Asks as the secretariat, below the address of the consultation. */
async function house(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${stage.base.replace('/c/', '/api/c/')}/${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie: stage.cookie },
    body: body ? JSON.stringify(body) : null,
  });
  expect(response.ok).toBe(true);
  return response.json();
}

async function link(participantId: string, devices = 2): Promise<string> {
  const { links } = (await house('POST', 'links', { participantIds: [participantId], devices })) as {
    links: { url: string }[];
  };
  return must(links[0], 'link').url;
}

async function sit(browser: Browser, address: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('heading').first().waitFor();
  return { page, context };
}

const delegate = async (browser: Browser) => sit(browser, await link(stage.member));

/** The line of a page on which what the server sends can be held back, as on a bad network, while what the page sends goes out. */
async function holdable(page: Page): Promise<(isThrough: boolean) => void> {
  let isThrough = true;
  const held: (() => void)[] = [];
  await page.routeWebSocket(/\/socket\.io\//, (route) => {
    const server = route.connectToServer();
    server.onMessage((message) => {
      if (isThrough) route.send(message);
      else held.push(() => route.send(message));
    });
  });
  return (next) => {
    isThrough = next;
    if (next) for (const release of held.splice(0)) release();
  };
}
