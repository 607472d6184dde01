/** Words typed and not yet posted, by the place where they were typed: closing a panel does not lose them. */
const unsent = new Map<string, string>();

/** What was typed at a place and not posted. */
export function unsentAt(place: string): string {
  return unsent.get(place) ?? '';
}

/** Keeps what is typed at a place; an empty text forgets it. */
export function keepUnsent(place: string, text: string): void {
  if (text === '') unsent.delete(place);
  else unsent.set(place, text);
}
