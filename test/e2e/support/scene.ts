import { must } from '@shared/domain/kernel/must.ts';
import { seeded } from '@shared/domain/kernel/random.ts';
import { signIn } from '../../../server/rehearsal/bot.ts';
import { type Cast, seatCast } from '../../../server/rehearsal/cast.ts';
import { playPanel } from '../../../server/rehearsal/journey.ts';
import { openSample } from './sample.ts';
import { startServer } from './server.ts';

/** A name and an address. */
export type Screen = readonly [name: string, address: string];

/** Screens, and the link of somebody who sees them. */
export interface View {
  link: string;
  screens: Screen[];
}

/** A living meeting behind a real server, and every main screen of it as a delegate and as the secretariat see it. */
export interface Scene {
  delegate: View;
  bureau: View;
  stop(): Promise<void>;
}

export async function startScene(): Promise<Scene> {
  const server = await startServer();
  const cookie = await signIn(server.url, server.secretariatLink);
  const id = await openSample(server.url, cookie);
  const cast = await seatCast(server.url, server.secretariatLink, id);
  const stage = await setTheScene(cast);
  const links = await linksOf(server.url, id, cookie, [stage.delegate]);
  const link = must(links.get(stage.delegate), 'link');
  const base = `${server.url}/c/${id}`;
  return {
    delegate: {
      link,
      screens: [
        ['join', link],
        ['agenda', base],
        ['room', `${base}/room/${stage.roomId}`],
        ['ballot', `${base}/vote/${stage.voteId}`],
      ],
    },
    bureau: {
      link: server.secretariatLink,
      screens: [
        ['home', `${server.url}/`],
        ['board', `${base}/board/panel-1`],
        ['item', `${base}/board/panel-1?item=${stage.itemId}`],
        ['steering', `${base}/steering/panel-2`],
        ['seating', `${base}/seating/panel-3`],
        ['wall', `${base}/wall/panel-2`],
        ['votes', `${base}/votes/panel-1`],
        ['terms', `${base}/terms`],
        ['instruments', `${base}/instruments`],
        ['people', `${base}/secretariat/people`],
        ['delegations', `${base}/secretariat/delegations`],
        ['setup', `${base}/secretariat/setup`],
        ['brief', `${base}/secretariat/brief`],
        ['words', `${base}/secretariat/words`],
        ['badges', `${base}/secretariat/badges`],
        ['documents', `${base}/secretariat/documents`],
        ['record', `${base}/secretariat/record`],
        ['projector', `${base}/projector/panel-1`],
      ],
    },
    async stop() {
      for (const bot of cast.all) bot.close();
      await server.stop();
    },
  };
}

/** Panel 1 with decided and waiting items and a vote that runs; panel 2 with open rooms; panel 3 with a proposal. */
async function setTheScene(cast: Cast) {
  const options = { seed: 'pictures', rooms: 6, say: () => {} };
  const chance = seeded('pictures');
  await playPanel(cast, 'panel-1', options, chance, 'deciding');
  await playPanel(cast, 'panel-2', options, chance, 'breakout');
  const { moderator } = cast;
  const board = moderator.state().plenary.board;
  const itemId = must(board.columns['panel-1']?.ready[0], 'item');
  await moderator.act('vote.open', { itemId, majority: 'simple', present: null });
  await moderator.until(({ plenary }) => Object.values(plenary.vote.byId).some(({ phase }) => phase === 'open'));
  const running = must(
    Object.values(moderator.state().plenary.vote.byId).find(({ phase }) => phase === 'open'),
    'vote',
  );
  const question = must(moderator.state().plenary.panel.byId['panel-3']?.questions[0], 'question');
  await moderator.act('seating.propose', {
    panelId: 'panel-3',
    question,
    attribution: 'delegation',
    rooms: 6,
    seed: 'pictures',
    people: 'invited',
    pins: [],
  });
  const room = must(
    Object.values(moderator.state().plenary.room.byId).find(({ panelId }) => panelId === 'panel-2'),
    'room',
  );
  const delegate = must(
    room.members.find((member) => cast.delegates.has(member)),
    'delegate',
  );
  const voters = [...cast.delegates.values()].filter(({ you }) => you.participantId !== delegate).slice(0, 21);
  await Promise.all(voters.map((bot) => bot.act('vote.cast', { voteId: running.id, choice: 'yes' })));
  return { itemId, voteId: running.id, roomId: room.id, delegate, moderator: moderator.you.participantId };
}

export async function linksOf(
  url: string,
  id: string,
  cookie: string,
  participantIds: string[],
): Promise<Map<string, string>> {
  const response = await fetch(`${url}/api/c/${id}/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ participantIds, devices: 20 }),
  });
  const { links } = (await response.json()) as { links: { participantId: string; url: string }[] };
  return new Map(links.map(({ participantId, url: link }) => [participantId, link]));
}
