/** Markers of sub-paragraphs by depth: (a), (i), a., i. – the same in every language. */
export function listMarker(depth: number, at: number): string {
  const mark = depth % 2 === 0 ? letters(at) : roman(at).toLowerCase();
  return depth % 4 < 2 ? `(${mark})` : `${mark}.`;
}

/** a, b … z, aa, bb: the at-th, from 0. */
export function letters(at: number): string {
  return String.fromCharCode(97 + (at % 26)).repeat(Math.floor(at / 26) + 1);
}

/** Roman numerals from I, for chapters; the at-th, from 0. */
export function roman(at: number): string {
  const values = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let rest = at + 1;
  let numeral = '';
  for (const [value, sign] of values) for (; rest >= value; rest -= value) numeral += sign;
  return numeral;
}
