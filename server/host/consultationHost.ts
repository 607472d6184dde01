/**
 * One live consultation. The order never changes: decide → fold → append → adopt → acknowledge → publish. Commands that
 * arrive in one turn are decided one after the other, each on what those before it have done, and stored in one transaction; a
 * command that cannot be folded is never written, and nothing is answered or shown before it is durable.
 */
import { duties, nextDeadline } from '@shared/domain/duties.ts';
import type { Actor } from '@shared/domain/kernel/actor.ts';
import { type Context, isRefusal, type Scope } from '@shared/domain/kernel/slice.ts';
import { isNobodys } from '@shared/domain/nobodys.ts';
import { actorOf, type Command, decide, evolve, isCommandName, readPayload } from '@shared/domain/rulebook.ts';
import { type ConsultationState, emptyState } from '@shared/domain/state.ts';
import type { WireEvent } from '@shared/protocol/wire.ts';
import type { BallotBox, BoxWrites, SealedSlip } from '../ports/ballotBox.ts';
import type { Clock } from '../ports/clock.ts';
import { type Journal, type NewEntry, StorageFull, type StoredAnswer } from '../ports/journal.ts';
import { createBoxKeeper, type Recorded } from './boxKeeper.ts';
import { digests } from './digests.ts';
import { asStored, createTurnState } from './turnState.ts';

export interface Envelope {
  id: string;
  type: string;
  payload: unknown;
}

export type CommandAnswer = StoredAnswer['answer'];

/** Events of one scope, numbered from `from`, as they go to its readers. */
export interface Batch {
  scope: Scope;
  from: number;
  events: WireEvent[];
}

export interface HostPorts {
  journal: Journal;
  boxes: BallotBox;
  clock: Clock;
  newId(): string;
  draftText: Context['draftText'];
  spanAt: Context['spanAt'];
  /** Called after the commit, once per turn, with what happened per scope. */
  publish(batches: Batch[]): void;
  /** Called when storage fails, and again when it works. */
  readOnly(isReadOnly: boolean): void;
  fault(error: unknown, what: { commandId: string; type: string }): void;
  committed?(figures: { commands: number; events: number; ms: number }): void;
}

interface Waiting {
  by: string;
  envelope: Envelope;
  /** When the server had it: what a deadline is measured by, however long the command waited for its turn. */
  receivedAt: number;
  answer(answer: CommandAnswer): void;
}

/** What the commands of one turn would change, before any of it is stored. */
interface Turn {
  state: ConsultationState;
  entries: NewEntry[];
  answers: StoredAnswer[];
  outcomes: CommandAnswer[];
  slips: SealedSlip[];
  emptied: string[];
}

/** No id of a person is spelled like this, so nobody can be seated as the program. */
const systemName = '(system)';
const mostPerCommit = 1_000;
/** So many commands in one commit are a burst, which lasts this long after it; then commands gather for so long. */
const burstFrom = 8;
const burstLastsMs = 25;
const gatherMs = 5;
const probeEveryMs = 1_000;
/** How long a duty that failed is left alone. */
const dutyRetryMs = 1_000;
/** How long an end of a box that failed, or that a reader was in the way of, is left alone. */
const boxRetryMs = 2_000;
const recentAnswers = 20_000;
/** Node's timers take no longer delay than this. */
const longestTimerMs = 2 ** 31 - 1;

export type ConsultationHost = ReturnType<typeof createConsultationHost>;

export function createConsultationHost(consultationId: string, ports: HostPorts) {
  const { journal, clock } = ports;
  const keeper = createBoxKeeper(consultationId, ports.boxes);
  const positions = new Map<Scope, number>();
  const answers = new Map<string, CommandAnswer>();
  const answerKey = (by: string, id: string) => `${by} ${id}`;
  let state: ConsultationState = emptyState();
  let seq = 0;
  let lastEventAt = 0;
  let waiting: Waiting[] = [];
  let isScheduled = false;
  let burst: { endedAt: number } | null = null;
  let isReadOnly = false;
  let isStopped = false;
  let servingSince = clock.now();
  let dutyTimer: NodeJS.Timeout | undefined;
  let probeTimer: NodeJS.Timeout | undefined;
  let boxTimer: NodeJS.Timeout | undefined;

  for (const entry of journal.entries(consultationId)) {
    evolve(state, entry, entry.at);
    positions.set(entry.scope, entry.pos);
    seq = entry.seq;
    lastEventAt = entry.at;
  }
  endBoxes();
  armDuties();

  function submit(by: string, envelope: Envelope): Promise<CommandAnswer> {
    if (isStopped) return Promise.resolve({ ok: false, code: 'DRAINING' });
    return new Promise((resolve) => {
      waiting.push({ by, envelope, receivedAt: clock.now(), answer: resolve });
      schedule();
    });
  }

  /** One command alone is taken at once; in a burst the next ones wait a moment for each other, since a commit costs what a disk costs. */
  function schedule(): void {
    if (isScheduled || isStopped) return;
    isScheduled = true;
    const take = () => {
      isScheduled = false;
      commitWaiting();
    };
    if (burst && performance.now() - burst.endedAt < burstLastsMs) setTimeout(take, gatherMs);
    else setImmediate(take);
  }

  function commitWaiting(): void {
    const batch = waiting.slice(0, mostPerCommit);
    waiting = waiting.slice(mostPerCommit);
    if (waiting.length > 0) schedule();
    if (batch.length === 0) return;
    const began = performance.now();
    let turn: Turn | null = null;
    try {
      turn = decideAll(batch);
      if (turn.answers.length > 0) seq = journal.append(consultationId, turn.entries, turn.answers, turn).lastSeq;
    } catch (error) {
      refuseAll(batch, turn, error);
      return;
    }
    state = turn.state;
    for (const entry of turn.entries) positions.set(entry.scope, entry.pos);
    lastEventAt = turn.entries.at(-1)?.at ?? lastEventAt;
    for (const { by, commandId, answer } of turn.answers) remember(answerKey(by, commandId), answer);
    ports.committed?.({ commands: batch.length, events: turn.entries.length, ms: performance.now() - began });
    burst = batch.length >= burstFrom ? { endedAt: performance.now() } : null;
    armDuties();
    for (const [at, { answer }] of batch.entries()) answer(turn.outcomes[at] ?? { ok: false, code: 'FAULT' });
    if (turn.entries.length > 0) show(turn.entries);
    if (turn.emptied.length > 0) endBoxes();
  }

  /** Nothing of the batch was kept: says so to everyone whom it would have answered anew. */
  function refuseAll(batch: readonly Waiting[], turn: Turn | null, error: unknown): void {
    const isFull = error instanceof StorageFull;
    for (const [at, { by, envelope, answer }] of batch.entries()) {
      const outcome = turn?.outcomes[at];
      const isNew = !turn || turn.answers.some((each) => each.by === by && each.commandId === envelope.id);
      if (outcome && !isNew) answer(outcome);
      else if (isFull) answer({ ok: false, code: 'STORAGE_FULL' });
      else answer({ ok: false, code: 'FAULT', details: { reference: envelope.id } });
    }
    const [first] = batch;
    if (isFull) enterReadOnly();
    else if (first) ports.fault(error, { commandId: first.envelope.id, type: 'commit' });
  }

  /** What is stored has happened, whatever becomes of telling it: a reader that misses it asks for it. */
  function show(entries: readonly NewEntry[]): void {
    try {
      ports.publish(byScope(entries));
    } catch (error) {
      ports.fault(error, { commandId: entries[0]?.commandId ?? '', type: 'publish' });
    }
  }

  /** Decides a batch against a state that only this turn knows; nothing is adopted yet. */
  function decideAll(batch: Waiting[]): Turn {
    const turn: Turn = { state, entries: [], answers: [], outcomes: [], slips: [], emptied: [] };
    const turnState = createTurnState(state);
    const next = new Map<Scope, number>();
    const given = answersGiven(batch);
    for (const { by, envelope, receivedAt } of batch) {
      const key = answerKey(by, envelope.id);
      const earlier = given.get(key);
      if (earlier) {
        turn.outcomes.push(earlier);
        continue;
      }
      const outcome = decideOne(turnState, by, envelope, receivedAt);
      const answer: CommandAnswer = outcome.ok
        ? { ok: true, seq: seq + turn.entries.length + outcome.told.length }
        : outcome;
      turn.outcomes.push(answer);
      if (!outcome.ok && (outcome.code === 'FAULT' || outcome.code === 'INVALID')) continue;
      given.set(key, answer);
      turn.answers.push({ by, commandId: envelope.id, answer });
      if (!outcome.ok) continue;
      turn.slips.push(...outcome.slips);
      turn.emptied.push(...outcome.emptied);
      const actedBy = by === systemName || isNobodys(turnState.for(envelope.type), outcome.told) ? null : by;
      for (const told of outcome.told) {
        const pos = (next.get(told.scope) ?? positions.get(told.scope) ?? 0) + 1;
        next.set(told.scope, pos);
        turn.entries.push({ ...told, pos, at: outcome.at, by: actedBy, commandId: envelope.id });
      }
    }
    turn.state = turnState.settle();
    return turn;
  }

  /** What commands of a batch were answered before; those that memory no longer knows are looked up all at once. */
  function answersGiven(batch: readonly Waiting[]): Map<string, CommandAnswer> {
    const given = new Map<string, CommandAnswer>();
    const unknown: Pick<StoredAnswer, 'by' | 'commandId'>[] = [];
    for (const { by, envelope } of batch) {
      const key = answerKey(by, envelope.id);
      const answer = answers.get(key);
      if (answer) given.set(key, answer);
      else unknown.push({ by, commandId: envelope.id });
    }
    for (const { by, commandId, answer } of journal.answers(consultationId, unknown))
      given.set(answerKey(by, commandId), answer);
    return given;
  }

  function decideOne(
    turnState: ReturnType<typeof createTurnState>,
    by: string,
    { id, type, payload }: Envelope,
    at: number,
  ):
    | ({ ok: true; told: readonly Recorded[]; at: number } & BoxWrites)
    | { ok: false; code: string; details?: Record<string, unknown> } {
    if (!isCommandName(type))
      return { ok: false, code: 'INVALID', details: { misfits: [{ path: 'type', code: 'unknown' }] } };
    const read = readPayload(type, payload);
    if (!read.ok) return { ok: false, code: 'INVALID', details: { misfits: read.misfits } };
    try {
      const from = turnState.for(type);
      const actor: Actor | { refused: string } = by === systemName ? { kind: 'system' } : actorOf(from, by);
      if ('refused' in actor) return { ok: false, code: actor.refused };
      const { newId, draftText, spanAt } = ports;
      const context: Context = { actor, now: at, commandId: id, newId, draftText, spanAt, servingSince, ...digests };
      const told = decide(from, { type, payload: read.payload }, context);
      if (isRefusal(told))
        return { ok: false, code: told.refused, ...(told.details ? { details: asStored(told.details) } : {}) };
      const { recorded, ...boxes } = keeper.part(told);
      turnState.take(recorded, at);
      return { ok: true, told: recorded, at, ...boxes };
    } catch (error) {
      ports.fault(error, { commandId: id, type });
      return { ok: false, code: 'FAULT', details: { reference: id } };
    }
  }

  function remember(key: string, answer: CommandAnswer): void {
    answers.set(key, answer);
    if (answers.size > recentAnswers) answers.delete(answers.keys().next().value ?? key);
  }

  function enterReadOnly(): void {
    if (isReadOnly) return;
    isReadOnly = true;
    ports.readOnly(true);
    probeTimer = setInterval(() => {
      if (!journal.canWrite()) return;
      clearInterval(probeTimer);
      isReadOnly = false;
      servingSince = clock.now();
      ports.readOnly(false);
      armDuties();
    }, probeEveryMs);
  }

  /** One timer for the next thing the program owes; the same path after a restart. */
  function armDuties(leastMs = 0): void {
    clearTimeout(dutyTimer);
    const deadline = nextDeadline(state);
    if (deadline === null || isStopped || isReadOnly) return;
    const wait = Math.min(longestTimerMs, Math.max(leastMs, deadline - clock.now()));
    dutyTimer = setTimeout(performDuties, wait);
  }

  function performDuties(): void {
    const owed = duties(state, clock.now());
    const due = owed.flatMap(completed);
    if (due.length === 0) armDuties(owed.length === 0 ? 0 : dutyRetryMs);
    for (const command of due)
      void submit(systemName, { id: `duty-${ports.newId()}`, ...command }).then(({ ok }) => {
        // What cannot be done now is still owed, but not at once again.
        if (!ok) armDuties(dutyRetryMs);
      });
  }

  /** A box that cannot be looked into now is still owed. */
  function completed(command: Command): Command[] {
    try {
      return [keeper.complete(command)];
    } catch (error) {
      ports.fault(error, { commandId: consultationId, type: command.type });
      return [];
    }
  }

  /** The count stands in any case; what cannot be ended now is tried again, at the latest by the next start. */
  function endBoxes(): void {
    let isDone = false;
    try {
      isDone = keeper.end(state);
    } catch (error) {
      ports.fault(error, { commandId: consultationId, type: 'secretBallot.end' });
    }
    clearTimeout(boxTimer);
    if (!isDone && !isStopped) boxTimer = setTimeout(endBoxes, boxRetryMs).unref();
  }

  return {
    id: consultationId,
    state: () => state,
    seq: () => seq,
    /** When the last event happened (epoch ms); documents are dated by it, so that one state gives the same bytes. */
    lastEventAt: () => lastEventAt,
    position: (scope: Scope) => positions.get(scope) ?? 0,
    isReadOnly: () => isReadOnly,
    /** Submits a command as a participant; the actor's rights are read when it is decided. */
    submit,
    /** Submits a command as the program itself, for setting up and for what is owed. */
    submitAsSystem: (envelope: Envelope) => submit(systemName, envelope),
    performDuties,
    /** Commits what waits and takes no more. */
    drain(): void {
      while (waiting.length > 0) commitWaiting();
      isStopped = true;
      clearTimeout(dutyTimer);
      clearTimeout(boxTimer);
      clearInterval(probeTimer);
    },
  };
}

function byScope(entries: readonly NewEntry[]): Batch[] {
  const batches = new Map<Scope, Batch>();
  for (const { scope, pos, type, data, at } of entries) {
    const batch = batches.get(scope) ?? { scope, from: pos, events: [] };
    batch.events.push({ type, data, at });
    batches.set(scope, batch);
  }
  return [...batches.values()];
}
