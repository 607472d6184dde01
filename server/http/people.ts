import { Language, Role } from '@shared/domain/kernel/words.ts';
import type { IssuedLink, PersonRow } from '@shared/protocol/http.ts';
import type { Request, Response, Router } from 'express';
import { nanoid } from 'nanoid';
import * as z from 'zod';
import type { LiveConsultation } from '../gate/liveConsultation.ts';
import type { House } from '../host/house.ts';
import type { LinkRecord } from '../ports/people.ts';
import { invalid, statusOf } from './consultations.ts';
import { HttpRefusal, part } from './reply.ts';
import { type Guard, houseSeat } from './sessions.ts';

const name = z.string().trim().min(1).max(200);
const email = z.email().max(200).nullable();
const language = z.enum(Language.options).nullable();
const NewPerson = z.strictObject({
  name,
  email: email.optional(),
  language: language.optional(),
  role: z.enum(Role.options),
  delegationId: z.string().max(64).nullable(),
});
const PersonChange = z.strictObject({ name: name.optional(), email: email.optional(), language: language.optional() });
const IssueLinks = z.strictObject({
  participantIds: z.array(z.string().max(64)).min(1).max(1_000),
  devices: z.int().min(1).max(50).optional(),
  days: z.int().min(1).max(365).optional(),
  revokeEarlier: z.boolean().optional(),
});
const usualDevices = 5;
const usualDays = 30;
const dayMs = 86_400_000;

/** The people of a consultation and their personal links; for the secretariat alone. */
export function peopleRoutes(router: Router, house: House, guard: Guard, publicUrl: () => string): void {
  router.get('/c/:id/people', (request: Request, response: Response) => {
    const { live } = guard.secretariat(request);
    response.json({ ok: true, people: rows(house, live) });
  });

  router.post('/c/:id/people', async (request: Request, response: Response) => {
    const { live, participantId: by } = guard.secretariat(request);
    const read = NewPerson.safeParse(request.body);
    if (!read.success) throw invalid(read.error);
    const { role, delegationId, name, email = null, language = null } = read.data;
    const participantId = nanoid(10);
    // The name is there before the seat is known to anybody; where the rules refuse the seat it goes again.
    house.people.putPeople(live.id, [{ participantId, name, email, language }]);
    const seats = [{ participantId, delegationId, role }];
    const answer = await live.host.submit(by, { id: nanoid(), type: 'delegation.admit', payload: { seats } });
    if (!answer.ok) {
      house.people.removePeople(live.id, [participantId]);
      throw new HttpRefusal(statusOf(answer.code), answer.code, answer.details);
    }
    live.tellPeople([participantId]);
    response.status(201).json({ ok: true, participantId });
  });

  router.patch('/c/:id/people/:participantId', (request: Request, response: Response) => {
    const { live } = guard.secretariat(request);
    const read = PersonChange.safeParse(request.body);
    if (!read.success) throw invalid(read.error);
    const known = house.people.person(live.id, part(request, 'participantId'));
    if (!known) throw new HttpRefusal(404, 'delegation.person-unknown');
    const { name = known.name, email = known.email, language = known.language } = read.data;
    house.people.putPeople(live.id, [{ ...known, name, email, language }]);
    live.tellPeople([known.participantId]);
    response.json({ ok: true });
  });

  router.post('/c/:id/links', (request: Request, response: Response) => {
    const { live } = guard.secretariat(request);
    const read = IssueLinks.safeParse(request.body);
    if (!read.success) throw invalid(read.error);
    const { participantIds, devices = usualDevices, days = usualDays, revokeEarlier = false } = read.data;
    const seats = live.host.state().plenary.delegation.participants;
    if (participantIds.some((id) => !seats[id]?.isActive)) throw new HttpRefusal(404, 'delegation.person-unknown');
    const now = house.clock.now();
    const expiresAt = now + days * dayMs;
    // A whole badge sheet waits for the disk once, and nobody else for five hundred times.
    const links = house.people.atOnce(() =>
      participantIds.map((participantId): IssuedLink => {
        const seat = { consultationId: live.id, participantId };
        if (revokeEarlier) withdraw(house, live, participantId);
        const { token } = house.people.issueLink(seat, { now, expiresAt, devices });
        return { participantId, url: `${publicUrl()}/join#${token}`, expiresAt };
      }),
    );
    if (revokeEarlier) for (const participantId of participantIds) live.signOut(participantId, 'link.revoked');
    response.status(201).json({ ok: true, links });
  });

  router.delete('/c/:id/links/:participantId', (request: Request, response: Response) => {
    const { live } = guard.secretariat(request);
    const participantId = part(request, 'participantId');
    if (participantId === houseSeat) throw new HttpRefusal(409, 'link.house');
    house.people.atOnce(() => withdraw(house, live, participantId));
    live.signOut(participantId, 'link.revoked');
    response.json({ ok: true });
  });
}

/** Ends a person's links and sessions. */
function withdraw(house: House, live: LiveConsultation, participantId: string): void {
  house.people.revokeLinks(live.id, participantId);
  house.people.endSessionsOf(live.id, participantId);
}

function rows(house: House, live: LiveConsultation): PersonRow[] {
  const newest = new Map<string, LinkRecord>();
  for (const link of house.people.links(live.id)) {
    if (link.participantId === null) continue;
    const known = newest.get(link.participantId);
    if (!known || link.issuedAt >= known.issuedAt) newest.set(link.participantId, link);
  }
  const records = new Map(house.people.people(live.id).map((record) => [record.participantId, record]));
  return Object.values(live.host.state().plenary.delegation.participants).map((seat) => {
    const record = records.get(seat.id);
    const link = newest.get(seat.id);
    return {
      participantId: seat.id,
      name: record?.name ?? '',
      email: record?.email ?? null,
      language: record?.language ?? null,
      role: seat.role,
      delegationId: seat.delegationId,
      isActive: seat.isActive,
      link: link
        ? {
            issuedAt: link.issuedAt,
            expiresAt: link.expiresAt,
            devicesLeft: link.devicesLeft,
            isRevoked: link.isRevoked,
          }
        : null,
    };
  });
}
