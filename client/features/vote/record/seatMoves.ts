/** Where a key leads in a picture of seats that stand in rows: the index of the next seat, or -1 for another key. */
export function seatAfter(
  key: string,
  at: number,
  { count, columns, dir }: { count: number; columns: number; dir: 'ltr' | 'rtl' },
): number {
  const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const steps: Readonly<Record<string, number>> = {
    [forward]: 1,
    [backward]: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -at,
    End: count - 1 - at,
  };
  const step = steps[key];
  if (step === undefined) return -1;
  const next = at + step;
  // At an edge one stays where one is; the page does not scroll away under the reader.
  return next < 0 || next >= count ? at : next;
}
