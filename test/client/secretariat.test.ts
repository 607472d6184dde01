import { createTranslator } from '@shared/i18n/translate.ts';
import { describe, expect, test, vi } from 'vitest';
import { linkStateOf } from '../../client/features/secretariat/people/linkState.ts';
import { type Typed, typedOf, wrongIn } from '../../client/features/secretariat/people/personTyped.ts';

const now = Date.UTC(2017, 5, 19, 9);
const link = { issuedAt: now - 1, expiresAt: now + 1, devicesLeft: 1, isRevoked: false };

describe('a personal link in the table', () => {
  test('is ready until its last device or its last instant', () => {
    expect(linkStateOf(link, now)).toBe('ready');
    expect(linkStateOf({ ...link, devicesLeft: 0 }, now)).toBe('used-up');
    expect(linkStateOf({ ...link, expiresAt: now }, now)).toBe('expired');
    expect(linkStateOf(null, now)).toBe('none');
  });

  test('is called withdrawn, whatever else has happened to it', () => {
    expect(linkStateOf({ ...link, isRevoked: true, expiresAt: now - 1, devicesLeft: 0 }, now)).toBe('revoked');
  });
});

describe('a person typed by hand', () => {
  // Keys stand for sentences here; that every key has one is tested with the catalogues.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const t = createTranslator('en', {});
  const wrong = (change: Partial<Typed>) => Object.keys(wrongIn({ ...typedOf(null), name: 'Ana', ...change }, t));

  test('needs a name, and a delegation where the role sits in one', () => {
    expect(wrong({ name: '  ' })).toEqual(['name', 'delegationId']);
    expect(wrong({ role: 'observer' })).toEqual(['delegationId']);
    for (const role of ['secretariat', 'display', 'moderator', 'panelist'] as const)
      expect(wrong({ role })).toEqual([]);
  });

  test('may be without an e-mail address, but not with half of one', () => {
    const delegationId = 'KEN';
    expect(wrong({ delegationId })).toEqual([]);
    expect(wrong({ delegationId, email: 'ana@example.org' })).toEqual([]);
    for (const email of ['ana', 'ana@', 'ana@example', 'a na@example.org'])
      expect(wrong({ delegationId, email })).toEqual(['email']);
  });
});
