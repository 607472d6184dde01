/** What a checker found, in English sentences: for whoever runs the command, not for a screen. */
import type { Outcome } from '@shared/domain/vote.ts';

/** Names in a row: the first three, and how many more. */
export function listOf(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** A number with its noun, in the singular or the plural. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "7 in favour, 2 against, 1 abstaining, 5 of 15 members not voting". */
export function countWords({ yes, no, abstain, absent }: Outcome): string {
  const members = yes + no + abstain + absent;
  return `${yes} in favour, ${no} against, ${abstain} abstaining, ${absent} of ${counted(members, 'member')} not voting`;
}

const majorities: Record<Outcome['majority'], string> = {
  simple: 'a simple majority of those present and voting',
  'two-thirds': 'two thirds of those present and voting',
  absolute: 'a majority of all members',
  'two-thirds-members': 'two thirds of all members',
};

/** "a simple majority of those present and voting (9) is 5", with the quorum where one was asked for. */
export function majorityWords({ majority, denominator, required, quorum }: Outcome): string {
  const formula = `${majorities[majority]} (${denominator}) is ${required}`;
  return quorum.required === null
    ? formula
    : `${formula}; quorum ${quorum.required}, present ${quorum.present ?? 'unknown'}`;
}

const results: Record<Outcome['result'], string> = {
  carried: 'Carried',
  'not-carried': 'Not carried',
  tied: 'Tied',
  'no-quorum': 'No quorum, no decision',
};

/** The verdict in a word or two. */
export function resultWords({ result }: Outcome): string {
  return results[result];
}

/** An instant in Universal Time, to the millisecond. */
export function instantWords(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').replace('Z', ' UTC');
}
