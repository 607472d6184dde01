import type { Browser, Page } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import type { ProfileId } from '@shared/domain/ruleProfile.ts';
import { writeDraft } from '@shared/draft/draftDoc.ts';
import { type Bot, seatBot, signIn } from '../../../server/rehearsal/bot.ts';
import { write } from '../../../server/rehearsal/drafting.ts';
import { openSample } from './sample.ts';
import { linksOf } from './scene.ts';
import { type ServerProcess, startServer } from './server.ts';

/** What a chamber begins with. */
export interface ChamberOptions {
  profile?: ProfileId;
  /** The delegations that have a browser of their own, by code; four of them unless said otherwise. */
  delegations?: readonly string[];
  /** Titles and paragraphs of the items that stand ready for decision. */
  items?: readonly { title: string; paragraphs: readonly string[] }[];
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
  const itemIds = await readyItems(bureau, bots, people, items);
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

/** Drafts the items in one room, reports them, and takes the panel to its deciding. */
async function readyItems(
  bureau: Bot,
  bots: readonly Bot[],
  people: readonly string[],
  items: NonNullable<ChamberOptions['items']>,
): Promise<string[]> {
  const rapporteur = must(bots[0], 'rapporteur');
  const question = must(bureau.state().plenary.panel.byId[panelId]?.questions[0], 'question');
  await bureau.act('panel.goLive', { panelId });
  await bureau.act('panel.goTo', { panelId, step: 'breakout' });
  await bureau.act('seating.propose', {
    ...{ panelId, question, attribution: 'delegation', rooms: 1, seed: 'chamber', people: [...people], pins: [] },
  });
  await bureau.until((state) => Object.keys(state.bureau.seating).length > 0);
  const { roundId } = must(Object.values(bureau.state().bureau.seating)[0], 'proposal');
  await bureau.act('seating.open', { roundId, seconds: 3_600, override: true });
  await bureau.until(({ plenary }) => Object.keys(plenary.room.byId).length > 0);
  const { id: roomId } = must(Object.values(bureau.state().plenary.room.byId)[0], 'room');
  await bureau.act('room.handOver', { roomId, duty: 'rapporteur', participantId: rapporteur.you.participantId });
  await rapporteur.until(({ plenary }) => plenary.room.byId[roomId]?.rapporteur === rapporteur.you.participantId);
  for (const [at, { title, paragraphs }] of items.entries()) {
    await rapporteur.act('actionItem.start', { roomId, title });
    await rapporteur.until((state) => state.room[roomId]?.actionItem.order.length === at + 1);
    const itemId = must(rapporteur.state().room[roomId]?.actionItem.order.at(-1), 'item');
    const blocks = paragraphs.map((text) => ({ kind: 'paragraph' as const, level: 0, runs: [{ text }] }));
    await write(rapporteur, itemId, (doc) => writeDraft(doc, { blocks }));
    await rapporteur.act('actionItem.report', {
      roomId,
      itemId,
      waiver: 'The plenary decides what is to be done first.',
    });
  }
  const itemIds = [...must(rapporteur.state().room[roomId], 'room').actionItem.order];
  await bureau.act('room.recall', { roomIds: [roomId], seconds: 0 });
  await bureau.until(({ plenary }) => plenary.room.byId[roomId]?.phase === 'frozen');
  for (const step of ['reporting', 'commenting'] as const) await bureau.act('panel.goTo', { panelId, step });
  for (const itemId of itemIds) await bureau.act('board.stage', { itemId, stage: 'ready', before: null });
  await bureau.act('panel.goTo', { panelId, step: 'deciding' });
  return itemIds;
}
