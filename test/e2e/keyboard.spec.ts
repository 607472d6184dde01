import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { mayVote } from '@shared/domain/delegation.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { seatBot, signIn } from '../../server/rehearsal/bot.ts';
import { type Scene, startScene } from './support/scene.ts';

test.describe.configure({ mode: 'serial' });

let scene: Scene;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  scene = await startScene();
});
test.afterAll(async () => scene.stop());

const title = 'Help desks at consulates';
const words = 'Consulates would open a help desk for their nationals.';

test('a delegate drafts, brackets and asks for the floor by keys alone', async ({ browser }) => {
  const page = await open(browser, scene.delegate.link);
  await goAndPress(page, way(page, 'Enter the consultation'));
  await goAndPress(page, way(page, /^Enter room \d/).first());
  await goAndPress(page, page.getByRole('button', { name: 'New draft' }).first());
  await expect(page.getByLabel('Title of the draft')).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: `Text of “${title}”` });
  await reach(page, text);
  await page.keyboard.type(words);
  for (let at = 0; at < 'nationals.'.length; at += 1) await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe('nationals.');
  // The editor reads a selection made by keys a moment later than it is made.
  await page.waitForTimeout(150);
  await page.keyboard.press('Control+Alt+b');
  await expect(text).toContainText('[nationals.]');
  // Whoever put the words in doubt lifts the brackets by withdrawing.
  await page.keyboard.press('Control+Alt+r');
  await expect(page.getByText('1 open bracket', { exact: true })).toHaveCount(0);
  await expect(text).toContainText(words);
  // Escape, because in a text Tab belongs to its lists.
  await page.keyboard.press('Escape');
  const hand = page.getByRole('button', { name: /^Raise hand/ });
  await goAndPress(page, hand);
  await expect(page.getByRole('button', { name: /^Lower hand/ })).toHaveAttribute('aria-pressed', 'true');
  await page.context().close();
});

test('a delegate casts a ballot by keys alone, and Escape goes back without casting', async ({ browser }) => {
  const ballot = screen('delegate', 'ballot');
  const page = await open(browser, await linkOf(await someoneWhoHasNotVoted(ballot)));
  await page.goto(ballot);
  await reach(page, page.getByRole('radio', { name: 'In favour' }));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Against' })).toBeChecked();
  await goAndPress(page, page.getByRole('button', { name: 'Review' }));
  await expect(page.getByRole('button', { name: 'Cast the ballot' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: 'Against' })).toBeFocused();
  await page.goto(ballot);
  await expect(page.getByRole('radio', { name: 'In favour' })).toBeVisible();
  await expect(page.getByText(/Vote recorded at/)).toHaveCount(0);
  await reach(page, page.getByRole('radio', { name: 'In favour' }));
  await page.keyboard.press('Space');
  await goAndPress(page, page.getByRole('button', { name: 'Review' }));
  const cast = page.getByRole('button', { name: 'Cast the ballot' });
  await expect(cast).toBeEnabled();
  await goAndPress(page, cast);
  await expect(page.getByText(/Vote recorded at/).first()).toBeVisible();
  await page.context().close();
});

test('the moderator takes a step, mends the rooms and moves a card by keys alone', async ({ browser }) => {
  const page = await open(browser, await linkOf(await moderator()));
  await test.step('one step forward', async () => {
    await page.goto(screen('bureau', 'steering').replace('panel-2', 'panel-3'));
    await goAndPress(page, page.getByRole('button', { name: 'Go to Breakout' }));
    await expect(page.locator('[aria-current="step"]').filter({ hasText: 'Breakout' }).first()).toBeVisible();
  });
  await test.step('a person goes to another room, the rest is repaired', async () => {
    await page.goto(screen('bureau', 'seating'));
    const room = page.getByRole('region', { name: 'Room 1', exact: true });
    await reach(page, room.getByRole('row').first());
    const mover = room
      .getByRole('row')
      .first()
      .getByRole('button', { name: /^Choose a room for/ });
    const name = must(await mover.getAttribute('aria-label'), 'name');
    await reach(page, mover, 'ArrowRight');
    await page.keyboard.press('Enter');
    const select = page.getByRole('dialog').getByLabel('Room', { exact: true });
    await expect(select).toBeFocused();
    await page.keyboard.press('End');
    await goAndPress(page, page.getByRole('button', { name: 'Move and pin' }));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(room.getByRole('button', { name, exact: true })).toHaveCount(0);
    await goAndPress(page, page.getByRole('button', { name: 'Repair the rest around 1 pin' }));
    await expect(page.getByText('The rules hold again; the pins stayed.').first()).toBeAttached();
  });
  await test.step('a card goes to another column', async () => {
    await page.goto(screen('bureau', 'board'));
    // The first of those that are ready is under vote and stays where it is.
    const ready = page.getByRole('grid', { name: 'Ready for decision' }).getByRole('row');
    await reach(page, ready.first());
    await reach(page, ready.last(), 'ArrowDown');
    await reach(page, ready.last().getByRole('button', { name: /^Acts on / }), 'ArrowRight');
    await page.keyboard.press('Enter');
    await reach(page, page.getByRole('menuitem', { name: 'Under comment' }), 'ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/moved to Under comment/).first()).toBeAttached();
    await expect(page.getByRole('grid', { name: 'Under comment' }).getByRole('row')).toHaveCount(1);
  });
  await page.context().close();
});

const way = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).or(page.getByRole('link', { name }));

const screen = (who: 'delegate' | 'bureau', wanted: string) =>
  scene[who].screens.find(([name]) => name === wanted)?.[1] ?? '';

async function open(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(link);
  await expect(way(page, 'Enter the consultation').first()).toBeVisible();
  return page;
}

const place = () => {
  const { origin, pathname } = new URL(screen('bureau', 'board'));
  return { origin, id: must(pathname.split('/')[2], 'consultation') };
};

let cookie: string | undefined;
const house = async () => {
  cookie ??= await signIn(place().origin, scene.bureau.link);
  return cookie;
};

async function meeting() {
  const { origin, id } = place();
  const bot = await seatBot(origin, id, await house());
  bot.close();
  return bot.state().plenary;
}

async function moderator(): Promise<string> {
  const { delegation } = await meeting();
  return must(
    Object.values(delegation.participants).find(({ role }) => role === 'moderator'),
    'moderator',
  ).id;
}

async function someoneWhoHasNotVoted(ballot: string): Promise<string> {
  const { delegation, vote } = await meeting();
  const { received } = must(vote.byId[must(ballot.split('/').at(-1), 'vote')], 'vote');
  const isLeft = (id: string | null) => id !== null && mayVote(delegation, id) && !received.includes(id);
  return must(
    Object.values(delegation.participants).find((seat) => seat.role === 'delegate' && isLeft(seat.delegationId)),
    'delegate',
  ).id;
}

async function linkOf(participantId: string): Promise<string> {
  const { origin, id } = place();
  const response = await fetch(`${origin}/api/c/${id}/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await house() },
    body: JSON.stringify({ participantIds: [participantId] }),
  });
  const { links } = (await response.json()) as { links: { url: string }[] };
  return must(links[0], 'link').url;
}

async function goAndPress(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

const mostStops = 300;

/** Presses a key until the focus is where it is wanted; at every stop on the way one must see where it is. */
async function reach(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  const handle = await target.elementHandle();
  for (let stop = 0; stop < mostStops; stop += 1) {
    const { isThere, fault } = await page.evaluate(lookAtFocus, handle);
    if (isThere) {
      expect(fault).toBeNull();
      return;
    }
    if (stop > 0) expect(fault).toBeNull();
    await page.keyboard.press(key);
  }
  throw new Error(`${target} is not reached by ${key}`);
}

/** Whether the focus is on this element, and what is wrong with how it shows. */
function lookAtFocus(wanted: Node | null): { isThere: boolean; fault: string | null } {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return { isThere: false, fault: null };
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : null;
  const around = [focused, label, focused.parentElement, focused.parentElement?.parentElement];
  const isOutlined = around.some((each) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  });
  const hasShadow = getComputedStyle(focused).boxShadow !== 'none';
  // An entry of a menu is marked by its ground, which the entries beside it do not have.
  const ground = (each: Element) => getComputedStyle(each).backgroundColor;
  const beside = [...document.querySelectorAll('[role="menuitem"]')].find((each) => each !== focused);
  const isMarked = focused.role === 'menuitem' && beside !== undefined && ground(beside) !== ground(focused);
  const shown = label ?? focused;
  const { top, bottom } = shown.getBoundingClientRect();
  const isInSight = shown.checkVisibility() && bottom > 0 && top < innerHeight;
  const name = `${focused.outerHTML.slice(0, 160)}`;
  const fault =
    isInSight && (isOutlined || hasShadow || isMarked) ? null : `${isInSight ? 'no ring' : 'out of sight'}: ${name}`;
  return { isThere: focused === wanted, fault };
}
