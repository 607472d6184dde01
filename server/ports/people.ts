import type { Language } from '@shared/domain/kernel/words.ts';

export interface PersonRecord {
  participantId: string;
  name: string;
  email: string | null;
  language: Language | null;
}

export interface ConsultationRecord {
  id: string;
  createdAt: number;
}

/** A personal link as the secretariat sees it; the token itself is known only when it is issued. */
export interface LinkRecord {
  id: string;
  /** Null for the link of the house. */
  participantId: string | null;
  issuedAt: number;
  expiresAt: number;
  devicesLeft: number;
  isRevoked: boolean;
}

/** Who a session is: a seat in one consultation, or the secretariat of the house, which has a seat in each. */
export type Session =
  | { kind: 'seat'; consultationId: string; participantId: string; sessionId: string }
  | { kind: 'house'; sessionId: string };

export type LinkUse =
  | { ok: true; token: string; session: Session; expiresAt: number }
  | { ok: false; code: 'link.unknown' | 'link.expired' | 'link.revoked' | 'link.used-up' };

/** The mutable tables: consultations, names, links and sessions. Secrets are stored hashed. Whatever writes may throw StorageFull. */
export interface People {
  /** Does several of these acts as one: all of them or none, and the disk is waited for once. */
  atOnce<T>(acts: () => T): T;

  consultations(): ConsultationRecord[];
  addConsultation(record: ConsultationRecord): void;

  people(consultationId: string): PersonRecord[];
  person(consultationId: string, participantId: string): PersonRecord | null;
  putPeople(consultationId: string, records: readonly PersonRecord[]): void;
  removePeople(consultationId: string, participantIds: readonly string[]): void;

  /** Issues a link for a seat, or for the house where `seat` is null; earlier links of the same seat stay good. */
  issueLink(
    seat: { consultationId: string; participantId: string } | null,
    options: { now: number; expiresAt: number; devices: number },
  ): { token: string; link: LinkRecord };
  links(consultationId: string): LinkRecord[];
  revokeLinks(consultationId: string, participantId: string): void;
  /** Exchanges a link's token for a session's token, once per device. */
  exchangeLink(token: string, now: number, sessionExpiresAt: number): LinkUse;
  /** Several at once, one after the other, stored together or not at all. */
  exchangeLinks(tokens: readonly string[], now: number, sessionExpiresAt: number): LinkUse[];
  hasHouseLink(): boolean;

  session(token: string, now: number): Session | null;
  endSession(sessionId: string): void;
  endSessionsOf(consultationId: string, participantId: string): void;
}
