/**
 * Sets and removes the signs of brackets in the drafts' texts, as the journal has decided. The journal comes first: what a crash
 * leaves undone is done when the text is fetched again. Signs are shown only once they are stored, so that no replica has one
 * that the house does not know.
 */
import type { Bracket } from '@shared/domain/brackets/shape.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import { type PlacedBracket, settleSigns } from '@shared/draft/placing.ts';
import { StorageFull } from '../ports/journal.ts';
import type { Desk } from './draftDesks.ts';
import type { DraftLog } from './draftLog.ts';

export interface BracketSetterPorts {
  state(): ConsultationState;
  deskOf(itemId: string): Desk | null;
  log: Pick<DraftLog, 'append'>;
  /** Shows to the room what was stored. */
  shown(desk: Desk, update: Uint8Array): void;
  failed(error: unknown): void;
}

export function createBracketSetter({ state, deskOf, log, shown, failed }: BracketSetterPorts) {
  /** The brackets of each room as they were last looked at; the state is replaced, never changed. */
  const known = new Map<string, Readonly<Record<string, Bracket>>>();
  // What was there at the start is settled when its text is fetched.
  for (const [roomId, { bracket }] of Object.entries(state().room)) known.set(roomId, bracket.byId);

  function settle(itemId: string): void {
    const desk = deskOf(itemId);
    const brackets = desk && state().room[desk.roomId]?.bracket;
    if (!desk || !brackets) return;
    const own = brackets.order.flatMap((id) => {
      const found = brackets.byId[id];
      return found?.itemId === itemId ? [placed(found)] : [];
    });
    if (own.length === 0) return;
    const update = desk.live.change((doc) => settleSigns(doc, own));
    if (!update) return;
    log.append(itemId, update).then(
      () => shown(desk, update),
      (error) => {
        // It stays in memory and in line to be stored; the log tells the room when it is.
        if (!(error instanceof StorageFull)) failed(error);
      },
    );
  }

  return {
    settle,
    /** To be called after every adopted change: settles the texts of the drafts whose brackets have changed. */
    stateChanged(): void {
      for (const [roomId, { bracket }] of Object.entries(state().room)) {
        const before = known.get(roomId) ?? {};
        if (before === bracket.byId) continue;
        known.set(roomId, bracket.byId);
        const changed = Object.values(bracket.byId).flatMap((now) =>
          now.phase === before[now.id]?.phase ? [] : [now.itemId],
        );
        for (const itemId of new Set(changed)) settle(itemId);
      }
    },
  };
}

function placed(bracket: Bracket): PlacedBracket {
  const { id, place, words } = bracket;
  return { id, place, words, state: bracket.phase === 'open' ? 'open' : bracket.outcome };
}
