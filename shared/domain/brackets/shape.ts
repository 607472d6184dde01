/** What a bracket is: its kind, where it stands, who stands how to it, and what became of it. */
import * as z from 'zod/mini';
import type { BracketKind } from '../draftText.ts';
import { BracketId, type DelegationId, type ItemId } from '../kernel/ids.ts';
import { line } from '../kernel/words.ts';

/** How a delegation stands to what a bracket proposes. */
export const Stance = z.enum(['support', 'oppose', 'reserve']);
export type Stance = z.infer<typeof Stance>;

/** What becomes of a bracket's words. */
export const Outcome = z.enum(['keep', 'remove']);
export type Outcome = z.infer<typeof Outcome>;

export const How = z.enum(['direct', 'no-objection', 'withdrawn', 'merged']);

/** A place in the text that moves with it, as the editor writes it down (base64url); opaque here. */
export const Anchor = z.string().check(z.regex(/^[A-Za-z0-9_=-]{1,200}$/));

/** Where the server puts a bracket's signs: around a selection, or as the next sibling of another bracket. */
export const Place = z.union([z.strictObject({ from: Anchor, to: Anchor }), z.strictObject({ after: BracketId })]);

export const Words = line(2_000);

interface Facts {
  id: BracketId;
  itemId: ItemId;
  kind: BracketKind;
  /** The first of the alternatives that it is one of. */
  group: BracketId | null;
  place: z.infer<typeof Place>;
  /** What the server writes between the signs; null where the words stood there before. */
  words: string | null;
  proposedBy: DelegationId | null;
  openedAt: number;
  positions: Record<DelegationId, { stance: Stance; at: number }>;
  /** "I hear no objection": running until `endsAt`. */
  call: { outcome: Outcome; endsAt: number; by: DelegationId | null } | null;
  /** The last objection that ended a call. */
  objection: { outcome: Outcome; by: DelegationId | null; at: number } | null;
}

/** Words that are not agreed. What is settled stays for the record, with its positions; its signs leave the text. */
export type Bracket = Facts &
  ({ phase: 'open' } | { phase: 'settled'; outcome: 'kept' | 'removed'; how: z.infer<typeof How>; settledAt: number });

export interface Brackets {
  byId: Record<BracketId, Bracket>;
  /** All brackets of the room, in the order of their opening. */
  order: BracketId[];
  /** Those with a running call. */
  called: BracketId[];
}

/** How many brackets were open in a draft, over time; older points are thinned out. */
export type BracketCounts = Record<ItemId, { at: number; open: number }[]>;

/** Most brackets that may be open in one draft. */
export const maxOpen = 300;
/** How long an objection may take after "I hear no objection". */
export const callLasts = 10_000;
/** Most points of a draft's burn-down. */
export const maxPoints = 500;
