import type { Browser, Page } from '@playwright/test';
import { must } from '@shared/domain/kernel/must.ts';
import { type Bot, seatBot, signIn } from '../../../server/rehearsal/bot.ts';
import { openSample } from './sample.ts';
import { linksOf } from './scene.ts';
import { type ServerProcess, startServer } from './server.ts';

/** Four delegations in one room, each in a browser of its own. */
export interface Negotiation {
  server: ServerProcess;
  facilitator: Page;
  rapporteur: Page;
  first: Page;
  second: Page;
  all: Page[];
  roomId: string;
  /** Seats a bot in the facilitator's name, on a device of its own. */
  seatFacilitator(): Promise<Bot>;
  stop(): Promise<void>;
}

const codes = ['KEN', 'IND', 'BRA', 'CHE'];

export async function startNegotiation(browser: Browser): Promise<Negotiation> {
  const server = await startServer();
  const cookie = await signIn(server.url, server.secretariatLink);
  const id = await openSample(server.url, cookie);
  const secretariat = await seatBot(server.url, id, cookie);
  const seats = Object.values(secretariat.state().plenary.delegation.participants);
  const seatOf = (code: string) =>
    must(
      seats.find(({ role, delegationId }) => role === 'delegate' && delegationId === code),
      code,
    ).id;
  const people = codes.map(seatOf);
  const links = await linksOf(server.url, id, cookie, people);
  const pages: Page[] = [];
  for (const person of people) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(must(links.get(person), 'link'));
    const enter = { name: 'Enter the consultation' };
    await page.getByRole('button', enter).or(page.getByRole('link', enter)).click({ timeout: 10_000 });
    await page.getByRole('heading').first().waitFor();
    pages.push(page);
  }
  const roomId = await openRoom(secretariat, people);
  for (const page of pages) await page.goto(`${server.url}/c/${id}/room/${roomId}`);
  secretariat.close();
  const [facilitator, rapporteur, first, second] = pages as [Page, Page, Page, Page];
  return {
    ...{ server, facilitator, rapporteur, first, second, all: pages, roomId },
    seatFacilitator: async () => {
      const link = must(links.get(must(people[0], 'facilitator')), 'link');
      return seatBot(server.url, id, await signIn(server.url, link));
    },
    stop: () => server.stop(),
  };
}

/** One room of those who are connected; the first facilitates it, the second reports. */
async function openRoom(bot: Bot, people: readonly string[]): Promise<string> {
  const [facilitator, rapporteur] = people;
  const panelId = 'panel-4';
  const question = must(bot.state().plenary.panel.byId[panelId]?.questions[0], 'question');
  await bot.act('panel.goLive', { panelId });
  await bot.act('panel.goTo', { panelId, step: 'breakout' });
  await bot.act('seating.propose', {
    ...{ panelId, question, attribution: 'delegation', rooms: 1, seed: 'negotiation', people: [...people], pins: [] },
  });
  await bot.until(({ bureau }) => Object.keys(bureau.seating).length > 0);
  const { roundId } = must(Object.values(bot.state().bureau.seating)[0], 'proposal');
  await bot.act('seating.open', { roundId, seconds: 2_700, override: true });
  await bot.until(({ plenary }) => Object.keys(plenary.room.byId).length > 0);
  const { id: roomId } = must(Object.values(bot.state().plenary.room.byId)[0], 'room');
  await bot.act('room.handOver', { roomId, duty: 'facilitator', participantId: must(facilitator, 'facilitator') });
  await bot.act('room.handOver', { roomId, duty: 'rapporteur', participantId: must(rapporteur, 'rapporteur') });
  return roomId;
}
