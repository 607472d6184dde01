import type { Browser, Page } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import type { ProfileId } from '@shared/domain/ruleProfile.ts';
import { type Bot, seatBot, signIn } from '../../../server/rehearsal/bot.ts';
import { type ItemWords, readyItems } from './readyItems.ts';
import { openSample } from './sample.ts';
import { linksOf } from './scene.ts';
import { type ServerProcess, startServer } from './server.ts';

/** What a chamber begins with. */
export interface ChamberOptions {
  profile?: ProfileId;
  /** The delegations that have a browser of their own, by code; four of them unless said otherwise. */
  delegations?: readonly string[];
  /** Titles and paragraphs of the items that stand ready for decision. */
  items?: readonly ItemWords[];
  /** What the server's process finds in its environment besides. */
  env?: Readonly<Record<string, string>>;
}

/** A plenary that decides: the sample's 193 members, some of them in browsers, the secretariat in one, items ready. */
export interface Chamber {
  server: ServerProcess;
  id: string;
  /** The address of the consultation. */
  base: string;
  panelId: string;
  itemIds: string[];
  /** The secretariat's page; it has the rights of the chair. */
  chair: Page;
  /** A page of each delegation, by its code. */
  pages: Record<string, Page>;
  /** The secretariat as a bot, for what is not the journey's subject. */
  bureau: Bot;
  /** The link of a delegation's first delegate, for further devices. */
  linkOf(code: string): string;
  /** One more device of a delegation's first delegate. */
  device(code: string): Promise<Page>;
  stop(): Promise<void>;
}

const panelId = 'panel-1';
const oneItem = [
  { title: 'Identity documents for all', paragraphs: ['States issue identity documents without fees.'] },
];

export async function startChamber(browser: Browser, options: ChamberOptions = {}): Promise<Chamber> {
  const { profile = 'committee', delegations = ['KEN', 'IND', 'BRA', 'CHE'], items = oneItem, env = {} } = options;
  const server = await startServer(env);
  const cookie = await signIn(server.url, server.secretariatLink);
  const id = await openSample(server.url, cookie);
  const bureau = await seatBot(server.url, id, cookie);
  const seats = Object.values(bureau.state().plenary.delegation.participants);
  const people = delegations.map(
    (code) =>
      must(
        seats.find(({ role, delegationId }) => role === 'delegate' && delegationId === code),
        code,
      ).id,
  );
  const links = await linksOf(server.url, id, cookie, people);
  const linkOf = (code: string) => must(links.get(must(people[delegations.indexOf(code)], code)), code);
  const bots = await Promise.all(
    delegations.map(async (code) => seatBot(server.url, id, await signIn(server.url, linkOf(code)))),
  );
  await bureau.act('consultation.chooseProfile', { profile });
  const itemIds = await readyItems(bureau, bots, panelId, items);
  for (const bot of bots) bot.close();
  const device = (code: string) => seated(browser, linkOf(code));
  const pages: Record<string, Page> = {};
  for (const code of delegations) pages[code] = await device(code);
  const chair = await seated(browser, server.secretariatLink);
  const base = `${server.url}/c/${id}`;
  await chair.goto(base);
  return {
    ...{ server, id, base, panelId, itemIds, chair, pages, bureau, linkOf, device },
    async stop() {
      bureau.close();
      await server.stop();
    },
  };
}

/** A browser that somebody has entered by a link. */
async function seated(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(link);
  const enter = { name: 'Enter the consultation' };
  const door = page.getByRole('button', enter).or(page.getByRole('link', enter));
  const home = page.getByRole('heading').first();
  await door.or(home).first().waitFor();
  if (await door.isVisible()) await door.click();
  await home.waitFor();
  return page;
}
