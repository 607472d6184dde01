/** What the program itself owes: deadlines that have passed. No timers here; the host arms one for the next instant. */
import type { Command } from './rulebook.ts';
import type { ConsultationState } from './state.ts';

/** The commands that are due at `now`, for the host to submit as the system. */
export function duties(state: ConsultationState, now: number): Command[] {
  const due = Object.values(state.plenary.room.byId)
    .filter((room) => room.phase === 'recalling' && room.deadlineAt <= now)
    .map(({ id }) => id);
  const lapsed = calls(state).filter(({ endsAt }) => endsAt <= now);
  return [
    ...(due.length === 0 ? [] : [{ type: 'room.freeze' as const, payload: { roomIds: due } }]),
    ...lapsed.map(({ roomId, bracketId }) => ({ type: 'bracket.lapse' as const, payload: { roomId, bracketId } })),
  ];
}

/** The calls for no objection that are running, in all rooms. */
function calls({ room }: ConsultationState): { roomId: string; bracketId: string; endsAt: number }[] {
  return Object.entries(room).flatMap(([roomId, { bracket }]) =>
    bracket.called.flatMap((bracketId) => {
      const call = bracket.byId[bracketId]?.call;
      return call ? [{ roomId, bracketId, endsAt: call.endsAt }] : [];
    }),
  );
}

/** The next instant (epoch ms) at which something will be due, or null. */
export function nextDeadline(state: ConsultationState): number | null {
  const deadlines = Object.values(state.plenary.room.byId).flatMap((room) =>
    room.phase === 'recalling' ? [room.deadlineAt] : [],
  );
  for (const { endsAt } of calls(state)) deadlines.push(endsAt);
  return deadlines.length === 0 ? null : Math.min(...deadlines);
}
