/** Everything that pages ask of the server over plain HTTP; a refusal is a value, as it is over the socket. */
import type {
  IssuedLink,
  IssueLinks,
  Me,
  NewConsultation,
  NewPerson,
  PersonChange,
  PersonRow,
  SignIn,
} from '@shared/protocol/http.ts';
import type { Answer } from '@shared/protocol/wire.ts';

/** What the server said no to, with its stable code. */
export type HttpRefusal = Extract<Answer, { ok: false }>;

/** Who the cookie says one is. */
export const askWhoIAm = () => ask<Me>('GET', '/api/me').then(bodyOf);

/** Exchanges a personal link's token for a session on this device. */
export const signIn = (token: string) => ask<Me>('POST', '/api/sign-in', { token } satisfies SignIn).then(bodyOf);

/** Ends the session on this device. */
export const signOut = () => ask('POST', '/api/sign-out', {});

/** Opens a consultation from a template. */
export const openConsultation = (plan: NewConsultation) =>
  ask<{ ok: true; id: string }>('POST', '/api/consultations', plan);

/** The people of a consultation with their newest links. */
export const listPeople = (id: string) => ask<{ ok: true; people: PersonRow[] }>('GET', below(id, 'people'));

/** Adds one person with a seat. */
export const addPerson = (id: string, person: NewPerson) =>
  ask<{ ok: true; participantId: string }>('POST', below(id, 'people'), person);

/** Corrects what is known of a person. */
export const changePerson = (id: string, participantId: string, change: PersonChange) =>
  ask('PATCH', below(id, 'people', participantId), change);

/** Issues personal links; each address is told once, in the answer. */
export const issueLinks = (id: string, order: IssueLinks) =>
  ask<{ ok: true; links: IssuedLink[] }>('POST', below(id, 'links'), order);

/** Withdraws all links of a person and ends their sessions. */
export const revokeLinks = (id: string, participantId: string) => ask('DELETE', below(id, 'links', participantId));

/** The hash of content and order by which two servers can be compared. */
export const askDigest = (id: string) =>
  ask<{ ok: true; digest: string; seq: number; link: string }>('GET', below(id, 'digest'));

/** One's own words that came after a freeze. */
export interface RecoveredDraft {
  id: string;
  itemId: string;
  text: string;
  at: number;
}

/** Everything of one's own that was recovered. */
export const listRecovered = (id: string) => ask<{ ok: true; drafts: RecoveredDraft[] }>('GET', below(id, 'recovered'));

/** Puts a recovered draft away for good. */
export const discardRecovered = (id: string, draftId: string) => ask('DELETE', below(id, 'recovered', draftId));

/** Fetches a document as a file. */
export async function fetchDocument(path: string, signal: AbortSignal): Promise<Answer<{ blob: Blob; name: string }>> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', signal });
    if (!response.ok) return refusalIn(await response.json());
    const name = /filename="?([^";]+)"?/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
    return { ok: true, blob: await response.blob(), name: name ?? 'document' };
  } catch {
    return unanswered;
  }
}

/** The address of something below a consultation. */
export function below(id: string, ...parts: string[]): string {
  return ['/api/c', id, ...parts].map((part, at) => (at === 0 ? part : encodeURIComponent(part))).join('/');
}

const unanswered: HttpRefusal = { ok: false, code: 'NO_ANSWER' };

// `/api/me` and `/api/sign-in` answer with the person alone; a refusal among them is known by its `ok: false`.
async function ask<Body extends object = { ok: true }>(
  method: string,
  path: string,
  body?: object,
): Promise<Body | HttpRefusal> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const answer: unknown = await response.json();
    return response.ok ? (answer as Body) : refusalIn(answer);
  } catch {
    return unanswered;
  }
}

function refusalIn(answer: unknown): HttpRefusal {
  const { code, details } = (answer ?? {}) as { code?: unknown; details?: Record<string, unknown> };
  return { ok: false, code: typeof code === 'string' ? code : 'FAULT', ...(details ? { details } : {}) };
}

function bodyOf(answer: Me | HttpRefusal): Answer<{ me: Me }> {
  return 'ok' in answer ? answer : { ok: true, me: answer };
}
