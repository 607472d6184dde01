import type { Told } from '@shared/domain/kernel/slice.ts';
import { evolve } from '@shared/domain/rulebook.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import { createDraft, enableArrayMethods, finishDraft, setAutoFreeze } from 'immer';

// The server never hands its state out but as bytes; freezing every event would cost more than folding it.
setAutoFreeze(false);
// Lists of a draft are looked through without a detour for each of their members: who may vote is such a list.
enableArrayMethods();

/** Events of one command, and when they happened. */
interface Folded {
  told: readonly Told[];
  at: number;
}

/**
 * The state as the commands of one turn would change it, seen by nobody else. Commands of one type that follow each other, as
 * in a storm of ballots, share one draft: what they change is copied once for all of them and not once for each. The first
 * of a type finds plain values, so a rule that looks at everybody is never slowed down for being asked once.
 */
export function createTurnState(begins: ConsultationState) {
  /** Everything but what is in the draft. */
  let settled = begins;
  let draft: ConsultationState | null = null;
  let inDraft: Folded[] = [];
  let typeInDraft = '';

  function settle(): ConsultationState {
    if (draft) settled = finishDraft(draft);
    draft = null;
    inDraft = [];
    return settled;
  }

  /** @throws what a fold throws, when the draft may hold half a command */
  function fold(folded: Folded): void {
    draft ??= createDraft(settled);
    // A copy, as it will be read from the journal: a later fold of this draft may write into it, and what was told stays.
    for (const event of folded.told) evolve(draft, { ...event, data: asStored(event.data) }, folded.at);
    inDraft.push(folded);
  }

  return {
    /** The state in which a command of a type is decided, those before it included. */
    for(type: string): ConsultationState {
      if (type !== typeInDraft) settle();
      typeInDraft = type;
      return draft ?? settled;
    },
    /** Takes a command's events in, wholly or not at all. @throws what a fold throws */
    take(told: readonly Told[], at: number): void {
      if (told.length === 0) return;
      try {
        fold({ told, at });
      } catch (error) {
        const before = inDraft;
        draft = null;
        inDraft = [];
        for (const each of before) fold(each);
        // Settled, so that the next fault of this turn does not fold them all again.
        settle();
        throw error;
      }
    },
    settle,
  };
}

/** Data as it comes back from where it is stored; nothing of a draft is left in it. */
export function asStored<T extends object>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T;
}
