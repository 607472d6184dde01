import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import { StorageFull } from '../../server/ports/journal.ts';
import { draft, openRooms } from '../support/meeting.ts';
import { act, type Reply, type StartedHouse, startHouse } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let house: StartedHouse;
let live: LiveConsultation;
const cookies: Record<string, string> = { nobody: '' };
let isFull = false;

beforeAll(async () => {
  const failing = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver) {
        const found = Reflect.get(target, name, receiver);
        if (typeof found !== 'function' || !/^(put|add|issue|exchange|append|canWrite)/.test(String(name)))
          return found;
        return (...args: unknown[]) => {
          if (isFull && name === 'canWrite') return false;
          if (isFull) throw new StorageFull();
          return found.apply(target, args);
        };
      },
    });
  house = await startHouse({
    through: (storage) => ({ ...storage, people: failing(storage.people), journal: failing(storage.journal) }),
  });
  live = await house.open();
  for (const who of ['mod', 'pan-1', 'screen', 'KEN-1', 'IOM-1']) cookies[who] = await house.signIn(live, who);
  cookies.secretariat = await house.signIn(live, 'secretariat');
  cookies.house = await house.signIn(null, '');
});
afterAll(() => house.stop());

const path = (rest: string) => `/api/c/${live.id}/${rest}`;
const ask = (method: string, where: string, who: string, body?: unknown): Promise<Reply> =>
  house.ask(method, where, { cookie: cookies[who] ?? '', ...(body === undefined ? {} : { body }) });

describe('every route', () => {
  const everyone = ['nobody', 'screen', 'IOM-1', 'KEN-1', 'pan-1', 'mod', 'secretariat', 'house'];
  const seats = everyone.filter((who) => who !== 'nobody');
  const secretariat = ['secretariat', 'house'];
  const person = { name: 'A new person', role: 'delegate', delegationId: 'KEN' };
  const table: [string, string, readonly string[], (() => unknown)?][] = [
    ['GET', '/api/me', everyone],
    ['GET', '/api/schema', everyone],
    ['GET', '/api/consultations', ['house']],
    ['POST', '/api/consultations', ['house'], () => ({ template: 'sample-2017' })],
    ['GET', 'people', secretariat],
    ['POST', 'people', secretariat, () => person],
    ['PATCH', 'people/KEN-2', secretariat, () => ({ name: 'Another name' })],
    ['POST', 'links', secretariat, () => ({ participantIds: ['JPN-1'] })],
    ['DELETE', 'links/JPN-2', secretariat],
    ['GET', 'export/brief.docx', ['mod', ...secretariat]],
    ['GET', 'export/archive.json', secretariat],
    ['GET', 'digest', secretariat],
    ['GET', 'recovered', seats],
    [
      'POST',
      'commands',
      ['mod', ...secretariat],
      () => ({ id: nanoid(), type: 'room.announce', payload: { roomIds: null, text: 'x' } }),
    ],
    ['POST', '/api/sign-out', ['nobody']],
  ];

  test.each(table)('[GATE-13] %s %s is for %j', async (method, where, allowed, body) => {
    for (const who of everyone) {
      // Signing out as somebody would end what the other routes are tried with.
      if (where === '/api/sign-out' && who !== 'nobody') continue;
      const reply = await ask(method, where.startsWith('/') ? where : path(where), who, body?.());
      const expected = allowed.includes(who)
        ? [200, 201]
        : who === 'nobody' || where.includes('consultations')
          ? [401]
          : [403];
      expect({ who, status: reply.status, fits: expected.includes(reply.status) }).toMatchObject({ who, fits: true });
      if (!allowed.includes(who))
        expect(reply.body).toEqual({ ok: false, code: reply.status === 401 ? 'SIGNED_OUT' : 'rights.not-permitted' });
      expect(reply.headers.get('cache-control')).toBe('no-store');
    }
  });

  test('[GATE-13] the sheet of a vote is for the bureau, which is told where there is none', async () => {
    const statuses = everyone.map((who) => ask('GET', path('export/vote/none/record.docx'), who));
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([401, 403, 403, 403, 403, 404, 404, 404]);
  });

  test('[GATE-13] that is not there answers UNKNOWN, in JSON', async () => {
    for (const [method, where] of [
      ['GET', '/api/nothing'],
      ['POST', '/api/me'],
      ['DELETE', '/api/consultations'],
      ['GET', '/api/c'],
    ] as const) {
      const reply = await ask(method, where, 'house');
      expect([reply.status, reply.body]).toEqual([404, { ok: false, code: 'UNKNOWN' }]);
    }
  });

  test('[GATE-8] refuses a body that does not fit, with paths and codes, and changes nothing', async () => {
    const before = live.host.seq();
    const bodies: [string, string, unknown, string][] = [
      ['POST', '/api/sign-in', {}, 'link.unknown'],
      ['POST', '/api/sign-in', '{"token":', 'INVALID'],
      ['POST', '/api/sign-in', '"a word"', 'INVALID'],
      ['POST', '/api/consultations', { template: 'other' }, 'INVALID'],
      ['POST', '/api/consultations', { template: 'sample-2017', extra: 1 }, 'INVALID'],
      ['POST', '/api/consultations', { ...blank(), to: '2017-06-01' }, 'consultation.ends-before-it-begins'],
      ['POST', path('people'), { name: ' ', role: 'delegate', delegationId: 'KEN' }, 'INVALID'],
      ['POST', path('people'), { name: 'N', role: 'emperor', delegationId: 'KEN' }, 'INVALID'],
      ['POST', path('people'), { name: 'N', role: 'delegate', delegationId: 'KEN', participantId: 'mod' }, 'INVALID'],
      ['POST', path('people'), { name: 'N', role: 'delegate', delegationId: null }, 'delegation.seat-needs-delegation'],
      ['POST', path('people'), { name: 'N', role: 'delegate', delegationId: 'ZZZ' }, 'delegation.unknown'],
      ['POST', path('people'), { name: 'N', role: 'delegate', delegationId: '__proto__' }, 'INVALID'],
      ['PATCH', path('people/KEN-1'), { email: 'no address' }, 'INVALID'],
      ['PATCH', path('people/KEN-1'), { role: 'secretariat' }, 'INVALID'],
      ['PATCH', path('people/none'), { name: 'N' }, 'delegation.person-unknown'],
      ['POST', path('links'), { participantIds: [] }, 'INVALID'],
      ['POST', path('links'), { participantIds: ['none'] }, 'delegation.person-unknown'],
      ['POST', path('links'), { participantIds: ['constructor'] }, 'delegation.person-unknown'],
      ['POST', path('links'), { participantIds: ['KEN-1'], devices: 0 }, 'INVALID'],
      ['DELETE', path('links/secretariat'), undefined, 'link.house'],
      ['DELETE', path('recovered/none'), undefined, 'draft.unknown'],
      ['POST', path('commands'), { id: 'short', type: 'room.announce', payload: {} }, 'INVALID'],
      ['POST', path('commands'), { id: nanoid(), type: 'no.such', payload: {} }, 'INVALID'],
      [
        'POST',
        path('commands'),
        { id: nanoid(), type: 'room.freeze', payload: { roomIds: ['x'] } },
        'rights.not-permitted',
      ],
    ];
    for (const [method, where, body, code] of bodies) {
      const reply = await ask(method, where, 'house', body);
      expect([where, body, reply.body.code]).toEqual([where, body, code]);
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(500);
    }
    expect(live.host.seq()).toBe(before);
    const people = await ask('GET', path('people'), 'house');
    expect(people.body.people.map(({ name }: { name: string }) => name)).not.toContain('N');
  });
});

describe('the people of a consultation', () => {
  test('[GATE-13] are added, corrected and given links, which let them in', async () => {
    const added = await ask('POST', path('people'), 'house', {
      name: '  Ada Lovelace ',
      role: 'observer',
      delegationId: 'IOM',
      email: 'ada@example.org',
    });
    const { participantId } = added.body;
    expect((await ask('PATCH', path(`people/${participantId}`), 'house', { language: 'fr' })).status).toBe(200);
    const links = await ask('POST', path('links'), 'house', { participantIds: [participantId], devices: 1 });
    const [{ url }] = links.body.links;
    const list = await ask('GET', path('people'), 'house');
    expect(
      list.body.people.find((each: { participantId: string }) => each.participantId === participantId),
    ).toMatchObject({
      ...{ name: 'Ada Lovelace', email: 'ada@example.org', language: 'fr', role: 'observer', delegationId: 'IOM' },
      link: { devicesLeft: 1, isRevoked: false },
    });
    const token = String(url).split('#')[1];
    expect((await house.ask('POST', '/api/sign-in', { body: { token } })).body).toMatchObject({ name: 'Ada Lovelace' });
    await ask('POST', path('links'), 'house', { participantIds: [participantId], revokeEarlier: true });
    expect((await house.ask('POST', '/api/sign-in', { body: { token } })).body).toEqual({
      ok: false,
      code: 'link.revoked',
    });
  });

  test('[GATE-13] read their own recovered drafts, and nobody else’s', async () => {
    const other = await house.open();
    const { rooms } = await openRooms(other);
    const itemId = await draft(other, rooms[0]?.id ?? '', 'An item');
    const [one, two] = [await house.signIn(other, 'KEN-1'), await house.signIn(other, 'KEN-2')];
    house.storage.drafts.keepRecovered(other.id, {
      id: 'r1',
      itemId,
      participantId: 'KEN-1',
      text: 'Late words',
      at: 1,
    });
    const where = `/api/c/${other.id}/recovered`;
    expect((await house.ask('GET', where, { cookie: one })).body.drafts).toEqual([
      { id: 'r1', itemId, text: 'Late words', at: 1 },
    ]);
    expect((await house.ask('GET', where, { cookie: two })).body.drafts).toEqual([]);
    expect((await house.ask('DELETE', `${where}/r1`, { cookie: two })).status).toBe(404);
    expect((await house.ask('DELETE', `${where}/r1`, { cookie: one })).status).toBe(200);
    expect((await house.ask('GET', where, { cookie: one })).body.drafts).toEqual([]);
  });
});

describe('a full disk', () => {
  test('[HOST-3] is answered STORAGE_FULL on every way; reading goes on; everyone is told, and told when it is over', async () => {
    const line = await house.line(live, 'KEN-1');
    const screen = await house.line(live, 'screen');
    const before = await ask('GET', '/api/consultations', 'house');
    isFull = true;
    try {
      const asked: [string, string, unknown?][] = [
        ['POST', path('commands'), { id: nanoid(), type: 'room.announce', payload: { roomIds: null, text: 'x' } }],
        ['POST', path('people'), { name: 'Nobody', role: 'delegate', delegationId: 'KEN' }],
        ['PATCH', path('people/KEN-2'), { name: 'Nobody' }],
        ['POST', path('links'), { participantIds: ['KEN-2'] }],
        ['POST', '/api/sign-in', { token: 'a'.repeat(43) }],
        ['POST', '/api/consultations', blank()],
      ];
      for (const [method, where, body] of asked) {
        const reply = await ask(method, where, 'house', body);
        expect([where, reply.status, reply.body.code]).toEqual([where, 507, 'STORAGE_FULL']);
      }
      expect(await line.command('room.raiseHand', { roomId: 'none' })).toMatchObject({ code: 'STORAGE_FULL' });
      await screen.until(() => screen.heard.some(({ event }) => event === 'status'));
      expect(screen.heard.findLast(({ event }) => event === 'status')?.frame).toEqual({ state: 'read-only' });
      const ready = await house.ask('GET', '/readyz');
      expect([ready.status, ready.body]).toEqual([503, { state: 'read-only' }]);
      // Reading goes on, for whoever is there and whoever comes.
      expect((await ask('GET', path('people'), 'house')).status).toBe(200);
      const late = await house.line(live, 'KEN-1', { cookie: cookies['KEN-1'] ?? '' });
      expect((await late.hello()).status).toEqual({ state: 'read-only' });
      expect(late.state.plenary.consultation).toMatchObject({ phase: 'open' });
    } finally {
      isFull = false;
    }
    const states = () =>
      screen.heard.filter(({ event }) => event === 'status').map(({ frame }) => (frame as { state: string }).state);
    await screen.until(() => states().at(-1) === 'ok');
    expect(states()).toEqual(['read-only', 'ok']);
    expect((await house.ask('GET', '/readyz')).body).toEqual({ state: 'ok' });
    await act(live, 'mod', 'room.announce', { roomIds: null, text: 'It goes on' });
    await line.until(() => line.state.plenary.room.announcements.some(({ text }) => text === 'It goes on'));
    // What was begun is nowhere to be seen.
    expect((await ask('GET', '/api/consultations', 'house')).body).toEqual(before.body);
  });

  test('[HOST-9] in the middle of setting up leaves no consultation that is half there', async () => {
    const before = await ask('GET', '/api/consultations', 'house');
    const append = house.app.house.journal.append;
    let left = 3;
    const spy = vi.spyOn(house.app.house.journal, 'append').mockImplementation((...args) => {
      left -= 1;
      if (left < 0) throw new StorageFull();
      return append(...args);
    });
    const reply = await ask('POST', '/api/consultations', 'house', { template: 'sample-2017' });
    spy.mockRestore();
    expect([reply.status, reply.body.code, left]).toEqual([507, 'STORAGE_FULL', -1]);
    expect((await ask('GET', '/api/consultations', 'house')).body).toEqual(before.body);
    await vi.waitFor(async () => expect((await house.ask('GET', '/readyz')).status).toBe(200), {
      ...{ timeout: 20_000, interval: 20 },
    });
  });
});

describe('what the server says about itself', () => {
  test('[GATE-15] is whether it lives and is ready, and figures without anybody in them', async () => {
    const line = await house.line(live, 'KEN-1');
    await line.command('room.raiseHand', { roomId: 'none' });
    expect((await house.ask('GET', '/healthz')).body).toEqual({ state: 'ok' });
    expect((await house.ask('GET', '/readyz')).body).toEqual({ state: 'ok' });
    const { text } = await house.ask('GET', '/metrics');
    expect(text).toContain('rapporteur_commands_total{type="room.raiseHand",code="rights.not-permitted"}');
    expect(text).toMatch(/rapporteur_sockets [1-9]/);
    const labels = [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => ({ name, value }));
    const mine = labels.filter(
      ({ name }) => !['le', 'version', 'major', 'minor', 'patch', 'space', 'kind', 'quantile'].includes(name ?? ''),
    );
    expect(new Set(mine.map(({ name }) => name))).toEqual(
      new Set(['type', 'code', 'log', 'scope', 'place'].filter((name) => text.includes(`${name}="`))),
    );
    for (const secret of [live.id, 'KEN', 'IOM', 'Name of', 'secretariat']) expect(text).not.toContain(`"${secret}`);
    line.close();
  });

  test('[GATE-15] in its log names nobody', () => {
    const log = house.logged.join('\n');
    expect(log).toContain('read-only');
    for (const secret of ['KEN-1', 'Ada', 'example.org', 'Name of', '127.0.0.1']) expect(log).not.toContain(secret);
  });
});

function blank() {
  return {
    ...{ template: 'blank', title: 'Blank', symbol: '', place: '' },
    ...{ from: '2017-06-19', to: '2017-06-20', languages: ['en'] },
  };
}
