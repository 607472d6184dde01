/** Cuts what a server lacks into updates that fit into messages, each of which it can take in without the ones that follow. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = Y.Item | Y.GC | Y.Skip;
type Deletions = Map<number, { clock: number; len: number }[]>;

/** What `theirs` (everything the other side has, as it answered) lacks of a document, in updates of about `mostBytes`. */
export function lackingUpdates(
  doc: Y.Doc,
  theirs: { vector: Uint8Array; update: Uint8Array },
  mostBytes: number,
): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, theirs.vector));
  // An update always names all deletions; those that the other side named too are nothing new.
  const deletions = without(ds.clients, Y.decodeUpdate(theirs.update).ds.clients);
  const known = new Map(
    [...Y.decodeStateVector(theirs.vector)].map(([client, clock]) => [client, [{ clock: 0, len: clock }]]),
  );
  const ofNew = without(deletions, known);
  // What goes goes first: a draft that is full takes new words only when there is room again.
  return [...cut([], without(deletions, ofNew), mostBytes), ...cut(structs, ofNew, mostBytes)];
}

/** The same update in pieces of about `mostBytes`, to be sent in this order. */
export function splitUpdate(update: Uint8Array, mostBytes: number): Uint8Array[] {
  if (update.length <= mostBytes) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  return cut(structs, ds.clients, mostBytes);
}

function cut(structs: readonly Struct[], deletions: Deletions, mostBytes: number): Uint8Array[] {
  const out: Uint8Array[] = [];
  let batch: Struct[] = [];
  let bytes = 0;
  const close = () => {
    if (batch.length > 0) out.push(encode(batch, new Map()));
    batch = [];
    bytes = 0;
  };
  for (const struct of inOrder(structs.flatMap((each) => pieces(each, mostBytes)))) {
    const size = sizeOf(struct);
    if (bytes + size > mostBytes) close();
    batch.push(struct);
    bytes += size;
  }
  const named = chunks(deletions, mostBytes);
  // Mostly all fits into one message, additions and deletions together.
  const [first = new Map(), ...rest] = named;
  if (batch.length > 0 || first.size > 0) out.push(encode(batch, first));
  for (const more of rest) out.push(encode([], more));
  return out;
}

/** A long stretch of text in shorter ones; everything else is small. */
function pieces(struct: Struct, mostBytes: number): Struct[] {
  // A unit of text takes at most three bytes.
  const most = Math.max(2, Math.floor(mostBytes / 4));
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || struct.length <= most)
    return [struct];
  const { id, rightOrigin, content } = struct;
  const out: Struct[] = [];
  for (let from = 0; from < content.str.length; ) {
    let to = Math.min(from + most, content.str.length);
    // Never between the halves of a character: Yjs would replace both.
    if (to < content.str.length && /[\ud800-\udbff]/.test(content.str.charAt(to - 1))) to--;
    const words = new Y.ContentString(content.str.slice(from, to));
    const origin = from === 0 ? struct.origin : Y.createID(id.client, id.clock + from - 1);
    const { parent, parentSub } = struct;
    out.push(
      new Y.Item(Y.createID(id.client, id.clock + from), null, origin, null, rightOrigin, parent, parentSub, words),
    );
    from = to;
  }
  return out;
}

/** Each addition after those that it leans on, whoever wrote them; within a replica by its own count. */
function inOrder(structs: readonly Struct[]): Struct[] {
  const waiting = new Map<number, Struct[]>();
  for (const struct of structs) {
    const own = waiting.get(struct.id.client) ?? [];
    waiting.set(struct.id.client, own);
    own.push(struct);
  }
  const isWaiting = (id: Y.ID | null) => {
    const next = id && waiting.get(id.client)?.[0];
    const last = id && waiting.get(id.client)?.at(-1);
    return Boolean(id && next && last && id.clock >= next.id.clock && id.clock < last.id.clock + last.length);
  };
  const leansOn = (struct: Struct): (Y.ID | null)[] =>
    struct instanceof Y.Item
      ? [struct.origin, struct.rightOrigin, struct.parent instanceof Y.ID ? struct.parent : null]
      : [];
  const out: Struct[] = [];
  for (let moved = true; moved; ) {
    moved = false;
    for (const [client, own] of waiting) {
      let taken = 0;
      for (const struct of own) {
        if (leansOn(struct).some((id) => id && id.client !== client && isWaiting(id))) break;
        out.push(struct);
        taken++;
      }
      if (taken === 0) continue;
      moved = true;
      if (taken === own.length) waiting.delete(client);
      else waiting.set(client, own.slice(taken));
    }
  }
  return [...out, ...[...waiting.values()].flat()];
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  // Client, clock and count, where it begins a new stretch.
  return encoder.toUint8Array().length + 16;
}

function encode(structs: readonly Struct[], deletions: Deletions): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    const own = byClient.get(struct.id.client);
    if (own) own.push(struct);
    else byClient.set(struct.id.client, [struct]);
  }
  const rest = encoder.restEncoder;
  encoding.writeVarUint(rest, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(rest, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(rest, own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  encoding.writeVarUint(rest, deletions.size);
  for (const [client, ranges] of deletions) {
    encoding.writeVarUint(rest, client);
    encoding.writeVarUint(rest, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(rest, clock);
      encoding.writeVarUint(rest, len);
    }
  }
  return encoder.toUint8Array();
}

/** A range of deletions takes some ten bytes. */
function chunks(deletions: Deletions, mostBytes: number): Deletions[] {
  const most = Math.max(1, Math.floor(mostBytes / 12));
  const out: Deletions[] = [];
  let open: Deletions = new Map();
  let count = 0;
  for (const [client, ranges] of deletions)
    for (let from = 0; from < ranges.length; ) {
      const part = ranges.slice(from, from + most - count);
      open.set(client, part);
      count += part.length;
      from += part.length;
      if (count < most) continue;
      out.push(open);
      open = new Map();
      count = 0;
    }
  if (count > 0) out.push(open);
  return out;
}

function without(ours: Deletions, theirs: Deletions): Deletions {
  const out: Deletions = new Map();
  for (const [client, ranges] of ours) {
    const left = ranges.flatMap((range) => leftOf(range, theirs.get(client) ?? []));
    if (left.length > 0) out.set(client, left);
  }
  return out;
}

function leftOf({ clock, len }: { clock: number; len: number }, known: readonly { clock: number; len: number }[]) {
  const left: { clock: number; len: number }[] = [];
  let from = clock;
  for (const range of known) {
    if (range.clock >= clock + len || range.clock + range.len <= from) continue;
    if (range.clock > from) left.push({ clock: from, len: range.clock - from });
    from = range.clock + range.len;
  }
  if (from < clock + len) left.push({ clock: from, len: clock + len - from });
  return left;
}
