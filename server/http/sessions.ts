/** Sign-in by personal link, sign-out, and who a request is. */
import type { Me } from '@shared/protocol/http.ts';
import type { Request, Response, Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as z from 'zod';
import type { LiveConsultation } from '../gate/liveConsultation.ts';
import type { House } from '../host/house.ts';
import type { Session } from '../ports/people.ts';
import { sessionCookie, sessionToken } from './cookies.ts';
import { createLinkQueue } from './linkQueue.ts';
import { HttpRefusal, part } from './reply.ts';
import { summaryOf } from './summary.ts';

const SignIn = z.strictObject({ token: z.string().min(10).max(200) });
const sessionDays = 30;
const dayMs = 86_400_000;

/** The seat that the secretariat of the house has in every consultation. */
export const houseSeat = 'secretariat';

/** Where a session sits in a consultation; null where it has no seat there. */
export function seatIn(session: Session | null, consultationId: string): string | null {
  if (session?.kind === 'house') return houseSeat;
  return session?.kind === 'seat' && session.consultationId === consultationId ? session.participantId : null;
}

export interface Guard {
  session(request: Request): Session | null;
  /** The consultation of the path and one's seat in it. @throws HttpRefusal when there is none, whether or not it exists */
  seat(request: Request): { live: LiveConsultation; participantId: string };
  /** The same, for the secretariat only, or for the whole bureau. */
  secretariat(request: Request): { live: LiveConsultation; participantId: string };
  bureau(request: Request): { live: LiveConsultation; participantId: string };
  house(request: Request): void;
}

export function createGuard(house: House): Guard {
  const session = (request: Request) => {
    const token = sessionToken(request.headers.cookie);
    return token ? house.people.session(token, house.clock.now()) : null;
  };
  const seat = (request: Request) => {
    const id = part(request, 'id');
    const participantId = seatIn(session(request), id);
    const live = participantId ? house.find(id) : null;
    if (!participantId || !live?.you(participantId)) throw new HttpRefusal(401, 'SIGNED_OUT');
    return { live, participantId };
  };
  const only = (roles: readonly string[]) => (request: Request) => {
    const found = seat(request);
    if (!roles.includes(found.live.you(found.participantId)?.role ?? ''))
      throw new HttpRefusal(403, 'rights.not-permitted');
    return found;
  };
  return {
    session,
    seat,
    secretariat: only(['secretariat']),
    bureau: only(['secretariat', 'moderator']),
    house(request) {
      if (session(request)?.kind !== 'house') throw new HttpRefusal(401, 'SIGNED_OUT');
    },
  };
}

export function sessionRoutes(router: Router, house: House, guard: Guard): void {
  // A link has 256 bits; the limit is against noise, generous because a whole hall may sit behind one address.
  const attempts = new RateLimiterMemory({ keyPrefix: 'sign-in', points: 3_000, duration: 60 });

  const exchange = createLinkQueue(house.people, () => {
    const now = house.clock.now();
    return { now, expiresAt: now + sessionDays * dayMs };
  });

  router.post('/sign-in', async (request: Request, response: Response) => {
    await attempts.consume(request.ip ?? '').catch(() => {
      throw new HttpRefusal(429, 'RATE_LIMITED');
    });
    const read = SignIn.safeParse(request.body);
    if (!read.success) throw new HttpRefusal(400, 'link.unknown');
    const used = await exchange(read.data.token);
    if (!used.ok) throw new HttpRefusal(403, used.code);
    if (used.session.kind === 'seat' && !house.find(used.session.consultationId)?.you(used.session.participantId)) {
      house.people.endSession(used.session.sessionId);
      throw new HttpRefusal(403, 'link.revoked');
    }
    const { expiresAt } = used;
    response.setHeader('Set-Cookie', sessionCookie(used.token, { isSecure: request.secure, expiresAt }));
    response.json(me(house, used.session));
  });

  router.post('/sign-out', (request: Request, response: Response) => {
    const session = guard.session(request);
    if (session) {
      house.people.endSession(session.sessionId);
      for (const live of house.all()) live.endSession(session.sessionId);
    }
    response.setHeader('Set-Cookie', sessionCookie('', { isSecure: request.secure, expiresAt: 0 }));
    response.json({ ok: true });
  });

  router.get('/me', (request: Request, response: Response) => {
    response.json(me(house, guard.session(request)));
  });
}

function me(house: House, session: Session | null): Me {
  if (session?.kind === 'house') {
    const consultations = house.all().flatMap((live) => summaryOf(live) ?? []);
    return { kind: 'house', consultations };
  }
  if (session?.kind !== 'seat') return { kind: 'nobody' };
  const live = house.find(session.consultationId);
  const you = live?.you(session.participantId);
  const consultation = live ? summaryOf(live) : null;
  if (!live || !you || !consultation) return { kind: 'nobody' };
  const seated = you.delegationId ? live.host.state().plenary.delegation.byId[you.delegationId] : undefined;
  return {
    kind: 'seat',
    consultationId: live.id,
    participantId: you.participantId,
    name: you.name,
    role: you.role,
    delegation: seated ? { code: seated.code, name: seated.name } : null,
    consultation,
  };
}
