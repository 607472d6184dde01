import { blankPlan, samplePlan } from '@shared/data/sampleConsultation.ts';
import { Language } from '@shared/domain/kernel/words.ts';
import { ProfileId } from '@shared/domain/ruleProfile.ts';
import type { Request, Response, Router } from 'express';
import * as z from 'zod';
import type { RateLimit } from '../gate/rateLimit.ts';
import type { House } from '../host/house.ts';
import { openFromPlan } from '../host/settingUp.ts';
import { HttpRefusal } from './reply.ts';
import type { Guard } from './sessions.ts';
import { summaryOf } from './summary.ts';

const mostMisfits = 20;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const NewConsultation = z.discriminatedUnion('template', [
  z.strictObject({ template: z.literal('sample-2017') }),
  z.strictObject({
    template: z.literal('blank'),
    title: z.string().trim().min(1).max(300),
    symbol: z.string().max(60),
    place: z.string().max(120),
    from: day,
    to: day,
    languages: z.array(z.enum(Language.options)).min(1).max(6),
    profile: z.enum(ProfileId.options).default('informal'),
  }),
]);
const Envelope = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  type: z.string().max(64),
  payload: z.unknown(),
});

/** Consultations: the list, a new one, and commands to one over plain HTTP. */
export function consultationRoutes(router: Router, house: House, guard: Guard, rateLimit: RateLimit): void {
  router.get('/consultations', (request: Request, response: Response) => {
    guard.house(request);
    response.json({ ok: true, consultations: house.all().flatMap((live) => summaryOf(live) ?? []) });
  });

  router.post('/consultations', async (request: Request, response: Response) => {
    guard.house(request);
    const read = NewConsultation.safeParse(request.body);
    if (!read.success) throw invalid(read.error);
    if (read.data.template === 'blank' && read.data.to < read.data.from)
      throw new HttpRefusal(400, 'consultation.ends-before-it-begins');
    const plan =
      read.data.template === 'sample-2017'
        ? samplePlan()
        : blankPlan({ ...read.data, dates: [read.data.from, read.data.to] });
    const live = await openFromPlan(house, plan, 'Secretariat');
    response.status(201).json({ ok: true, id: live.id });
  });

  router.post('/c/:id/commands', async (request: Request, response: Response) => {
    const { live, participantId } = guard.seat(request);
    // The same measure as over the socket: who has spent it there has spent it here.
    const wait = rateLimit.take('command', `${live.id}/${participantId}`);
    if (wait !== null) throw new HttpRefusal(429, 'RATE_LIMITED', { retryAfterMs: wait });
    const read = Envelope.safeParse(request.body);
    if (!read.success) throw invalid(read.error);
    const { id, type, payload } = read.data;
    const answer = await live.host.submit(participantId, { id, type, payload });
    response.status(answer.ok ? 200 : statusOf(answer.code)).json(answer);
  });
}

/** A body that does not fit, as paths and codes. */
export function invalid(error: z.ZodError): HttpRefusal {
  return new HttpRefusal(400, 'INVALID', {
    misfits: error.issues.slice(0, mostMisfits).map(({ path, code }) => ({ path: path.join('.'), code })),
  });
}

/** The status under which a command's refusal travels. */
export function statusOf(code: string): number {
  if (code === 'STORAGE_FULL') return 507;
  if (code === 'DRAINING') return 503;
  if (code === 'FAULT') return 500;
  if (code === 'INVALID') return 400;
  return code.startsWith('rights.') || code.endsWith('.not-entitled') ? 403 : 409;
}
