import * as z from 'zod/mini';

/** The five regional groups of the United Nations; a delegation that is not a state has none. */
export const RegionalGroup = z.enum(['africa', 'asia-pacific', 'eastern-europe', 'grulac', 'weog']);
export type RegionalGroup = z.infer<typeof RegionalGroup>;
export const regionalGroups: readonly RegionalGroup[] = ['africa', 'asia-pacific', 'eastern-europe', 'grulac', 'weog'];

/** What kind of delegation it is; only a member state can have the right to vote. */
export const DelegationKind = z.enum([
  'member-state',
  'observer-state',
  'un-entity',
  'intergovernmental',
  'civil-society',
  'private-sector',
  'academia',
  'city',
]);
export type DelegationKind = z.infer<typeof DelegationKind>;

/** The one role of a person in a consultation. */
export const Role = z.enum(['secretariat', 'moderator', 'panelist', 'delegate', 'observer', 'display']);
export type Role = z.infer<typeof Role>;

/** Where a panel stands. */
export const Step = z.enum(['opening', 'breakout', 'reporting', 'commenting', 'deciding', 'closed']);
export type Step = z.infer<typeof Step>;
export const steps: readonly Step[] = ['opening', 'breakout', 'reporting', 'commenting', 'deciding', 'closed'];

/** A duty that is held in a room. */
export const Duty = z.enum(['facilitator', 'rapporteur']);
export type Duty = z.infer<typeof Duty>;

/** The columns of the board. */
export const Stage = z.enum(['reported', 'under-comment', 'ready', 'decided']);
export type Stage = z.infer<typeof Stage>;
export const stages: readonly Stage[] = ['reported', 'under-comment', 'ready', 'decided'];

/** A delegation's choice in a vote. */
export const Choice = z.enum(['yes', 'no', 'abstain']);
export type Choice = z.infer<typeof Choice>;

/** A client's own mark in a secret ballot, 128 random bits: who made it can find it in the list of ballots that were counted. */
export const Receipt = z.string().check(z.regex(/^[0-9a-f]{32}$/));
export type Receipt = z.infer<typeof Receipt>;

/** What a room's members say when they call the bureau for help. */
export const HelpKind = z.enum(['procedure', 'technical', 'interpretation', 'conduct']);
export type HelpKind = z.infer<typeof HelpKind>;

/** The five kinds of comment on a tabled item. */
export const CommentKind = z.enum(['support', 'reservation', 'question', 'proposal', 'information']);
export type CommentKind = z.infer<typeof CommentKind>;

/** A delegation's signal on a tabled item; withdrawing it is `none`. */
export const PositionKind = z.enum(['support', 'live', 'concern', 'none']);
export type PositionKind = z.infer<typeof PositionKind>;

/** What leaves a room about who said or wrote what. */
export const Attribution = z.enum(['named', 'delegation', 'region', 'none']);
export type Attribution = z.infer<typeof Attribution>;

/** The languages of the United Nations. */
export const Language = z.enum(['en', 'fr', 'es', 'ar', 'ru', 'zh']);
export type Language = z.infer<typeof Language>;

/** A line of at most `max` characters, with something in it. */
export const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** A text of at most `max` characters, possibly empty. */
export const text = (max: number) => z.string().check(z.maxLength(max));

/** Epoch milliseconds. */
export const Instant = z.int().check(z.nonnegative());
