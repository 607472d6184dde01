/** What the program itself owes: deadlines that have passed. No timers here; the host arms one for the next instant. */
import { gavelDue } from './noObjection.ts';
import type { Command } from './rulebook.ts';
import { uncounted } from './secretBallot.ts';
import { nextReminder, openingOf } from './silence/shape.ts';
import type { ConsultationState } from './state.ts';
import { tiesThatLapse } from './voting/tie.ts';

/** Something that falls due at an instant (epoch ms). */
export interface Owed {
  at: number;
  command: Command;
}

/** Everything that will fall due, as far as it is known now; a procedure with a deadline adds its own here. */
const sources: readonly ((state: ConsultationState) => Owed[])[] = [
  callsThatLapse,
  boxesToCount,
  silencesThatRun,
  locksThatTakeEffect,
  tiesThatStand,
  gavels,
  divisionsThatLapse,
];

/** The commands that are due at `now`, for the host to submit as the system. */
export function duties(state: ConsultationState, now: number): Command[] {
  const due = recalls(state)
    .filter(({ deadlineAt }) => deadlineAt <= now)
    .map(({ id }) => id);
  return [
    // Rooms that are recalled together freeze together.
    ...(due.length === 0 ? [] : [{ type: 'room.freeze' as const, payload: { roomIds: due } }]),
    ...owed(state)
      .filter(({ at }) => at <= now)
      .map(({ command }) => command),
  ];
}

/** The next instant (epoch ms) at which something will be due, or null. */
export function nextDeadline(state: ConsultationState): number | null {
  const deadlines = [...recalls(state).map(({ deadlineAt }) => deadlineAt), ...owed(state).map(({ at }) => at)];
  return deadlines.length === 0 ? null : Math.min(...deadlines);
}

function owed(state: ConsultationState): Owed[] {
  return sources.flatMap((source) => source(state));
}

function recalls({ plenary }: ConsultationState) {
  return Object.values(plenary.room.byId).filter((room) => room.phase === 'recalling');
}

/** The calls for no objection that are running, in all rooms. */
function callsThatLapse({ room }: ConsultationState): Owed[] {
  return Object.entries(room).flatMap(([roomId, { bracket }]) =>
    bracket.called.flatMap((bracketId) => {
      const call = bracket.byId[bracketId]?.call;
      return call
        ? [{ at: call.endsAt, command: { type: 'bracket.lapse' as const, payload: { roomId, bracketId } } }]
        : [];
    }),
  );
}

/** Secret ballots that are locked: the host adds what it finds in the box. */
function boxesToCount(state: ConsultationState): Owed[] {
  return uncounted(state).map(({ id }) => ({
    at: 0,
    command: { type: 'secretBallot.count', payload: { voteId: id } },
  }));
}

/** Reminders, and the adoption: an objection is taken at the very deadline, so the text is adopted a millisecond after it. */
function silencesThatRun({ plenary }: ConsultationState): Owed[] {
  const running = Object.values(plenary.silence.byId).filter(({ phase }) => phase === 'under-silence');
  return running.flatMap((silence): Owed[] => {
    const payload = { silenceId: silence.id };
    const opening = openingOf(silence);
    const reminder = nextReminder(opening);
    return [
      ...(reminder ? [{ at: reminder.at, command: { type: 'silence.remind' as const, payload } }] : []),
      { at: opening.deadlineAt + 1, command: { type: 'silence.adopt' as const, payload } },
    ];
  });
}

/** The locks that were announced. */
function locksThatTakeEffect({ plenary }: ConsultationState): Owed[] {
  return Object.values(plenary.vote.byId).flatMap((vote) =>
    vote.phase === 'open' && vote.locksAt !== undefined
      ? [{ at: vote.locksAt, command: { type: 'vote.lock' as const, payload: { voteId: vote.id } } }]
      : [],
  );
}

/** Ties whose second vote was not held in time. */
function tiesThatStand({ plenary }: ConsultationState): Owed[] {
  return tiesThatLapse(plenary).map(({ voteId, at }) => ({
    at,
    command: { type: 'vote.lapse' as const, payload: { voteId } },
  }));
}

/** The gavel that ends a countdown to which nobody has objected. */
function gavels(state: ConsultationState): Owed[] {
  const due = gavelDue(state);
  return due ? [{ at: due.at, command: { type: 'noObjection.gavel', payload: { callId: due.callId } } }] : [];
}
/** The motions for division that are granted unless a member state objects, up to the last instant. */
function divisionsThatLapse({ plenary }: ConsultationState): Owed[] {
  return Object.values(plenary.division.byId).flatMap(({ id, phase, lapsesAt }) =>
    phase === 'moved' && lapsesAt !== null
      ? [{ at: lapsesAt + 1, command: { type: 'division.lapse' as const, payload: { divisionId: id } } }]
      : [],
  );
}
