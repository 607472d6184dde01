/** Returns a value that the rules guarantee to exist; its absence is a fault of the program, not of a person. */
export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`must exist: ${what}`);
  return value;
}
