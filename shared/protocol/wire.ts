/**
 * The whole conversation between a browser and the server, both directions, on one page. Packets are msgpack: a
 * `Uint8Array` travels in the same frame as the rest. Everything that goes up is read strictly by the schemas below;
 * what a person is allowed to do is never read from a message, only from the session and the state.
 */
import * as z from 'zod/mini';
import { ItemId, type ParticipantId, RoomId } from '../domain/kernel/ids.ts';
import type { Scope } from '../domain/kernel/slice.ts';
import type { DelegationKind, Role } from '../domain/kernel/words.ts';

const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));
const ScopeName = z.string().check(z.regex(/^(plenary|bureau|(room|delegation):[A-Za-z0-9_.-]{1,64})$/));
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const Position = z.int().check(z.nonnegative());

/** What goes up, by event name. Every one is acknowledged. */
export const Up = {
  /** First word on a connection: what the client already has, as the last position per scope. */
  hello: z.strictObject({
    protocol: z.int(),
    draftSchema: z.int(),
    cursors: z.record(ScopeName, Position),
    /** Which history the cursors count in; another one means that they are void. */
    epoch: z.nullable(z.string().check(z.maxLength(64))),
  }),
  command: z.strictObject({ id: Id, type: z.string().check(z.maxLength(64)), payload: z.unknown() }),
  sync: z.strictObject({ scope: ScopeName, after: Position }),
  /** Which room the person looks at, and whether words are being typed there. */
  presence: z.strictObject({ roomId: z.nullable(RoomId), isTyping: z.boolean() }),
  'draft:open': z.strictObject({ itemId: ItemId, epoch: z.nullable(z.int()), vector: Bytes }),
  'draft:close': z.strictObject({ itemId: ItemId }),
  'draft:update': z.strictObject({ itemId: ItemId, epoch: z.int(), update: Bytes }),
  /** A caret as an encoded relative position of at most 64 bytes; null takes it away. */
  'draft:caret': z.strictObject({ itemId: ItemId, caret: z.nullable(Bytes) }),
} as const;
export type Up = { [K in keyof typeof Up]: z.infer<(typeof Up)[K]> };

/** An event as it travels: its place is `from` of its batch plus its index. */
export interface WireEvent {
  type: string;
  data: Record<string, unknown>;
  at: number;
}

/** A scope brought up to date: the events after the client's cursor or, where that is less, the whole subtree. */
export type FeedPart =
  | { scope: Scope; kind: 'events'; from: number; events: WireEvent[] }
  /** `tree` is the subtree as JSON in UTF-8, deflated (zlib); `pos` is the position of the last event in it. */
  | { scope: Scope; kind: 'tree'; pos: number; tree: Uint8Array };

export interface Person {
  name: string;
}

export interface You {
  participantId: ParticipantId;
  delegationId: string | null;
  role: Role;
  delegationKind: DelegationKind | null;
  name: string;
}

export type Answer<Ok = object> = ({ ok: true } & Ok) | { ok: false; code: string; details?: Record<string, unknown> };

/** What the server answers, by event name. */
export interface Answers {
  hello: Answer<{
    you: You;
    epoch: string;
    serverNow: number;
    people: Record<ParticipantId, Person>;
    feed: FeedPart[];
    status: ServerStatus;
  }>;
  command: Answer<{ seq: number }>;
  sync: Answer<{ feed: FeedPart }>;
  presence: Answer;
  /** `update` is what the client lacks, `vector` what the server has, `n` how many updates are stored. */
  'draft:open': Answer<{ epoch: number; n: number; isWritable: boolean; update: Uint8Array; vector: Uint8Array }>;
  'draft:close': Answer;
  /** Given after the commit: `n` is the number of the update in the draft's log. */
  'draft:update': Answer<{ n: number }>;
  'draft:caret': Answer;
}

/** `ok`; `read-only` while nothing can be stored; `draining` before a restart, with how long to wait before coming back. */
export interface ServerStatus {
  state: 'ok' | 'read-only' | 'draining';
  retryAfterMs?: number;
}

/** What comes down, by event name. */
export interface Down {
  events: { scope: Scope; from: number; events: WireEvent[] };
  /** After a seat has changed: what is read from now on, and what no longer. */
  scopes: { joined: FeedPart[]; left: Scope[] };
  people: { people: Record<ParticipantId, Person> };
  /** Who is in a room now, and who types; with no room, who is connected at all (to the bureau only). */
  presence: { roomId: RoomId | null; here: ParticipantId[]; typing: ParticipantId[] };
  /** Everything that happened to a draft since the last frame: updates to apply in order, the latest caret per writer. */
  draft: {
    itemId: string;
    epoch: number;
    updates: Uint8Array[];
    carets: { by: ParticipantId; caret: Uint8Array | null }[];
  };
  /** The state of a room's drafts for the wall and the list: words and open brackets. */
  draftFigures: { roomId: RoomId; figures: Record<string, { words: number; brackets: number; at: number }> };
  /** A draft has become read-only or writable again. */
  draftLock: { itemId: string; isWritable: boolean };
  /** Late words of this person were kept as a recovered draft. */
  recovered: { itemId: string };
  status: ServerStatus;
  /** The session has ended or the seat was withdrawn: forget everything on the screen. */
  signedOut: { code: string };
}

/** Codes of the gate; rules answer with `slice.reason`. One sentence each in the catalogue, as `refusal.CODE`. */
export const gateCodes = [
  'SIGNED_OUT',
  'INVALID',
  'TOO_LARGE',
  'RATE_LIMITED',
  'OUTDATED',
  'NOT_READABLE',
  'STORAGE_FULL',
  'DRAINING',
  'FAULT',
  'DRAFT_FROZEN',
  'DRAFT_EPOCH',
  'DRAFT_INCOMPLETE',
  'DRAFT_INVALID',
  'DRAFT_FULL',
  'DRAFT_LOCKED',
] as const;
export type GateCode = (typeof gateCodes)[number];

/** Limits of the gate, in bytes. */
export const limits = { message: 64 * 1024, draft: 1024 * 1024, caret: 64 } as const;
