/** How many brackets were open from one moment on. */
export interface CountedPoint {
  at: number;
  open: number;
}

/** The plane of the drawing; it is stretched to the room that it has. */
export const wide = 1_000;
export const high = 100;

/** A line that keeps its height until the next count, and where it ends; a single count is a level line. */
export function stepPath(points: readonly CountedPoint[]): { path: string; end: { x: number; y: number } } {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return { path: '', end: { x: 0, y: high } };
  const most = Math.max(1, ...points.map(({ open }) => open));
  const span = last.at - first.at;
  const x = (at: number) => (span > 0 ? Math.round(((at - first.at) / span) * wide) : 0);
  const y = (open: number) => Math.round((1 - open / most) * high * 10) / 10;
  const steps = points.slice(1).map(({ at, open }) => `H ${x(at)} V ${y(open)}`);
  const level = span > 0 ? [] : [`H ${wide}`];
  return { path: [`M 0 ${y(first.open)}`, ...steps, ...level].join(' '), end: { x: wide, y: y(last.open) } };
}
