import type { Attribution } from '@shared/domain/kernel/words.ts';
import type { Proposal } from '@shared/domain/seating.ts';
import { freshSeed } from './seed.ts';

/** What a moderator fills in before rooms are proposed. */
export interface FormationRequest {
  question: string;
  attribution: Attribution;
  /** Whether `number` counts rooms, or people in each room at most. */
  by: 'rooms' | 'size';
  number: string;
  who: 'invited' | 'present' | 'listed';
  listed: ReadonlySet<string>;
  seed: string;
}

const mostRooms = 250;
const usualSize = 12;

/** How a form begins: the panel's question, rooms of a dozen; or what was asked for before. */
export function firstRequest(question: string, invited: number, earlier: Proposal | null): FormationRequest {
  return {
    question: earlier?.question ?? question,
    attribution: earlier?.attribution ?? 'delegation',
    by: 'rooms',
    number: String(earlier?.rooms.length ?? Math.min(mostRooms, Math.max(1, Math.round(invited / usualSize)))),
    who: 'invited',
    listed: new Set(earlier?.people ?? []),
    seed: freshSeed(),
  };
}

/** How many rooms are asked for; null while the number makes no sense. */
export function roomsAskedFor({ by, number }: FormationRequest, people: number): number | null {
  if (!/^\d{1,4}$/.test(number.trim())) return null;
  const asked = Number(number);
  if (asked < 1) return null;
  const rooms = by === 'rooms' ? asked : Math.max(1, Math.ceil(people / asked));
  return rooms <= mostRooms ? rooms : null;
}

export type FormationField = 'question' | 'number' | 'who' | 'seed';

const nobody: Record<FormationRequest['who'], string> = {
  invited: 'steering.form.who.nobodyInvited',
  present: 'steering.form.who.nobodyPresent',
  listed: 'steering.form.who.nobodyListed',
};

/** What is still wrong with a request, as keys of the catalogue by field. */
export function wrongWith(request: FormationRequest, people: number): Partial<Record<FormationField, string>> {
  const rooms = roomsAskedFor(request, people);
  return {
    ...(request.question.trim() === '' && { question: 'steering.form.question.missing' }),
    ...(people === 0 && { who: nobody[request.who] }),
    ...(rooms === null
      ? { number: 'steering.form.number.wrong' }
      : people > 0 && rooms > people && { number: 'steering.form.number.tooMany' }),
    ...(request.seed.trim() === '' && { seed: 'steering.form.seed.missing' }),
  };
}
