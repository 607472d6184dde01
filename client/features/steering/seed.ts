// Without letters and digits that are taken for one another when a seed is read out.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const length = 8;

/** A fresh seed that one can read out and write down, such as `K7QF-2MXD`. */
export function freshSeed(): string {
  const drawn = [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => letters[byte % letters.length]);
  return `${drawn.slice(0, length / 2).join('')}-${drawn.slice(length / 2).join('')}`;
}
