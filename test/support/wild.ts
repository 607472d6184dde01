/** What random commands are picked from. */
import { must } from '@shared/domain/kernel/must.ts';
import type { Chance } from '@shared/domain/kernel/random.ts';
import type { ConsultationState } from '@shared/domain/state.ts';

/** What a random command is made from: the state as it stands, and chance. */
export interface Wild {
  state: ConsultationState;
  chance: Chance;
}

/** An id that nothing has. */
export const nothing = 'nothing';

/** One of a list; where it is empty, and now and then in any case, an id that nothing has. */
export function id({ chance }: Wild, known: readonly string[]): string {
  return known.length === 0 || chance.below(25) === 0 ? nothing : one(chance, known);
}

export function one<T>(chance: Chance, list: readonly T[]): T {
  return must(list[chance.below(list.length)], 'one of a list');
}

export function some<T>({ chance }: Wild, list: readonly T[]): T[] {
  return chance.shuffle(list).slice(0, 1 + chance.below(3));
}

export const may = ({ chance }: Wild, share = 2) => chance.below(share) === 0;
export const panelId = (w: Wild) => id(w, w.state.plenary.panel.order);
export const tabled = (w: Wild) => id(w, Object.keys(w.state.plenary.board.items));
export const words = ({ chance }: Wild) => one(chance, ['Yes.', 'Not before 2030.', 'Why?', '=1+1', 'نعم']);
