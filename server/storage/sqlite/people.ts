import { hash, randomBytes } from 'node:crypto';
import type { Language } from '@shared/domain/kernel/words.ts';
import { nanoid } from 'nanoid';
import type { ConsultationRecord, LinkRecord, LinkUse, People, PersonRecord, Session } from '../../ports/people.ts';
import { type Database, durably } from './database.ts';

interface PersonRow {
  participant_id: string;
  name: string;
  email: string | null;
  language: Language | null;
}

interface LinkRow {
  id: string;
  consultation_id: string | null;
  participant_id: string | null;
  issued_at: number;
  expires_at: number;
  devices_left: number;
  is_revoked: number;
}

interface SeatRow {
  consultation_id: string | null;
  participant_id: string | null;
}

/** Consultations, names, links and sessions in one SQLite file. */
export function sqlitePeople(database: Database): People {
  const statements = prepare(database);
  const atOnce = <T>(acts: () => T): T => durably(database, acts);
  return { atOnce, ...names(database, statements), ...access(database, statements) };
}

type Names = Pick<People, 'consultations' | 'addConsultation' | 'people' | 'person' | 'putPeople' | 'removePeople'>;

function names(database: Database, statements: Statements): Names {
  return {
    consultations() {
      return statements.consultations.all() as ConsultationRecord[];
    },
    addConsultation({ id, createdAt }) {
      durably(database, () => statements.addConsultation.run(id, createdAt));
    },
    people(consultationId) {
      return (statements.people.all(consultationId) as PersonRow[]).map(personOf);
    },
    person(consultationId, participantId) {
      const row = statements.person.get(consultationId, participantId) as PersonRow | undefined;
      return row ? personOf(row) : null;
    },
    putPeople(consultationId, records) {
      durably(database, () => {
        for (const { participantId, name, email, language } of records)
          statements.putPerson.run(consultationId, participantId, name, email, language);
      });
    },
    removePeople(consultationId, participantIds) {
      durably(database, () => {
        for (const participantId of participantIds) statements.removePerson.run(consultationId, participantId);
      });
    },
  };
}

function access(database: Database, statements: Statements): Omit<People, keyof Names | 'atOnce'> {
  return {
    issueLink(seat, { now, expiresAt, devices }) {
      const { token, tokenHash } = freshToken();
      const link = {
        id: nanoid(),
        participantId: seat?.participantId ?? null,
        issuedAt: now,
        expiresAt,
        devicesLeft: devices,
        isRevoked: false,
      };
      const { consultationId = null, participantId = null } = seat ?? {};
      durably(database, () =>
        statements.issueLink.run(link.id, tokenHash, consultationId, participantId, now, expiresAt, devices),
      );
      return { token, link };
    },
    links(consultationId) {
      return (statements.links.all(consultationId) as LinkRow[]).map(linkOf);
    },
    revokeLinks(consultationId, participantId) {
      durably(database, () => statements.revokeLinks.run(consultationId, participantId));
    },
    exchangeLink(token, now, sessionExpiresAt) {
      return durably(database, () => exchange(statements, token, now, sessionExpiresAt));
    },
    exchangeLinks(tokens, now, sessionExpiresAt) {
      return durably(database, () => tokens.map((token) => exchange(statements, token, now, sessionExpiresAt)));
    },
    hasHouseLink() {
      return statements.houseLink.get() !== undefined;
    },
    session(token, now) {
      const row = statements.session.get(hashOf(token), now) as (SeatRow & { id: string }) | undefined;
      return row ? sessionOf(row.id, row) : null;
    },
    endSession(sessionId) {
      durably(database, () => statements.endSession.run(sessionId));
    },
    endSessionsOf(consultationId, participantId) {
      durably(database, () => statements.endSessionsOf.run(consultationId, participantId));
    },
  };
}

function prepare(database: Database) {
  const all = {
    consultations: 'SELECT id, created_at AS createdAt FROM consultation ORDER BY created_at, id',
    addConsultation: 'INSERT INTO consultation VALUES (?, ?)',
    people: 'SELECT * FROM person WHERE consultation_id = ? ORDER BY participant_id',
    person: 'SELECT * FROM person WHERE consultation_id = ? AND participant_id = ?',
    putPerson: `INSERT INTO person VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
      SET name = excluded.name, email = excluded.email, language = excluded.language`,
    removePerson: 'DELETE FROM person WHERE consultation_id = ? AND participant_id = ?',
    issueLink: 'INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, 0)',
    links: 'SELECT * FROM link WHERE consultation_id = ? ORDER BY issued_at, rowid',
    revokeLinks: 'UPDATE link SET is_revoked = 1 WHERE consultation_id = ? AND participant_id = ?',
    link: 'SELECT * FROM link WHERE token_hash = ?',
    takeDevice: 'UPDATE link SET devices_left = devices_left - 1 WHERE id = ?',
    houseLink: 'SELECT 1 FROM link WHERE consultation_id IS NULL AND is_revoked = 0 LIMIT 1',
    startSession: 'INSERT INTO session VALUES (?, ?, ?, ?, ?)',
    session: 'SELECT id, consultation_id, participant_id FROM session WHERE token_hash = ? AND expires_at > ?',
    endSession: 'DELETE FROM session WHERE id = ?',
    endSessionsOf: 'DELETE FROM session WHERE consultation_id = ? AND participant_id = ?',
    forgetExpired: 'DELETE FROM session WHERE expires_at <= ?',
  } as const;
  const prepared = Object.entries(all).map(([name, sql]) => [name, database.prepare(sql)]);
  return Object.fromEntries(prepared) as Record<keyof typeof all, ReturnType<Database['prepare']>>;
}
type Statements = ReturnType<typeof prepare>;

/** Runs inside a writing transaction: of two devices that use the last place at once, the second reads zero. */
function exchange(statements: Statements, linkToken: string, now: number, sessionExpiresAt: number): LinkUse {
  const row = statements.link.get(hashOf(linkToken)) as LinkRow | undefined;
  if (!row) return { ok: false, code: 'link.unknown' };
  if (row.is_revoked) return { ok: false, code: 'link.revoked' };
  if (row.expires_at <= now) return { ok: false, code: 'link.expired' };
  if (row.devices_left <= 0) return { ok: false, code: 'link.used-up' };
  statements.takeDevice.run(row.id);
  statements.forgetExpired.run(now);
  const { token, tokenHash } = freshToken();
  const id = nanoid();
  statements.startSession.run(id, tokenHash, row.consultation_id, row.participant_id, sessionExpiresAt);
  return { ok: true, token, session: sessionOf(id, row), expiresAt: sessionExpiresAt };
}

function sessionOf(sessionId: string, seat: SeatRow): Session {
  const { consultation_id: consultationId, participant_id: participantId } = seat;
  if (consultationId === null || participantId === null) return { kind: 'house', sessionId };
  return { kind: 'seat', consultationId, participantId, sessionId };
}

function personOf({ participant_id: participantId, name, email, language }: PersonRow): PersonRecord {
  return { participantId, name, email, language };
}

function linkOf(row: LinkRow): LinkRecord {
  return {
    id: row.id,
    participantId: row.participant_id,
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
    devicesLeft: row.devices_left,
    isRevoked: row.is_revoked === 1,
  };
}

/** A secret of 32 random bytes: it needs no slow hash, because it cannot be guessed. */
function freshToken(): { token: string; tokenHash: Uint8Array } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOf(token) };
}

function hashOf(token: string): Uint8Array {
  return hash('sha256', token, 'buffer');
}
