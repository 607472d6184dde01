/** All slices gathered: what may be asked, how it is decided, how the state takes events in. The host and every browser call these. */
import * as z from 'zod/mini';
import { actionItem } from './actionItem.ts';
import { amendment } from './amendment.ts';
import { authorship } from './authorship.ts';
import { board } from './board.ts';
import { bracket } from './bracket.ts';
import { brief } from './brief.ts';
import { comment } from './comment.ts';
import { consultation } from './consultation.ts';
import { delegation } from './delegation.ts';
import { division } from './division.ts';
import { explanation } from './explanation.ts';
import { instrumentMap } from './instrumentMap.ts';
import { intendedVote } from './intendedVote.ts';
import type { Actor } from './kernel/actor.ts';
import type { ParticipantId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { type At, type Context, type Refusal, refuse, type ScopeKind, type Slice, type Told } from './kernel/slice.ts';
import { lineage } from './lineage.ts';
import { noObjection } from './noObjection.ts';
import { panel } from './panel.ts';
import { paragraph } from './paragraph.ts';
import { permitRefusal } from './permits.ts';
import { position } from './position.ts';
import { rollCall } from './rollCall.ts';
import { room } from './room.ts';
import { seating } from './seating.ts';
import { secretBallot } from './secretBallot.ts';
import { showOfHands } from './showOfHands.ts';
import { silence } from './silence.ts';
import { sponsor } from './sponsor.ts';
import { type ConsultationState, treeOf } from './state.ts';
import { term } from './term.ts';
import { vote } from './vote.ts';
import { wordList } from './wordList.ts';

const rulebook = {
  consultation,
  panel,
  delegation,
  brief,
  instrumentMap,
  seating,
  room,
  actionItem,
  authorship,
  bracket,
  paragraph,
  term,
  wordList,
  board,
  lineage,
  comment,
  position,
  vote,
  secretBallot,
  silence,
  showOfHands,
  rollCall,
  intendedVote,
  noObjection,
  sponsor,
  explanation,
  amendment,
  division,
} as const;

type Rulebook = typeof rulebook;
type CommandsOf<N extends keyof Rulebook> = Rulebook[N]['commands'];

/** Every command as `slice.verb`. */
export type CommandName = {
  [N in keyof Rulebook]: `${N}.${Extract<keyof CommandsOf<N>, string>}`;
}[keyof Rulebook];

/** What a command carries. */
export type CommandData<C extends CommandName> = C extends `${infer N extends keyof Rulebook}.${infer K}`
  ? K extends keyof CommandsOf<N>
    ? z.input<CommandsOf<N>[K]>
    : never
  : never;

/** A command as it is asked for. */
export interface Command {
  type: CommandName;
  payload: Record<string, unknown>;
}

interface AnyDecision {
  schema: z.core.$ZodType;
  decide:
    | ((state: ConsultationState, payload: unknown, context: Context, tell: unknown) => readonly Told[] | Refusal)
    | undefined;
  tell: unknown;
}
type AnyEvolution = (tree: unknown, data: unknown, at: At) => void;

const decisions = new Map<string, AnyDecision>();
const evolutions = new Map<string, AnyEvolution>();
const eventSchemas = new Map<string, z.core.$ZodType>();

for (const slice of Object.values(rulebook) as unknown as Slice[]) {
  for (const [verb, schema] of Object.entries(slice.commands)) {
    // A browser's build has no decisions; it folds what the server has decided.
    const decide = slice.decide[verb] as AnyDecision['decide'] | undefined;
    decisions.set(`${slice.name}.${verb}`, { schema, decide, tell: slice.tell });
  }
  for (const [kind, events] of Object.entries(slice.evolve as Record<string, Record<string, AnyEvolution>>))
    for (const [name, take] of Object.entries(events)) evolutions.set(`${kind}/${slice.name}.${name}`, take);
  // In a browser's build there are none of these either.
  for (const [kind, events] of Object.entries(slice.events))
    for (const [name, schema] of Object.entries(events ?? {}))
      eventSchemas.set(`${kind}/${slice.name}.${name}`, schema);
}

export function isCommandName(name: string): name is CommandName {
  return decisions.has(name);
}

/** Every command's schema by name. */
export function commandSchemas(): ReadonlyMap<string, z.core.$ZodType> {
  return new Map([...decisions].map(([name, { schema }]) => [name, schema]));
}

/** Every event's schema by `scope kind/slice.Event`. */
export function schemasOfEvents(): ReadonlyMap<string, z.core.$ZodType> {
  return eventSchemas;
}

/** What is wrong with a payload, as paths and codes; null where it is right. */
export interface Misfit {
  path: string;
  code: string;
}

/** Nobody mends more at once, and a refusal must not be longer than what it refuses. */
const mostMisfits = 20;

/** Reads a payload strictly; unknown keys are refused. */
export function readPayload(
  type: CommandName,
  payload: unknown,
): { ok: true; payload: Record<string, unknown> } | { ok: false; misfits: Misfit[] } {
  const read = z.safeParse(must(decisions.get(type), type).schema, payload);
  if (read.success) return { ok: true, payload: read.data as Record<string, unknown> };
  return {
    ok: false,
    misfits: read.error.issues
      .slice(0, mostMisfits)
      .map(({ path, code }) => ({ path: path.join('.'), code: code ?? 'custom' })),
  };
}

/** Decides a command that has been read: its events, or why not. Right and step first, then the slice's own rules. */
export function decide(state: ConsultationState, command: Command, context: Context): readonly Told[] | Refusal {
  const { decide: rule, tell } = must(decisions.get(command.type), command.type);
  const refused = permitRefusal(state, context.actor, command.type, command.payload);
  return refused ?? must(rule, command.type)(state, command.payload, context, tell);
}

/** Takes one event into the state, by mutation; what is told to the box is in no state. */
export function evolve(state: ConsultationState, event: Told, at: number): void {
  const { scope } = event;
  if (scope === 'box') return;
  const kind = scope.split(':', 1)[0] as ScopeKind;
  const slice = event.type.slice(0, event.type.indexOf('.'));
  const take = must(evolutions.get(`${kind}/${event.type}`), `event ${kind}/${event.type}`);
  const tree = treeOf(state, scope) as unknown as Record<string, unknown>;
  take(must(tree[slice], `subtree ${kind}.${slice}`), event.data, { at, scope });
}

/** Who acts, read from the state at this instant: a dismissed person acts no more. */
export function actorOf(state: ConsultationState, participantId: ParticipantId): Actor | Refusal {
  const person = state.plenary.delegation.participants[participantId];
  if (!person?.isActive) return refuse('rights.not-seated');
  return { kind: 'participant', participantId, delegationId: person.delegationId, role: person.role };
}
