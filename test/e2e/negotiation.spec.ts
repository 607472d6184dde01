import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import { type Negotiation, startNegotiation } from './support/negotiators.ts';
import { beginDraft } from './support/sample.ts';

const meeting = JSON.parse(readFileSync(join(import.meta.dirname, '../../shared/data/meeting2017.json'), 'utf8')) as {
  items: { id: string; text: string }[];
};
const source = must(
  meeting.items.find(({ id }) => id === 'can-p4-r2'),
  'item',
).text;

const title = 'Migration capacity in national plans';
const doubted = 'prioritize migration capacity';
const alternative = 'consider migration capacity';
const bridge = 'give due attention to migration capacity';
const addition = ' Regional organizations would assist.';
const clean = `${source.replace(doubted, bridge)}${addition}`;

test('four delegations negotiate one paragraph until it is agreed', async ({ browser }) => {
  const room = await startNegotiation(browser);
  const { facilitator, rapporteur, first, second } = room;

  await test.step('the text of the meeting is written', async () => {
    await (await beginDraft(rapporteur, title)).click();
    await rapporteur.keyboard.insertText(source);
    for (const page of room.all) await expect(text(page)).toContainText(source);
  });

  await test.step('brackets, one within another, and an addition, all by keys', async () => {
    await select(first, doubted);
    await first.keyboard.press('Control+Alt+b');
    // Two keys open it, the third supports, whether or not it has come back from the server by then.
    await first.keyboard.press('Control+Alt+s');
    await openBrackets(room, 1);
    for (const page of room.all) await stands(page, 'support: Brazil');
    await select(second, 'migration');
    await second.keyboard.press('Control+Alt+b');
    await openBrackets(room, 2);
    await text(second).focus();
    await second.keyboard.press('Control+End');
    await settle(second);
    await second.keyboard.press('Control+Alt+b');
    await expect(text(second)).toContainText('[]');
    await second.keyboard.type(addition);
    for (const page of room.all) await expect(text(page)).toContainText(`[${addition}]`);
    await openBrackets(room, 3);
  });

  await test.step('another wording, and positions by keys, while somebody writes inside', async () => {
    await caretIn(second, 'prioritize');
    await propose(second, 'Other wording…', 'Your wording', alternative);
    await openBrackets(room, 4);
    await caretIn(rapporteur, 'consider');
    await rapporteur.keyboard.press('Control+Alt+s');
    await caretIn(first, 'consider');
    await Promise.all([first.keyboard.press('Control+Alt+o'), typeInside(facilitator)]);
    await stands(second, 'oppose: Brazil');
  });

  await test.step('the server is killed, and all four screens show the same', async () => {
    await room.server.killAndStartAgain();
    await same(room);
    await openBrackets(room, 4);
  });

  await test.step('the facilitator bridges; while positions stand nothing can be chosen', async () => {
    await caretIn(facilitator, 'consider');
    await propose(facilitator, 'Bridge text…', 'Wording that could bridge', bridge);
    await openBrackets(room, 5);
    await caretIn(rapporteur, 'give');
    await rapporteur.keyboard.press('Control+Alt+k');
    await expect(rapporteur.getByText(/^Delegations still stand against this/).first()).toBeVisible();
  });

  await test.step('the last position on the inner bracket is withdrawn', async () => {
    await caretIn(second, 'migration');
    await second.keyboard.press('Control+Alt+r');
    await openBrackets(room, 4);
  });

  await test.step('an objection ends the first call; nobody objects to the second', async () => {
    await call(facilitator);
    await first.getByRole('button', { name: 'We object' }).click();
    await expect(facilitator.getByText('The facilitator hears no objection', { exact: false })).toHaveCount(0);
    await openBrackets(room, 4);
    await call(facilitator);
    await openBrackets(room, 1);
    await caretIn(rapporteur, 'Regional');
    await rapporteur.keyboard.press('Control+Alt+k');
    await openBrackets(room, 0);
  });

  await test.step('the paragraph is agreed ad referendum, closed to writing, confirmed by all', async () => {
    await caretIn(facilitator, 'recommend');
    await facilitator.getByRole('button', { name: 'Agree ad referendum' }).click();
    await caretIn(first, 'recommend');
    await expect(first.getByText('Agreed ad referendum').first()).toBeVisible();
    await first.keyboard.type('x');
    await expect(first.getByText('This paragraph is agreed and nobody writes in it.', { exact: false })).toBeVisible();
    for (const page of room.all) {
      await caretIn(page, 'recommend');
      await page.getByRole('button', { name: 'Confirm for my delegation' }).click();
    }
    for (const page of room.all)
      await expect(
        page.getByRole('region', { name: 'The paragraph at the caret' }).getByText('Agreed', { exact: true }),
      ).toBeVisible();
    for (const page of room.all) await expect.poll(() => words(page)).toBe(clean);
  });
  await room.stop();
});

test('other wordings of selected words, two that say the same, and a bracket opened without a line', async ({
  browser,
}) => {
  const room = await startNegotiation(browser);
  const { rapporteur, first, second } = room;
  await (await beginDraft(rapporteur, title)).click();
  await rapporteur.keyboard.insertText('States would issue identity documents.');
  for (const page of room.all) await expect(text(page)).toContainText('identity documents.');

  await test.step('words are worded otherwise where they stand, by keys', async () => {
    await select(first, 'would');
    await first.keyboard.press('Control+Alt+p');
    await first.getByLabel('Your wording instead of').fill('shall');
    await first.keyboard.press('Enter');
    await openBrackets(room, 2);
    await expect(text(second).locator('[data-label="Alt 2:"]')).toHaveCount(1);
  });

  await test.step('what somebody words the same becomes one with all its positions', async () => {
    await caretIn(second, 'shall');
    await propose(second, 'Other wording…', 'Your wording', 'shall');
    await openBrackets(room, 3);
    await caretIn(rapporteur, 'shall');
    await rapporteur.getByRole('button', { name: 'Merge the two' }).click();
    await openBrackets(room, 2);
    await stands(rapporteur, 'Brazil and Switzerland');
  });

  await test.step('a bracket opened without a line waits, can be taken back, and comes with its position', async () => {
    await second.context().setOffline(true);
    await room.server.killAndStartAgain();
    await openWithoutLine(second, 'identity');
    await second.context().setOffline(false);
    await openBrackets(room, 3);
    await stands(first, 'support: Switzerland');
    await same(room);
  });
  await room.stop();
});

const text = (page: Page) => page.getByRole('textbox', { name: `Text of “${title}”` });
const words = async (page: Page) => (await text(page).locator('p').first().textContent())?.replaceAll('\u2060', '');

async function openBrackets({ all }: Negotiation, n: number): Promise<void> {
  const said = n === 0 ? 'No open brackets' : n === 1 ? '1 open bracket' : `${n} open brackets`;
  // A call for objections takes ten seconds by itself.
  for (const page of all) await expect(page.getByText(said, { exact: true }).first()).toBeAttached({ timeout: 30_000 });
}

async function same({ all }: Negotiation): Promise<void> {
  const [page, ...others] = all as [Page, ...Page[]];
  for (const other of others)
    await expect.poll(async () => (await words(other)) === (await words(page)), { timeout: 30_000 }).toBe(true);
}

/** Selects words as a pointer would; with nothing to select, sets the caret that many letters into them. */
async function point(page: Page, wanted: string, caretAt: number | null = null): Promise<void> {
  await page.keyboard.press('Escape');
  await text(page).focus();
  await expect
    .poll(() =>
      text(page).evaluate(
        (editor, { wanted: sought, caretAt: into }) => {
          const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
          const nodes: { node: Node; from: number }[] = [];
          let all = '';
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            nodes.push({ node, from: all.length });
            all += node.textContent ?? '';
          }
          const start = all.indexOf(sought);
          if (start < 0) return false;
          const place = (at: number, isEnd: boolean) => {
            const last = nodes.filter(({ from }) => (isEnd ? from < at : from <= at)).at(-1);
            return last ? ([last.node, at - last.from] as const) : null;
          };
          const from = place(into === null ? start : start + into, into !== null);
          const to = into === null ? place(start + sought.length, true) : from;
          if (!from || !to) return false;
          document.getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
          return true;
        },
        { wanted, caretAt },
      ),
    )
    .toBe(true);
  await settle(page);
}

/** The editor reads the page's selection a moment later than it is made. */
const settle = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 50)),
  );

const select = (page: Page, wanted: string) => point(page, wanted);

/** Sets the caret into a word, and so into whatever bracket is around it. */
const caretIn = (page: Page, wanted: string) => point(page, wanted, 2);

/** Who stands how is written at one bracket in the text. */
const stands = (page: Page, whose: string) => expect(text(page).locator(`[data-whose*="${whose}"]`)).toHaveCount(1);

/** Opens a bracket while there is no line: once to take it back, once to support it as soon as it is sent. */
async function openWithoutLine(page: Page, words: string): Promise<void> {
  const waiting = page.getByText('Not sent yet', { exact: false });
  await select(page, words);
  await page.keyboard.press('Control+Alt+b');
  await expect(waiting).toBeVisible();
  await page.getByRole('button', { name: 'Do not send' }).click();
  await expect(waiting).toHaveCount(0);
  await select(page, words);
  await page.keyboard.press('Control+Alt+b');
  await expect(waiting).toBeVisible();
  await page.keyboard.press('Control+Alt+s');
}

async function propose(page: Page, way: string, label: string, wording: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: way }).click();
  await page.getByLabel(label).fill(wording);
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
}

async function typeInside(page: Page): Promise<void> {
  await point(page, 'prioritize', 5);
  await page.keyboard.type('urgently');
  await expect(text(page)).toContainText('priorurgentlyitize');
}

async function call(page: Page): Promise<void> {
  await caretIn(page, 'give');
  // Into the menu by key, and back to the text by another.
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('button', { name: 'Support' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'No objection? Choose this wording' }).click();
  await expect(page.getByText('The facilitator hears no objection', { exact: false })).toBeVisible();
}
