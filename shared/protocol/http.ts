/** What the server offers over plain HTTP, below `/api`. Every answer is JSON; a refusal is `{ok:false, code, details?}` with a 4xx status. */
import type { DelegationId, ParticipantId } from '../domain/kernel/ids.ts';
import type { Language, Role } from '../domain/kernel/words.ts';
import type { ProfileId } from '../domain/ruleProfile.ts';

/** `GET /api/me`: who the cookie says one is. */
export type Me =
  | { kind: 'nobody' }
  | { kind: 'house'; consultations: ConsultationSummary[] }
  | {
      kind: 'seat';
      consultationId: string;
      participantId: ParticipantId;
      name: string;
      consultation: ConsultationSummary;
      role: Role;
      delegation: { code: string | null; name: string | null } | null;
    };

export interface ConsultationSummary {
  id: string;
  title: string;
  symbol: string;
  place: string;
  from: string;
  to: string;
  phase: 'open' | 'closed';
  languages: Language[];
}

/** `POST /api/sign-in {token}` exchanges a personal link's token for the session cookie, once per device; answers `Me`. */
export interface SignIn {
  token: string;
}

/** `POST /api/consultations` (house only): from the sample of June 2017, or blank with the 193 member states. Answers `{ok:true, id}`. */
export type NewConsultation =
  | { template: 'sample-2017' }
  | {
      template: 'blank';
      title: string;
      symbol: string;
      place: string;
      from: string;
      to: string;
      languages: Language[];
      /** Informal unless said otherwise. */
      profile?: ProfileId;
    };

/** `GET /api/c/:id/people` (secretariat): everyone with links, newest link first. `{ok:true, people}` */
export interface PersonRow {
  participantId: ParticipantId;
  name: string;
  email: string | null;
  language: Language | null;
  role: Role;
  delegationId: DelegationId | null;
  isActive: boolean;
  link: { issuedAt: number; expiresAt: number; devicesLeft: number; isRevoked: boolean } | null;
}

/** `POST /api/c/:id/people` (secretariat): adds one person with a seat. Answers `{ok:true, participantId}`. */
export interface NewPerson {
  name: string;
  email?: string | null;
  language?: Language | null;
  role: Role;
  delegationId: DelegationId | null;
}

/** `PATCH /api/c/:id/people/:participantId`: corrects a name, e-mail or language. (Seat and role: command `delegation.reseat`.) */
export type PersonChange = Partial<Pick<NewPerson, 'name' | 'email' | 'language'>>;

/**
 * `POST /api/c/:id/links` (secretariat): issues personal links, for the badge sheet or one by one; `{ok:true, links}`.
 * The address is shown here and never again. `revokeEarlier` ends all earlier links and sessions of these people.
 * `DELETE /api/c/:id/links/:participantId` revokes them all.
 */
export interface IssueLinks {
  participantIds: ParticipantId[];
  devices?: number;
  days?: number;
  revokeEarlier?: boolean;
}
export interface IssuedLink {
  participantId: ParticipantId;
  /** Full address with the token in the fragment: `https://host/join#token`. */
  url: string;
  expiresAt: number;
}

/*
 * Further: POST /api/sign-out · POST /api/c/:id/commands {id,type,payload} (as over the socket) ·
 * GET /api/c/:id/export/brief.docx?lang=fr · GET /api/c/:id/export/archive.json (secretariat) · GET /api/c/:id/export/decisions.json (bureau) · GET /api/c/:id/digest (secretariat) ·
 * GET /api/c/:id/recovered → {ok:true, drafts:[{id,itemId,text,at}]} · DELETE /api/c/:id/recovered/:id ·
 * GET /api/schema · GET /healthz /readyz /metrics
 */
