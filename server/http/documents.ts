import { Language } from '@shared/domain/kernel/words.ts';
import type { Request, Response, Router } from 'express';
import * as z from 'zod';
import { digestOf } from '../export/digest.ts';
import { archiveOf, briefOf, decisionsOf, silenceLetterOf, voteSheetOf } from '../export/ofLive.ts';
import type { House } from '../host/house.ts';
import { HttpRefusal, part } from './reply.ts';
import type { Guard } from './sessions.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What leaves the house: the issue brief, the archive, the decisions to be checked, the state digest, and one's own recovered drafts. */
export function documentRoutes(router: Router, house: House, guard: Guard): void {
  router.get('/c/:id/export/brief.docx', async (request: Request, response: Response) => {
    const { live } = guard.bureau(request);
    const language = z.enum(Language.options).catch('en').parse(request.query.lang);
    const bytes = await briefOf(live, house, language);
    response.attachment(`issue-brief-${language}.docx`).type(docx).send(Buffer.from(bytes));
  });

  router.get('/c/:id/export/silence/:silenceId/letter.docx', async (request: Request, response: Response) => {
    const { live } = guard.secretariat(request);
    const language = z.enum(Language.options).catch('en').parse(request.query.lang);
    const bytes = await silenceLetterOf(live, house, language, part(request, 'silenceId'));
    if (!bytes) throw new HttpRefusal(404, 'silence.not-adopted');
    response.attachment(`silence-adopted-${language}.docx`).type(docx).send(Buffer.from(bytes));
  });

  router.get('/c/:id/export/vote/:voteId/record.docx', async (request: Request, response: Response) => {
    const { live } = guard.bureau(request);
    const language = z.enum(Language.options).catch('en').parse(request.query.lang);
    const bytes = await voteSheetOf(live, house, language, part(request, 'voteId'));
    if (!bytes) throw new HttpRefusal(404, 'vote.unknown');
    response.attachment(`vote-${language}.docx`).type(docx).send(Buffer.from(bytes));
  });

  router.get('/c/:id/export/archive.json', (request: Request, response: Response) => {
    const { live } = guard.secretariat(request);
    response
      .attachment('archive.json')
      .type('application/json')
      .send(Buffer.from(archiveOf(live, house)));
  });

  router.get('/c/:id/export/decisions.json', async (request: Request, response: Response) => {
    const { live } = guard.bureau(request);
    const bytes = await decisionsOf(live, house);
    response.attachment('decisions.json').type('application/json').send(Buffer.from(bytes));
  });

  router.get('/c/:id/digest', (request: Request, response: Response) => {
    const { live } = guard.secretariat(request);
    const { link } = house.journal.head(live.id);
    response.json({ ok: true, digest: digestOf(live.host.state()), seq: live.host.seq(), link });
  });

  router.get('/c/:id/recovered', (request: Request, response: Response) => {
    const { live, participantId } = guard.seat(request);
    const drafts = house.drafts
      .recovered(live.id, participantId)
      .map(({ id, itemId, text, at }) => ({ id, itemId, text, at }));
    response.json({ ok: true, drafts });
  });

  router.delete('/c/:id/recovered/:draftId', (request: Request, response: Response) => {
    const { live, participantId } = guard.seat(request);
    if (!house.drafts.discardRecovered(live.id, participantId, part(request, 'draftId')))
      throw new HttpRefusal(404, 'draft.unknown');
    response.json({ ok: true });
  });
}
