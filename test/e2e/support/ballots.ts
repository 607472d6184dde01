import type { Page } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { type Bot, seatBot, signIn } from '../../../server/rehearsal/bot.ts';
import type { Chamber } from './chamber.ts';

/** Seats a bot for each delegation, for ballots that are not a journey's subject. */
export async function seatVoters({ server, id, linkOf }: Chamber, codes: readonly string[]): Promise<Map<string, Bot>> {
  const voters = new Map<string, Bot>();
  for (const code of codes) voters.set(code, await seatBot(server.url, id, await signIn(server.url, linkOf(code))));
  return voters;
}

/** Puts what the open form on the chair's page offers, lets everybody cast, locks and declares. */
export async function putAndDecide(
  { chair, bureau }: Pick<Chamber, 'chair' | 'bureau'>,
  voters: ReadonlyMap<string, Bot>,
  choices: Readonly<Record<string, Choice>>,
): Promise<void> {
  const known = bureau.state().plenary.vote.order.length;
  await fillPresence(chair);
  await chair.getByRole('button', { name: 'Put to the vote' }).click();
  await bureau.until(({ plenary }) => plenary.vote.order.length === known + 1);
  const voteId = must(bureau.state().plenary.vote.order.at(-1), 'vote');
  for (const [code, choice] of Object.entries(choices)) {
    const voter = must(voters.get(code), code);
    await voter.until(({ plenary }) => plenary.vote.byId[voteId]?.phase === 'open');
    await voter.act('vote.cast', { voteId, choice });
  }
  const isLocked = () => bureau.state().plenary.vote.byId[voteId]?.phase === 'locked';
  // Where a lock is announced, the program takes it at its instant.
  await bureau.act('vote.announceLock', { voteId });
  await bureau.until(isLocked);
  await bureau.act('vote.declare', { voteId });
  await bureau.until(({ plenary }) => plenary.vote.byId[voteId]?.phase === 'declared');
}

async function fillPresence(page: Page): Promise<void> {
  await page.getByLabel(/^Present, of/).fill('120');
}
