/** Who takes part in a rehearsal: bots by role and by delegation, each signed in by a personal link of its own. */
import { must } from '@shared/domain/kernel/must.ts';
import type { IssuedLink } from '@shared/protocol/http.ts';
import { type Bot, seatBot, signIn } from './bot.ts';

export interface Cast {
  secretariat: Bot;
  moderator: Bot;
  panelists: Bot[];
  display: Bot;
  /** Delegates by their participant id. */
  delegates: Map<string, Bot>;
  /** Everyone whom rooms seat, observers too, by participant id. */
  members: Map<string, Bot>;
  all: Bot[];
}

const atOnce = 20;

/** Issues links as the secretariat, exchanges each, and seats everybody. */
export async function seatCast(url: string, houseLink: string, consultationId: string): Promise<Cast> {
  const cookie = await signIn(url, houseLink);
  const secretariat = await seatBot(url, consultationId, cookie);
  const seats = Object.values(secretariat.state().plenary.delegation.participants).filter(
    ({ role }) => role !== 'secretariat',
  );
  const links = await issueLinks(
    url,
    consultationId,
    cookie,
    seats.map(({ id }) => id),
  );
  const bots = new Map<string, Bot>();
  for (let from = 0; from < links.length; from += atOnce) {
    await Promise.all(
      links.slice(from, from + atOnce).map(async ({ participantId, url: link }) => {
        bots.set(participantId, await seatBot(url, consultationId, await signIn(url, link)));
      }),
    );
  }
  const of = (role: string) => seats.filter((seat) => seat.role === role).map(({ id }) => must(bots.get(id), 'bot'));
  const byId = (isWanted: (role: string) => boolean) =>
    new Map(seats.filter(({ role }) => isWanted(role)).map(({ id }) => [id, must(bots.get(id), 'bot')]));
  return {
    secretariat,
    moderator: must(of('moderator')[0], 'moderator'),
    panelists: of('panelist'),
    display: must(of('display')[0], 'display'),
    delegates: byId((role) => role === 'delegate'),
    members: byId((role) => role === 'delegate' || role === 'observer'),
    all: [secretariat, ...bots.values()],
  };
}

const linksPerRequest = 500;

async function issueLinks(url: string, consultationId: string, cookie: string, ids: string[]): Promise<IssuedLink[]> {
  const links: IssuedLink[] = [];
  for (let from = 0; from < ids.length; from += linksPerRequest) {
    const response = await fetch(`${url}/api/c/${consultationId}/links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ participantIds: ids.slice(from, from + linksPerRequest) }),
    });
    const answer = (await response.json()) as { ok: true; links: IssuedLink[] } | { ok: false; code: string };
    if (!answer.ok) throw new Error(`links: ${answer.code}`);
    links.push(...answer.links);
  }
  return links;
}
