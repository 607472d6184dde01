/** From a keystroke to its paint: in a draft of 10,000 words and 200 brackets, in an empty one, and in a page without an editor. */
import { expect, type Page, test } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import { appendBlocks } from '@shared/draft/draftDoc.ts';
import { textOf } from '@shared/draft/draftShape.ts';
import { anchorAt } from '@shared/draft/placing.ts';
import type { Bot } from '../../server/rehearsal/bot.ts';
import { write } from '../../server/rehearsal/drafting.ts';
import { printTable, quantile } from '../bench/figures.ts';
import { startNegotiation } from './support/negotiators.ts';
import { beginDraft } from './support/sample.ts';

const paragraphs = 100;
const words = 100;
const brackets = 200;
const strokes = 300;
const sentence =
  'States should strengthen regular pathways for migrant workers and their families by 2030, with data on return and reintegration. ';
const paragraph = sentence.repeat(10).split(' ').slice(0, words).join(' ');
const typed = 'and further commit to share what they learn with partners ';

test('from a keystroke to its paint', async ({ browser }) => {
  const rows: Record<string, string | number>[] = [];
  const measure = async (work: string, page: Page) => {
    const taken = await strokesOn(page);
    rows.push({
      work,
      strokes: taken.length,
      'median ms': quantile(taken, 0.5),
      'p95 ms': quantile(taken, 0.95),
      'worst ms': quantile(taken, 1),
    });
  };

  const plain = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await plain.setContent(`<div contenteditable>${`<p>${paragraph}</p>`.repeat(paragraphs)}</div>`);
  await plain
    .locator('p')
    .nth(paragraphs / 2)
    .click();
  await measure('10,000 words, no editor', plain);
  await plain.close();

  const room = await startNegotiation(browser);
  const { facilitator: page } = room;
  const empty = await beginDraft(page, 'A short draft');
  await empty.click();
  await measure('empty draft', page);

  const long = await beginDraft(page, 'A long draft');
  const bot = await room.seatFacilitator();
  const itemId = must(bot.state().room[room.roomId]?.actionItem.order[1], 'draft');
  await fill(bot, room.roomId, itemId);
  bot.close();
  await expect(page.getByText(`${brackets} open brackets`, { exact: true }).first()).toBeAttached({ timeout: 60_000 });
  await expect(long.locator('p')).toHaveCount(paragraphs + 1);
  await long
    .locator('p')
    .nth(paragraphs / 2)
    .click({ position: { x: 5, y: 5 } });
  await measure('10,000 words, 200 brackets', page);
  await long
    .locator('p')
    .nth(paragraphs / 2)
    .click({ position: { x: 200, y: 10 } });
  await measure('the same, in a bracket', page);
  await room.stop();
  printTable(rows);
});

/** Types for a while, at the pace of a fast typist, and answers what each stroke took, in ms. */
async function strokesOn(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const taken: number[] = [];
    Object.assign(window, { taken });
    const { port1, port2 } = new MessageChannel();
    const begun: number[] = [];
    // A message that is sent before a paint is read after it.
    port1.onmessage = () => {
      const now = performance.now();
      for (const at of begun.splice(0)) taken.push(now - at);
    };
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        begun.push(timeStamp);
        requestAnimationFrame(() => port2.postMessage(null));
      },
      { capture: true },
    );
  });
  for (let at = 0; at < strokes; at++) {
    await page.keyboard.press(typed.charAt(at % typed.length), { delay: 0 });
    await page.waitForTimeout(60);
  }
  return page.evaluate(() => (window as unknown as { taken: number[] }).taken);
}

async function fill(bot: Bot, roomId: string, itemId: string): Promise<void> {
  const block = { kind: 'paragraph' as const, level: 0, runs: [{ text: paragraph }] };
  const atOnce = 10;
  // One message at a time may carry so much; a whole text in one would be refused.
  for (let at = 0; at < paragraphs; at += atOnce)
    await write(bot, itemId, (doc) =>
      appendBlocks(
        doc,
        Array.from({ length: atOnce }, () => block),
      ),
    );
  const places: { from: string; to: string }[] = [];
  await write(bot, itemId, (doc) => {
    const { length } = textOf(doc);
    for (let at = 0; at < brackets; at++) {
      const from = Math.floor(((at + 0.2) / brackets) * length);
      places.push({ from: anchorAt(doc, from, 'after'), to: anchorAt(doc, from + 40, 'before') });
    }
  });
  for (const place of places) await bot.act('bracket.open', { roomId, itemId, kind: 'doubt', ...place });
}
