import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandSchemas, readPayload, schemasOfEvents } from '@shared/domain/rulebook.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { type StartedHouse, startHouse } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let house: StartedHouse;
let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'rapporteur-pages-'));
  const pages = join(root, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>The pages</title>');
  writeFileSync(join(pages, 'assets', 'page-abc.js'), 'export {};');
  writeFileSync(join(root, 'outside.txt'), 'outside');
  house = await startHouse({ clientDir: pages });
});
afterAll(async () => {
  await house.stop();
  rmSync(root, { recursive: true, force: true });
});

describe('the schema', () => {
  test('[GATE-14] is JSON Schema for every command and every event, strict about keys', async () => {
    const { body } = await house.ask('GET', '/api/schema');
    expect(Object.keys(body.commands).sort()).toEqual([...commandSchemas().keys()].sort());
    const events = Object.entries(body.events as Record<string, object>).flatMap(([kind, each]) =>
      Object.keys(each).map((name) => `${kind}/${name}`),
    );
    expect(events.sort()).toEqual([...schemasOfEvents().keys()].sort());
    const all = [
      ...Object.values(body.commands),
      ...Object.values(body.events).flatMap((each) => Object.values(each as object)),
    ];
    for (const schema of all as Record<string, unknown>[]) {
      expect(schema).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        additionalProperties: false,
      });
      // Read back by an implementation of JSON Schema: what it does not understand it throws at.
      expect(() => z.fromJSONSchema(schema as never)).not.toThrow();
    }
  });

  test('[GATE-14] says the same as the server about a command', async () => {
    const { body } = await house.ask('GET', '/api/schema');
    const cases: [string, unknown][] = [
      ['vote.cast', { voteId: 'v1', choice: 'yes' }],
      ['vote.cast', { voteId: 'v1', choice: 'perhaps' }],
      ['vote.cast', { voteId: 'v1' }],
      ['vote.cast', { voteId: 'v1', choice: 'yes', delegationId: 'KEN' }],
      ['vote.cast', { voteId: 'no spaces', choice: 'yes' }],
      ['room.announce', { roomIds: null, text: 'Hello' }],
      ['room.announce', { roomIds: [], text: 'Hello' }],
      ['room.announce', { roomIds: ['r1'], text: 'x'.repeat(501) }],
    ];
    const verdicts = cases.map(([type, payload]) => z.fromJSONSchema(body.commands[type]).safeParse(payload).success);
    expect(verdicts).toEqual(cases.map(([type, payload]) => readPayload(type as never, payload).ok));
    expect(verdicts).toEqual([true, false, false, false, false, true, false, false]);
  });
});

describe('a page', () => {
  const csp = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };

  test.each(['/', '/c/abc/board/panel-1', '/assets/page-abc.js', '/api/me', '/healthz', '/assets/none.js'])(
    '[GATE-16] at %s runs nothing that is not ours, in no frame, and tells nobody where it was',
    async (where) => {
      const { headers } = await house.ask('GET', where);
      const policy = Object.fromEntries(
        String(headers.get('content-security-policy'))
          .split(';')
          .map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]),
      );
      expect(policy).toEqual(csp);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('[GATE-16] is the same for every address of ours, and is asked for anew; what it loads never changes', async () => {
    const [index, deep, asset, missing] = await Promise.all(
      ['/', '/c/abc/vote/v1', '/assets/page-abc.js', '/assets/page-old.js'].map((where) => house.ask('GET', where)),
    );
    expect(index?.text).toContain('The pages');
    expect(deep?.text).toBe(index?.text);
    expect(index?.headers.get('cache-control')).toBe('no-cache');
    expect(asset?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect([missing?.status, missing?.body]).toEqual([404, { ok: false, code: 'UNKNOWN' }]);
  });

  test('[GATE-16] that was never built is said to be so', async () => {
    const bare = await startHouse();
    const reply = await bare.ask('GET', '/');
    expect([reply.status, reply.body]).toEqual([503, { ok: false, code: 'NOT_BUILT' }]);
    await bare.stop();
  });

  test('[GATE-16] refuses a path that leads outside, or nowhere', async () => {
    for (const where of [
      '/assets/../../outside.txt',
      '/assets/..%2f..%2foutside.txt',
      '/..%2foutside.txt',
      '/%2e%2e/outside.txt',
      '/assets/%00',
      '/%E0%A4%A',
    ]) {
      const reply = await house.ask('GET', where);
      expect(reply.text).not.toBe('outside');
      expect([where, reply.status < 500]).toEqual([where, true]);
    }
  });
});
