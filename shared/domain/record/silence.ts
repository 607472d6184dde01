import { must } from '../kernel/must.ts';
import type { Silence, SilenceRound } from '../silence/shape.ts';
import type { Plenary } from '../state.ts';
import type { SilenceOutline, SilenceRoundOutline } from './shape.ts';

/** The silence procedures in the order in which they were prepared; one that was never opened is none (SIL-19). */
export function silenceOutlines({ silence }: Plenary, numberOf: (itemId: string) => string): SilenceOutline[] {
  return silence.order
    .map((id) => must(silence.byId[id], 'silence'))
    .filter(wasOpened)
    .map(({ id, itemId, phase, rounds, notedAt }, at) => ({
      ...{ id, number: at + 1, itemId, itemNumber: numberOf(itemId), phase, notedAt },
      rounds: rounds.map(roundOutline),
    }));
}

function wasOpened({ rounds }: Silence): boolean {
  return rounds.some(({ opening }) => opening !== null);
}

function roundOutline({ number, itemVersion, textHash, opening, end }: SilenceRound): SilenceRoundOutline {
  const head = { number, itemVersion, textHash, end };
  if (!opening) return { ...head, opening: null };
  const { openedAt, deadlineAt, minimumHours, shorterBecause, languagesWaived, notified, changes } = opening;
  // How the journal keeps an objection is nothing of the record.
  const objections = opening.objections.map(({ isNotedByAll: _, ...objection }) => objection);
  return {
    ...head,
    opening: {
      ...{ openedAt, deadlineAt, minimumHours, shorterBecause, languagesWaived, notified, changes, objections },
      profile: opening.profile,
      profileVersion: opening.profileVersion,
    },
  };
}
