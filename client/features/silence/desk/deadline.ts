import { hourMs } from '@shared/domain/silence/shape.ts';

/** What a field for day and time holds, read as Universal Time; null where it is not filled. */
export function instantOf(value: string): number | null {
  const at = Date.parse(`${value}:00Z`);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) && !Number.isNaN(at) ? at : null;
}

export const fieldOf = (at: number): string => new Date(at).toISOString().slice(0, 16);

/** The next full hour that leaves so many hours and a little time to press the button. */
export function suggested(now: number, hours: number): number {
  return Math.ceil((now + hours * hourMs + hourMs / 4) / hourMs) * hourMs;
}
