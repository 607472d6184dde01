import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import { verifyJournal } from '../../server/cli/verifyJournal.ts';
import { startChamber } from './support/chamber.ts';

test('a vote is checked by its delegation, by the eye and by a file without a server', async ({ browser }, info) => {
  const chamber = await startChamber(browser, { delegations: ['KEN', 'BRA', 'CHE'] });
  const { bureau, chair, base } = chamber;
  const [kenya, brazil, swiss] = (['KEN', 'BRA', 'CHE'] as const).map((code) => must(chamber.pages[code], code));
  const itemId = must(chamber.itemIds[0], 'item');
  await bureau.act('vote.open', { itemId, majority: 'simple', present: 193 });
  const voteId = must(bureau.state().plenary.vote.order[0], 'vote');
  await cast(must(kenya, 'Kenya'), `${base}/vote/${voteId}`, 'In favour');
  await cast(must(brazil, 'Brazil'), `${base}/vote/${voteId}`, 'Against');
  await cast(must(swiss, 'Switzerland'), `${base}/vote/${voteId}`, 'In favour');

  await test.step('[AUD-8] before the declaration a delegation sees that it was received, and its own choice', async () => {
    const page = must(kenya, 'Kenya');
    await page.goto(`${base}/ballots`);
    await expect(page.getByRole('heading', { name: 'Your delegation’s ballots' })).toBeVisible();
    await expect(page.getByText('Not yet: choices stay sealed until the declaration.')).toBeVisible();
  });

  await bureau.act('vote.announceLock', { voteId });
  await bureau.until(({ plenary }) => plenary.vote.byId[voteId]?.phase === 'locked');
  await bureau.act('vote.declare', { voteId });

  await test.step('[AUD-8] and afterwards that the record has what it sent', async () => {
    const page = must(kenya, 'Kenya');
    await expect(page.getByText('The record has what this device sent.')).toBeVisible();
  });

  await test.step('[AUD-9] the picture is read by the keyboard, seat by seat', async () => {
    await chair.goto(`${base}/votes`);
    await chair.getByRole('tab', { name: 'Seats by regional group' }).click();
    await chair.getByRole('button', { name: 'Kenya: In favour' }).focus();
    await chair.keyboard.press('ArrowRight');
    await expect(chair.getByRole('button', { name: 'Lesotho: Did not vote' })).toBeFocused();
    await expect(chair.getByRole('button', { name: /: (In favour|Against|Abstention|Did not vote)$/ })).toHaveCount(
      193,
    );
  });

  await test.step('[AUD-4] the file of the decisions recounts it on another machine', async () => {
    const waiting = chair.waitForEvent('download');
    await chair.getByRole('button', { name: 'Download the decisions (JSON)' }).click();
    const file = join(info.outputDir, 'decisions.json');
    await (await waiting).saveAs(file);
    await chamber.stop();
    let said = '';
    const exit = await verifyJournal(['--file', file], (text) => {
      said += text;
    });
    expect(said).toContain('3 ballots recounted: 2 in favour, 1 against, 0 abstaining, 190 of 193 members not voting');
    expect(said).toContain('1 decision recomputed, each as it was declared.');
    expect(exit).toBe(0);
  });
});

async function cast(page: Page, address: string, choice: string): Promise<void> {
  await page.goto(address);
  await page
    .getByRole('radio', { name: choice })
    .or(page.getByRole('button', { name: choice }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^Cast/ }).click();
  await expect(page.getByText(/Vote recorded at/)).toBeVisible({ timeout: 30_000 });
}
