/** What every adapter of the people's tables promises. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { People, PersonRecord } from '../../server/ports/people.ts';
import type { Opened } from './opened.ts';

const seat = { consultationId: 'c1', participantId: 'amina' };
const day = 86_400_000;
const now = 1_497_000_000_000;
const options = { now, expiresAt: now + day, devices: 2 };

export function peopleContract(open: () => Opened<People>): void {
  let opened: Opened<People>;
  let people: People;
  beforeEach(() => {
    opened = open();
    people = opened.port;
    people.addConsultation({ id: 'c1', createdAt: 1 });
    people.addConsultation({ id: 'c2', createdAt: 2 });
  });
  afterEach(() => opened.end());

  describe('names', () => {
    const amina: PersonRecord = {
      participantId: 'amina',
      name: 'Amina Otieno',
      email: 'a@example.org',
      language: 'fr',
    };
    const bao: PersonRecord = { participantId: 'bao', name: '包', email: null, language: null };

    test('are put, changed, read and erased, each consultation for itself', () => {
      people.putPeople('c1', [amina, bao]);
      people.putPeople('c2', [bao]);
      expect(people.people('c1')).toEqual([amina, bao]);
      expect(people.person('c1', 'amina')).toEqual(amina);
      expect(people.person('c2', 'amina')).toBeNull();
      people.putPeople('c1', [{ ...amina, name: 'A. Otieno', email: null }]);
      expect(people.person('c1', 'amina')).toEqual({ ...amina, name: 'A. Otieno', email: null });
      people.removePeople('c1', ['bao', 'nobody']);
      expect(people.people('c1').map(({ participantId }) => participantId)).toEqual(['amina']);
      expect(people.people('c2')).toEqual([bao]);
    });

    test('of an unknown consultation are a fault, and none of the batch is kept', () => {
      expect(() => people.putPeople('nowhere', [amina])).toThrow();
      expect(() => people.addConsultation({ id: 'c1', createdAt: 3 })).toThrow();
      expect(people.consultations()).toEqual([
        { id: 'c1', createdAt: 1 },
        { id: 'c2', createdAt: 2 },
      ]);
    });

    test('are there after a restart', () => {
      people.putPeople('c1', [amina]);
      expect(opened.restart().people('c1')).toEqual([amina]);
    });
  });

  describe('a link', () => {
    test('becomes a session on as many devices as it was given', () => {
      const { token, link } = people.issueLink(seat, options);
      expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(people.links('c1')).toEqual([link]);
      const first = people.exchangeLink(token, now, now + day);
      const second = people.exchangeLink(token, now, now + day);
      expect(first).toMatchObject({ ok: true, session: { kind: 'seat', ...seat } });
      expect(second.ok && first.ok && second.token !== first.token).toBe(true);
      expect(people.exchangeLink(token, now, now + day)).toEqual({ ok: false, code: 'link.used-up' });
      expect(people.links('c1')).toEqual([{ ...link, devicesLeft: 0 }]);
    });

    test('is exchanged with others at once as one after the other', () => {
      const one = people.issueLink(seat, { ...options, devices: 1 });
      const other = people.issueLink({ ...seat, participantId: 'bao' }, options);
      const tokens = [one.token, other.token, one.token, 'x'.repeat(43)];
      const used = people.exchangeLinks(tokens, now, now + day);
      expect(used.map((use) => (use.ok ? use.session : use.code))).toEqual([
        expect.objectContaining({ participantId: 'amina' }),
        expect.objectContaining({ participantId: 'bao' }),
        'link.used-up',
        'link.unknown',
      ]);
      expect(used.map((use) => use.ok && people.session(use.token, now)?.kind)).toEqual(['seat', 'seat', false, false]);
    });

    test('is issued with others at once: all of them, or none', () => {
      const both = () => [
        people.issueLink(seat, options),
        people.issueLink({ ...seat, participantId: 'bao' }, options),
      ];
      const fails = () => {
        both();
        throw new Error('in the middle');
      };
      expect(() => people.atOnce(fails)).toThrow('in the middle');
      expect(people.links('c1')).toEqual([]);
      const issued = people.atOnce(both);
      expect(people.links('c1')).toEqual(issued.map(({ link }) => link));
      expect(opened.restart().links('c1')).toHaveLength(2);
    });

    test('is refused when it expired, was revoked, or never was', () => {
      const { token } = people.issueLink(seat, options);
      expect(people.exchangeLink(token, now + day - 1, now + 2 * day).ok).toBe(true);
      expect(people.exchangeLink(token, now + day, now + 2 * day)).toEqual({ ok: false, code: 'link.expired' });
      people.revokeLinks('c1', 'amina');
      expect(people.exchangeLink(token, now, now + day)).toEqual({ ok: false, code: 'link.revoked' });
      expect(people.exchangeLink('x'.repeat(43), now, now + day)).toEqual({ ok: false, code: 'link.unknown' });
      expect(people.links('c1').every(({ isRevoked }) => isRevoked)).toBe(true);
    });

    test('may be one of several of a seat; revoking takes all of that seat and no other', () => {
      const old = people.issueLink(seat, options);
      const fresh = people.issueLink(seat, options);
      const other = people.issueLink({ ...seat, participantId: 'bao' }, options);
      const elsewhere = people.issueLink({ ...seat, consultationId: 'c2' }, options);
      expect(people.exchangeLink(old.token, now, now + day).ok).toBe(true);
      people.revokeLinks('c1', 'amina');
      const outcome = [old, fresh, other, elsewhere].map(({ token }) => people.exchangeLink(token, now, now + day).ok);
      expect(outcome).toEqual([false, false, true, true]);
    });

    test('of the house gives the session of the secretariat', () => {
      expect(people.hasHouseLink()).toBe(false);
      const { token, link } = people.issueLink(null, options);
      expect(link.participantId).toBeNull();
      expect(people.hasHouseLink()).toBe(true);
      expect(people.links('c1')).toEqual([]);
      const used = people.exchangeLink(token, now, now + day);
      expect(used.ok && used.session.kind).toBe('house');
      expect(opened.restart().hasHouseLink()).toBe(true);
    });
  });

  describe('a session', () => {
    const enter = (participantId: string, expiresAt = now + day) => {
      const used = people.exchangeLink(people.issueLink({ ...seat, participantId }, options).token, now, expiresAt);
      if (!used.ok) throw new Error(used.code);
      return used;
    };

    test('is found by its token until it expires, also after a restart', () => {
      const { token, session } = enter('amina');
      expect(people.session(token, now)).toEqual(session);
      expect(people.session(token, now + day)).toBeNull();
      expect(people.session(session.sessionId, now)).toBeNull();
      people = opened.restart();
      expect(people.session(token, now)).toEqual(session);
    });

    test('ends alone, or with all others of its seat', () => {
      const [one, two, other] = [enter('amina'), enter('amina'), enter('bao')];
      people.endSession(one.session.sessionId);
      expect(people.session(one.token, now)).toBeNull();
      expect(people.session(two.token, now)).toEqual(two.session);
      people.endSessionsOf('c1', 'amina');
      expect(people.session(two.token, now)).toBeNull();
      expect(people.session(other.token, now)).toEqual(other.session);
    });
  });
}
