/** Deeper than anything that is sent, and far from deep enough to exhaust whoever walks it. */
const deepest = 32;

/** How many bytes the value behind a head byte takes, for values of one size. */
const sizes = new Map([
  ...([0xc0, 0xc2, 0xc3] as const).map((head) => [head, 0] as const),
  ...([1, 2, 4, 8] as const).flatMap((size, at) => [[0xcc + at, size] as const, [0xd0 + at, size] as const]),
  [0xca, 4],
  [0xcb, 8],
  ...([1, 2, 4, 8, 16] as const).map((size, at) => [0xd4 + at, size + 1] as const),
]);

/** How wide the count behind a head byte is, what stands between it and the bytes that it counts. */
const counted = new Map<number, { width: number; extra: number }>(
  ([1, 2, 4] as const).flatMap((width, at) => [
    [0xc4 + at, { width, extra: 0 }] as const,
    [0xc7 + at, { width, extra: 1 }] as const,
    [0xd9 + at, { width, extra: 0 }] as const,
  ]),
);

/** The same for arrays and maps, which count values. */
const containers = new Map<number, { width: number; each: number }>([
  [0xdc, { width: 2, each: 1 }],
  [0xdd, { width: 4, each: 1 }],
  [0xde, { width: 2, each: 2 }],
  [0xdf, { width: 4, each: 2 }],
]);

/**
 * Whether bytes are one msgpack value that announces no more than it carries. A decoder makes room for what a head byte
 * announces, so a few bytes could otherwise ask for all the memory there is.
 */
export function isWellFormed(frame: Uint8Array): boolean {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  /** How many values each open container still lacks. */
  const open: number[] = [1];
  let at = 0;
  while (open.length > 0) {
    const left = open.pop() ?? 0;
    if (left === 0) continue;
    open.push(left - 1);
    const head = frame[at];
    if (head === undefined) return false;
    const found = measure(view, head, at + 1);
    if (!found) return false;
    at = found.next;
    // Every value takes a byte at least.
    if (found.values > frame.length - at) return false;
    if (found.values > 0) open.push(found.values);
    if (open.length > deepest) return false;
  }
  return at === frame.length;
}

/** Where the next value begins, and how many values this one contains; null where the frame ends before. */
function measure(view: DataView, head: number, from: number): { next: number; values: number } | null {
  const within = (next: number, values = 0) => (next <= view.byteLength ? { next, values } : null);
  if (head < 0x80 || head >= 0xe0) return within(from);
  if (head < 0x90) return within(from, (head - 0x80) * 2);
  if (head < 0xa0) return within(from, head - 0x90);
  if (head < 0xc0) return within(from + head - 0xa0);
  const size = sizes.get(head);
  if (size !== undefined) return within(from + size);
  const bytes = counted.get(head);
  if (bytes) {
    const count = countAt(view, from, bytes.width);
    return count === null ? null : within(from + bytes.width + bytes.extra + count);
  }
  const container = containers.get(head);
  const count = container ? countAt(view, from, container.width) : null;
  return container && count !== null ? within(from + container.width, count * container.each) : null;
}

function countAt(view: DataView, at: number, width: number): number | null {
  if (at + width > view.byteLength) return null;
  if (width === 1) return view.getUint8(at);
  return width === 2 ? view.getUint16(at) : view.getUint32(at);
}
