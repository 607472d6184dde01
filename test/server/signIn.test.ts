import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import { databaseFile } from '../../server/storage/sqlite/open.ts';
import { dial } from '../support/line.ts';
import { act, type Reply, type StartedHouse, startHouse, tokenOf } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let house: StartedHouse;
let live: LiveConsultation;
beforeAll(async () => {
  house = await startHouse({ trustProxy: 1 });
});
afterAll(() => house.stop());
beforeEach(async () => {
  live = await house.open();
});

const exchange = (link: string, headers: Record<string, string> = {}): Promise<Reply> =>
  house.ask('POST', '/api/sign-in', { body: { token: tokenOf(link) }, headers });
const me = async (cookie: string) => (await house.ask('GET', '/api/me', { cookie })).body;
const cookieOf = (reply: Reply) => String(reply.headers.get('set-cookie')?.split(';', 1)[0]);

describe('a personal link', () => {
  test('[GATE-1] is exchanged for a session, which says who one is', async () => {
    const reply = await exchange(house.link(live, 'KEN-1'));
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      ...{ kind: 'seat', consultationId: live.id, participantId: 'KEN-1', role: 'delegate', name: 'Name of KEN-1' },
      delegation: { code: 'KEN' },
    });
    expect(await me(cookieOf(reply))).toEqual(reply.body);
  });

  test('[GATE-1] lets in as many devices as it was issued for, and no more', async () => {
    const link = house.link(live, 'KEN-1', { devices: 2 });
    const [one, two, three] = [await exchange(link), await exchange(link), await exchange(link)];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(cookieOf(one)).not.toBe(cookieOf(two));
    expect([three.status, three.body.code]).toEqual([403, 'link.used-up']);
    expect(three.headers.get('set-cookie')).toBeNull();
  });

  test('[GATE-1] that has expired, is revoked or was never issued is refused by its own code', async () => {
    const expiring = house.link(live, 'KEN-1', { days: 1 });
    const revoked = house.link(live, 'JPN-1');
    house.storage.people.revokeLinks(live.id, 'JPN-1');
    expect((await exchange(revoked)).body).toEqual({ ok: false, code: 'link.revoked' });
    expect((await exchange(`x#${'a'.repeat(43)}`)).body).toEqual({ ok: false, code: 'link.unknown' });
    expect((await exchange('x#short')).body).toEqual({ ok: false, code: 'link.unknown' });
    house.clock.advance(2 * 86_400_000);
    expect((await exchange(expiring)).body).toEqual({ ok: false, code: 'link.expired' });
  });

  test('[GATE-1] of somebody who was dismissed is refused, and leaves no session behind', async () => {
    const link = house.link(live, 'KEN-1', { devices: 1 });
    await act(live, 'secretariat', 'delegation.dismiss', { participantId: 'KEN-1' });
    const reply = await exchange(link);
    expect([reply.status, reply.body.code, reply.headers.get('set-cookie')]).toEqual([403, 'link.revoked', null]);
  });

  test('[GATE-1] and its session are stored as hashes alone', async () => {
    const token = tokenOf(house.link(live, 'KEN-1'));
    const session = cookieOf(await exchange(`x#${token}`)).split('=')[1] ?? '';
    const stored = Buffer.concat(
      [databaseFile, `${databaseFile}-wal`].map((name) => readFileSync(join(house.dataDir, name))),
    );
    for (const secret of [token, session]) {
      expect(secret.length).toBeGreaterThan(40);
      expect(stored.includes(secret)).toBe(false);
      expect(stored.includes(createHash('sha256').update(secret).digest())).toBe(true);
    }
    expect(house.logged.join('')).not.toContain(token);
  });

  test('[GATE-1] gives a cookie that no script reads and no other site sends; over TLS it travels over TLS alone', async () => {
    const plain = await exchange(house.link(live, 'KEN-1'));
    const flags = String(plain.headers.get('set-cookie'));
    expect(flags).toMatch(/^rapporteur_session=[\w-]{43}; /);
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(flags).toContain(flag);
    expect(flags).not.toMatch(/Secure|Domain/);
    const secure = await exchange(house.link(live, 'KEN-1'), { 'x-forwarded-proto': 'https' });
    expect(secure.headers.get('set-cookie')).toContain('Secure');
  });
});

describe('a session', () => {
  test('[GATE-2] ends with the revocation of its link, on every socket and for every request', async () => {
    const secretariat = await house.signIn(null, '');
    const cookie = await house.signIn(live, 'KEN-1');
    const line = await house.line(live, 'KEN-1', { cookie });
    // One that has not said hello is a connection all the same.
    const silent = await dial(house.url, { consultationId: live.id, cookie });
    const other = await house.line(live, 'JPN-1');
    const reply = await house.ask('DELETE', `/api/c/${live.id}/links/KEN-1`, { cookie: secretariat });
    expect(reply.status).toBe(200);
    await Promise.all([line.until(() => line.ended() !== null), silent.until(() => silent.ended() !== null)]);
    expect(line.heard.at(-1)).toEqual({ event: 'signedOut', frame: { code: 'link.revoked' } });
    expect(await me(cookie)).toEqual({ kind: 'nobody' });
    await expect(dial(house.url, { consultationId: live.id, cookie })).rejects.toThrow('SIGNED_OUT');
    const command = { id: 'a'.repeat(12), type: 'room.raiseHand', payload: {} };
    expect((await house.ask('POST', `/api/c/${live.id}/commands`, { cookie, body: command })).status).toBe(401);
    expect(other.ended()).toBeNull();
  });

  test('[GATE-2] ends by signing out, on all its sockets and on no other device', async () => {
    const [cookie, elsewhere] = [await house.signIn(live, 'KEN-1'), await house.signIn(live, 'KEN-1')];
    const line = await house.line(live, 'KEN-1', { cookie });
    const other = await house.line(live, 'KEN-1', { cookie: elsewhere });
    const reply = await house.ask('POST', '/api/sign-out', { cookie });
    expect(reply.headers.get('set-cookie')).toMatch(/^rapporteur_session=;.*Expires=Thu, 01 Jan 1970/);
    await line.until(() => line.ended() !== null);
    expect(line.heard.at(-1)?.event).toBe('signedOut');
    expect(await me(cookie)).toEqual({ kind: 'nobody' });
    expect(await me(elsewhere)).toMatchObject({ participantId: 'KEN-1' });
    expect(await other.command('room.raiseHand', { roomId: 'none' })).toMatchObject({ code: 'rights.not-permitted' });
  });

  test('[GATE-2] that has run out ends its sockets too', async () => {
    const line = await house.line(live, 'KEN-1');
    const cookie = await house.signIn(live, 'JPN-1');
    house.clock.advance(31 * 86_400_000);
    const fresh = await house.line(live, 'JPN-1');
    await line.until(() => line.ended() !== null);
    expect(line.heard.at(-1)).toEqual({ event: 'signedOut', frame: { code: 'SIGNED_OUT' } });
    expect(await me(cookie)).toEqual({ kind: 'nobody' });
    expect(fresh.ended()).toBeNull();
  });

  test('[GATE-2] of a dismissed person is dead, and lives again when they are readmitted', async () => {
    const cookie = await house.signIn(live, 'KEN-1');
    const line = await house.line(live, 'KEN-1', { cookie });
    await act(live, 'secretariat', 'delegation.dismiss', { participantId: 'KEN-1' });
    await line.until(() => line.ended() !== null);
    expect(line.heard.at(-1)).toEqual({ event: 'signedOut', frame: { code: 'rights.not-seated' } });
    expect(await me(cookie)).toEqual({ kind: 'nobody' });
    await act(live, 'secretariat', 'delegation.readmit', { participantId: 'KEN-1' });
    expect(await me(cookie)).toMatchObject({ participantId: 'KEN-1' });
  });
});

describe('a seat', () => {
  test('[GATE-3] is in one consultation and opens no other, over sockets or HTTP', async () => {
    const another = await house.open();
    const cookie = await house.signIn(live, 'KEN-1');
    await expect(dial(house.url, { consultationId: another.id, cookie })).rejects.toThrow('SIGNED_OUT');
    await expect(dial(house.url, { consultationId: 'unknown', cookie })).rejects.toThrow('SIGNED_OUT');
    const missing = await house.ask('GET', '/api/c/unknown/recovered', { cookie });
    const foreign = await house.ask('GET', `/api/c/${another.id}/recovered`, { cookie });
    expect([foreign.status, foreign.text]).toEqual([missing.status, missing.text]);
    expect(foreign.status).toBe(401);
  });

  test('[GATE-3] of the house is the secretariat of every consultation', async () => {
    const cookie = await house.signIn(null, '');
    const known = await me(cookie);
    expect(known.kind).toBe('house');
    expect(known.consultations.map(({ id }: { id: string }) => id)).toContain(live.id);
    const line = await house.line(live, '', { cookie });
    await expect(line.hello()).resolves.toMatchObject({ you: { participantId: 'secretariat', role: 'secretariat' } });
  });

  test('[GATE-3] without a session is nobody', async () => {
    expect(await me('')).toEqual({ kind: 'nobody' });
    expect(await me(`rapporteur_session=${'a'.repeat(43)}`)).toEqual({ kind: 'nobody' });
    await expect(dial(house.url, { consultationId: live.id })).rejects.toThrow('SIGNED_OUT');
  });
});

describe('the origin', () => {
  const foreign = [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, { origin: '' }];
  const connecting = async (headers: Record<string, string>, transport: 'websocket' | 'polling') =>
    dial(house.url, {
      ...{ consultationId: live.id, cookie: await house.signIn(live, 'KEN-1'), transports: [transport], headers },
    });

  test.each(foreign)('[GATE-4] $origin is refused for both transports and for whatever writes', async (headers) => {
    await expect(connecting(headers, 'websocket')).rejects.toThrow('websocket error');
    await expect(connecting(headers, 'polling')).rejects.toThrow('xhr poll error');
    const link = house.link(live, 'KEN-1', { devices: 1 });
    const refused = await exchange(link, headers);
    expect([refused.status, refused.body.code]).toEqual([403, 'ORIGIN']);
    expect((await exchange(link)).status).toBe(200);
  });

  test('[GATE-4] of another site is refused also where a browser names no origin', async () => {
    await expect(connecting({ 'sec-fetch-site': 'cross-site' }, 'polling')).rejects.toThrow('xhr poll error');
  });

  test('[GATE-4] of our own pages is welcome, and so is a program, which has none', async () => {
    const own = { origin: house.url };
    for (const transport of ['websocket', 'polling'] as const) {
      for (const headers of [own, {}]) {
        const line = await connecting(headers, transport);
        expect((await line.hello()).you.participantId).toBe('KEN-1');
        line.close();
      }
    }
    expect((await exchange(house.link(live, 'KEN-1'), own)).status).toBe(200);
  });

  test('[GATE-4] that the house allows is welcome', async () => {
    const open = await startHouse({ allowedOrigins: ['https://hall.example'] });
    try {
      const reply = await open.ask('POST', '/api/sign-out', { headers: { origin: 'https://hall.example' } });
      expect(reply.status).toBe(200);
    } finally {
      await open.stop();
    }
  });
});
