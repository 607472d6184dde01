/**
 * The grammar of a slice: what may be asked (commands), what may have happened (events, each addressed to a scope at
 * birth), how the one becomes the other (decide), and how the state takes an event in (evolve). A secret placed in the
 * event of a public scope does not compile, and a smuggled key is refused when the event is told.
 */
import * as z from 'zod/mini';
import type { DraftText } from '../draftText.ts';
import type { ConsultationState } from '../state.ts';
import type { Actor } from './actor.ts';
import type { DelegationId, ItemId, RoomId } from './ids.ts';

export type ScopeKind = 'plenary' | 'bureau' | 'sealed' | 'room' | 'delegation';
/** Where slips of secret ballots go: no part of the state and none of the journal, so nothing reads it and nothing replays it. */
export type BoxKind = 'box';
export type Scope = 'plenary' | 'bureau' | 'sealed' | `room:${RoomId}` | `delegation:${DelegationId}`;

/** A rule that said no: an expected answer with a stable code `slice.reason`, never an exception. */
export interface Refusal {
  refused: string;
  details?: Record<string, unknown>;
}

export function refuse(code: string, details?: Record<string, unknown>): Refusal {
  return details ? { refused: code, details } : { refused: code };
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

/** An event as a rule tells it; the journal adds number, instant and actor. What is told to the box never comes to the journal. */
export interface Told {
  scope: Scope | BoxKind;
  type: string;
  data: Record<string, unknown>;
}

/** Where a selection lies in a text: the ids of the paragraphs that it touches, and what a bracket around it would meet. */
export interface Span {
  paragraphs: string[];
  isEmpty: boolean;
  /** A bracket around it would cross another. */
  isCrossing: boolean;
}

/** What a rule may know besides the state: who asks, the instant (epoch ms), fresh ids, digests, and a draft's text as it stands. */
export interface Context {
  actor: Actor;
  now: number;
  /** The id under which the act was sent: its sender's own making, and without meaning. */
  commandId?: string;
  newId(): string;
  draftText(itemId: ItemId): DraftText | null;
  /** The SHA-256 of a text, in hexadecimal. */
  sha256(text: string): string;
  /** The HMAC-SHA-256 of a text under a key, itself a text; in hexadecimal. */
  hmacSha256(key: string, text: string): string;
  /** Orders codes of states by their English names, as a roll call does: the table of states is outside the domain. */
  compareCodes(a: string, b: string): number;
  /** Since when commands have been taken without a break (epoch ms); absent where nothing ever stops. */
  servingSince?: number;
  /** The selection between two anchors in a draft's text; null where that place is no longer there. */
  spanAt(itemId: ItemId, from: string, to: string): Span | null;
}

/** What `evolve` may know of an event besides its data. */
export interface At {
  at: number;
  scope: Scope;
}

type Schema = z.core.$ZodType;
type Schemas = Record<string, Schema>;
export type EventSchemas = { [S in ScopeKind | BoxKind]?: Schemas };
type Out<S> = S extends Schema ? z.output<S> : never;
type In<S> = S extends Schema ? z.input<S> : never;

type Tellers<E extends Schemas> = { [K in keyof E]: (data: In<E[K]>) => Told };
type Of<E extends EventSchemas, S extends ScopeKind | BoxKind> = E[S] extends Schemas ? Tellers<E[S]> : never;

/** How events are told: `tell.plenary.X(…)`, `tell.room(id).X(…)`; a scope the slice does not have is absent. */
export interface Tell<E extends EventSchemas> {
  plenary: Of<E, 'plenary'>;
  bureau: Of<E, 'bureau'>;
  sealed: Of<E, 'sealed'>;
  box: Of<E, 'box'>;
  room(id: RoomId): Of<E, 'room'>;
  delegation(id: DelegationId): Of<E, 'delegation'>;
}

interface Subtrees {
  plenary: ConsultationState['plenary'];
  bureau: ConsultationState['bureau'];
  sealed: ConsultationState['sealed'];
  room: ConsultationState['room'][string];
  delegation: ConsultationState['delegation'][string];
}
type Subtree<S extends keyof Subtrees, N extends string> = N extends keyof Subtrees[S] ? Subtrees[S][N] : never;

export interface SliceDefinition<N extends string, C extends Schemas, E extends EventSchemas> {
  name: N;
  commands: C;
  events: E;
  decide: {
    [K in keyof C]: (
      state: ConsultationState,
      payload: Out<C[K]>,
      context: Context,
      tell: Tell<E>,
    ) => readonly Told[] | Refusal;
  };
  evolve: {
    [S in keyof E & ScopeKind]: {
      [K in keyof E[S]]: (subtree: Subtree<S, N>, data: Out<E[S][K]>, at: At) => void;
    };
  };
}

export interface Slice<N extends string = string, C extends Schemas = Schemas, E extends EventSchemas = EventSchemas>
  extends SliceDefinition<N, C, E> {
  tell: Tell<E>;
}

/** Closes a slice: gives it its tellers, which parse strictly what they are told. */
export function defineSlice<const N extends string, C extends Schemas, E extends EventSchemas>(
  definition: SliceDefinition<N, C, E>,
): Slice<N, C, E> {
  return { ...definition, tell: tellers(definition.name, definition.events) as Tell<E> };
}

function tellers(slice: string, events: EventSchemas) {
  const inScope = (kind: ScopeKind | BoxKind, scope: Scope | BoxKind) =>
    Object.fromEntries(
      Object.entries(events[kind] ?? {}).map(([name, schema]) => [
        name,
        (data: unknown): Told => ({
          scope,
          type: `${slice}.${name}`,
          data: z.parse(schema, data) as Record<string, unknown>,
        }),
      ]),
    );
  return {
    plenary: inScope('plenary', 'plenary'),
    bureau: inScope('bureau', 'bureau'),
    sealed: inScope('sealed', 'sealed'),
    box: inScope('box', 'box'),
    room: (id: RoomId) => inScope('room', `room:${id}`),
    delegation: (id: DelegationId) => inScope('delegation', `delegation:${id}`),
  };
}
