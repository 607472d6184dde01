import * as z from 'zod/mini';

/**
 * Ids are opaque: short, URL-safe, and without meaning, so that none of them tells who somebody is. They are the keys of
 * records, so what every object of JavaScript already has (`constructor`, `__proto__`) is nobody's id.
 */
const id = () =>
  z.string().check(
    z.regex(/^[A-Za-z0-9_.-]{1,64}$/),
    z.refine((value) => !(value in Object.prototype)),
  );

export const PanelId = id();
export const DelegationId = id();
export const ParticipantId = id();
export const RoundId = id();
export const RoomId = id();
export const ItemId = id();
export const CommentId = id();
export const VoteId = id();
export const AmendmentId = id();
export const DivisionId = id();
export const PartId = id();
export const ParagraphId = id();
export const BracketId = id();
export const TermId = id();
export const DisagreementId = id();
export const InstrumentId = id();
export const ThemeId = id();
export const SilenceId = id();
export const RemarkId = id();
export const CallId = id();
export const ExplanationListId = id();

export type PanelId = string;
export type DelegationId = string;
export type ParticipantId = string;
export type RoundId = string;
export type RoomId = string;
export type ItemId = string;
export type CommentId = string;
export type VoteId = string;
export type AmendmentId = string;
export type DivisionId = string;
export type PartId = string;
export type ParagraphId = string;
export type BracketId = string;
export type TermId = string;
export type DisagreementId = string;
export type InstrumentId = string;
export type ThemeId = string;
export type SilenceId = string;
export type RemarkId = string;
export type CallId = string;
export type ExplanationListId = string;
