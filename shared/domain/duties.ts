/** What the program itself owes: deadlines that have passed. No timers here; the host arms one for the next instant. */
import type { Command } from './rulebook.ts';
import type { ConsultationState } from './state.ts';

/** The commands that are due at `now`, for the host to submit as the system. */
export function duties(state: ConsultationState, now: number): Command[] {
  const due = Object.values(state.plenary.room.byId)
    .filter((room) => room.phase === 'recalling' && room.deadlineAt <= now)
    .map(({ id }) => id);
  return due.length === 0 ? [] : [{ type: 'room.freeze', payload: { roomIds: due } }];
}

/** The next instant (epoch ms) at which something will be due, or null. */
export function nextDeadline(state: ConsultationState): number | null {
  const deadlines = Object.values(state.plenary.room.byId).flatMap((room) =>
    room.phase === 'recalling' ? [room.deadlineAt] : [],
  );
  return deadlines.length === 0 ? null : Math.min(...deadlines);
}
