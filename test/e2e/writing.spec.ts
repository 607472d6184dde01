import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { type Negotiation, startNegotiation } from './support/negotiators.ts';
import { beginDraft } from './support/sample.ts';

test.describe.configure({ mode: 'serial' });
let room: Negotiation;
test.beforeAll(async ({ browser }) => {
  room = await startNegotiation(browser);
});
test.afterAll(() => room.stop());

/** The text that is open on a page; each test begins a draft of its own. */
const text = (page: Page) => page.getByRole('textbox', { name: /^Text of / });
const letters = async (page: Page) =>
  (await text(page).locator('p').allTextContents()).map((each) => each.replaceAll('\u2060', ''));

/** Begins a draft on one page, opens it on the other too, and goes into its text. */
async function begin(title: string, one: Page, other: Page): Promise<void> {
  const draft = await beginDraft(one, title);
  await other.goto(one.url());
  await expect(other.getByRole('textbox', { name: `Text of “${title}”` })).toBeVisible();
  await draft.click();
}

/** What an input method shows before its word is chosen. */
const compose = (cdp: CDPSession, words: string) =>
  cdp.send('Input.imeSetComposition', { text: words, selectionStart: words.length, selectionEnd: words.length });

test('a word is composed while others write before it and behind it', async () => {
  const { facilitator: chinese, rapporteur: other } = room;
  await begin('Composed words', chinese, other);
  await chinese.keyboard.insertText('会员国应当者');
  await expect(text(other)).toContainText('会员国应当者');
  await chinese.keyboard.press('ArrowLeft');
  const cdp = await chinese.context().newCDPSession(chinese);
  await compose(cdp, 'b');
  await compose(cdp, 'bao');
  await text(other).click();
  await other.keyboard.press('Home');
  await other.keyboard.insertText('所有');
  await other.keyboard.press('End');
  await other.keyboard.insertText('。');
  await compose(cdp, 'bao h');
  await compose(cdp, 'bao hu');
  await cdp.send('Input.insertText', { text: '保护' });
  await chinese.keyboard.insertText('移徙');
  await expect.poll(() => letters(other)).toEqual(['所有会员国应当保护移徙者。']);
  await expect.poll(() => letters(chinese)).toEqual(['所有会员国应当保护移徙者。']);
});

test('Arabic and English stand each in their own direction, and brackets, undo and pasted text keep to them', async () => {
  const { facilitator: one, rapporteur: other } = room;
  await begin('Two directions', one, other);
  await one.keyboard.insertText('تلتزم الدول (2030) بتيسير الهجرة النظامية');
  await one.keyboard.press('Enter');
  await one.keyboard.insertText('States commit, by 2030, to regular pathways (مسارات) for all.');
  const directions = () =>
    text(one)
      .locator('p')
      .evaluateAll((all) => all.map((p) => getComputedStyle(p).direction));
  await expect.poll(directions).toEqual(['rtl', 'ltr']);

  await test.step('brackets around words in both directions', async () => {
    await one.keyboard.press('Control+Home');
    for (let at = 0; at < 5; at++) await one.keyboard.press('Shift+ArrowLeft');
    await one.keyboard.press('Control+Alt+b');
    await expect(text(other).locator('p').first().locator('[data-bracket]')).toHaveCount(1);
    await one.keyboard.press('Control+End');
    for (let at = 0; at < 4; at++) await one.keyboard.press('Shift+ArrowLeft');
    await one.keyboard.press('Control+Alt+b');
    await expect(text(other).locator('[data-bracket]')).toHaveCount(2);
    // What stands before the bracket's words is on their right in Arabic, on their left in English.
    const sides = await text(other)
      .locator('[data-bracket]')
      .evaluateAll((signs) =>
        signs.map((sign) => {
          const { left } = sign.getBoundingClientRect();
          const range = document.createRange();
          range.setStartAfter(sign);
          range.setEndAfter(sign.nextSibling ?? sign);
          return left < range.getBoundingClientRect().left ? 'left' : 'right';
        }),
      );
    expect(sides).toEqual(['right', 'left']);
  });

  await test.step('one takes back what one has written oneself, whatever others wrote since', async () => {
    await one.keyboard.press('Control+End');
    await one.keyboard.insertText(' Mine.');
    await expect(text(other)).toContainText('Mine.');
    await text(other).click();
    await other.keyboard.press('Control+End');
    await other.keyboard.insertText(' Theirs.');
    await expect(text(one)).toContainText('Mine. Theirs.');
    await one.keyboard.press('Control+z');
    await expect(text(other)).not.toContainText('Mine.');
    await expect(text(other)).toContainText('Theirs.');
    await one.keyboard.press('Control+Shift+z');
    await expect(text(other)).toContainText('Mine. Theirs.');
  });

  await test.step('what is pasted keeps its paragraphs, lists, emphasis and notes, and nothing else', async () => {
    await one.keyboard.press('Control+End');
    await one.keyboard.press('Enter');
    await text(one).evaluate((editor) => {
      const clipboard = new DataTransfer();
      clipboard.setData(
        'text/html',
        '<h2 style="color:red">Means</h2><p>States <b>should</b> share <i>data</i><img src="x"><script>alert(1)</script>.</p><ul><li>on returns</li><li>on fees</li></ul>',
      );
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
    });
    await expect(text(other).locator('p').filter({ hasText: 'on fees' })).toBeVisible();
    await expect(text(other).locator('strong, b').filter({ hasText: 'should' })).toHaveCount(1);
    await expect(text(other).locator('em, i').filter({ hasText: 'data' })).toHaveCount(1);
    await expect(text(other).locator('img[src], script, h2, [style*="red"]')).toHaveCount(0);
  });
});

test('a finger and a screen reader find their way in the text', async ({ browser }) => {
  const { facilitator, rapporteur } = room;
  await begin('By finger', facilitator, rapporteur);
  await facilitator.keyboard.insertText('States commit to regular pathways.');
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    storageState: await rapporteur.context().storageState(),
  });
  const phone = await context.newPage();
  await phone.goto(rapporteur.url());
  await expect(text(phone)).toContainText('regular pathways');
  await text(phone).tap();
  await phone.keyboard.press('Control+End');
  await phone.getByRole('button', { name: /^Put in brackets/ }).tap();
  await expect(text(facilitator)).toContainText('[]');
  await phone.keyboard.insertText(' for all');
  await expect(text(facilitator)).toContainText('[ for all]');
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const tree = await text(phone).ariaSnapshot();
  expect(tree).toContain('States commit to regular pathways.');
});
