import type { Room } from '@shared/domain/room.ts';
import type { WithinRoom } from '@shared/domain/state.ts';

/** The four kinds of trouble that bring a room to the chair's attention, the most urgent first. */
export type Trouble = 'help' | 'nobody' | 'no-rapporteur' | 'no-drafts';

/** How a room stands, as far as its watcher can tell. */
export interface RoomWatch {
  assigned: number;
  /** Members who are in the room now. */
  present: string[];
  drafting: number;
  reported: number;
  brackets: number;
  hands: number;
  /** When something was last written there; null before the first words. */
  lastAt: number | null;
  troubles: Trouble[];
}

export interface RoomSigns {
  within: WithinRoom | undefined;
  here: readonly string[];
  figures: Readonly<Record<string, { brackets: number; at: number } | undefined>>;
  hasCalled: boolean;
  openedAt: number;
  now: number;
}

/** How long people have to find their room before their absence is called trouble. */
export const graceMs = 3 * 60_000;

/** Reads a room's state from what is known of it. */
export function watchRoom(room: Room, signs: RoomSigns): RoomWatch {
  const drafts = Object.values(signs.within?.actionItem.byId ?? {});
  const drafting = drafts.filter(({ phase }) => phase === 'drafting');
  const reported = drafts.filter(({ phase }) => phase === 'reported');
  const written = drafts.flatMap(({ id }) => signs.figures[id]?.at ?? []);
  const watch = {
    assigned: room.members.length,
    present: room.members.filter((id) => signs.here.includes(id)),
    drafting: drafting.length,
    reported: reported.length,
    brackets: drafting.reduce((sum, { id }) => sum + (signs.figures[id]?.brackets ?? 0), 0),
    hands: signs.within?.room.hands.length ?? 0,
    lastAt: written.length > 0 ? Math.max(...written) : null,
  };
  return { ...watch, troubles: troublesOf(room, watch, signs) };
}

function troublesOf(room: Room, watch: Omit<RoomWatch, 'troubles'>, signs: RoomSigns): Trouble[] {
  if (room.phase === 'frozen') return signs.hasCalled ? ['help'] : [];
  const { rapporteur } = room;
  const isSettled = signs.now - signs.openedAt >= graceMs;
  const isNobodyThere = isSettled && watch.present.length === 0;
  const lacksRapporteur = rapporteur === null || (isSettled && !watch.present.includes(rapporteur));
  const found: [Trouble, boolean][] = [
    ['help', signs.hasCalled],
    ['nobody', isNobodyThere],
    // Where nobody is, the rapporteur's absence says nothing more.
    ['no-rapporteur', lacksRapporteur && !(isNobodyThere && rapporteur !== null)],
    ['no-drafts', watch.drafting + watch.reported === 0 && isLate(room, signs)],
  ];
  return found.flatMap(([trouble, isSo]) => (isSo ? [trouble] : []));
}

/** Half of the time is over. */
function isLate({ clock }: Room, { openedAt, now }: RoomSigns): boolean {
  const left = clock.phase === 'paused' ? clock.remainingMs : clock.endsAt - now;
  return left < now - openedAt;
}

const urgency: readonly Trouble[] = ['help', 'nobody', 'no-rapporteur', 'no-drafts'];

/** The order of the wall: the most urgent trouble first, then by number. */
export function byUrgency(
  a: { number: number; troubles: readonly Trouble[] },
  b: { number: number; troubles: readonly Trouble[] },
): number {
  const weight = ({ troubles }: { troubles: readonly Trouble[] }) =>
    troubles[0] === undefined ? urgency.length : urgency.indexOf(troubles[0]);
  return weight(a) - weight(b) || a.number - b.number;
}
