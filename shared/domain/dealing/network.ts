/**
 * A network of one-way passages with capacities and costs, and the most that can be sent through it at the least cost
 * (successive cheapest levels, each filled as Dinic fills them). The dealing uses it to find seats under pins: what is
 * sent is one seat for one person, a passage is a seat that may be given.
 */
export interface Network {
  /** Opens a passage and returns its number. */
  join(from: number, to: number, capacity: number, cost?: number): number;
  /** Sends as much as fits from the source to the sink, as cheaply as possible, and returns how much that was. */
  send(source: number, sink: number): number;
  /** How much goes through a passage. */
  through(passage: number): number;
}

/** Lays out a network whose nodes are numbered from 0. */
export function network(nodes: number): Network {
  // Passage 2k and its way back 2k+1 lie beside each other: `passage ^ 1` undoes a passage.
  const target: number[] = [];
  const left: number[] = [];
  const price: number[] = [];
  const following: number[] = [];
  const first = new Array<number>(nodes).fill(-1);
  let distance: number[] = [];
  let level: number[] = [];
  let current: number[] = [];

  // Every index below comes from these lists themselves.
  const at = (list: readonly number[], index: number): number => list[index] as number;

  function add(from: number, to: number, capacity: number, cost: number): void {
    following.push(at(first, from));
    first[from] = target.length;
    target.push(to);
    left.push(capacity);
    price.push(cost);
  }

  /** The cheapest way from the source to every node; costs of ways back are negative, cycles never. */
  function measure(source: number): void {
    distance = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
    distance[source] = 0;
    const queue = [source];
    const waiting = new Array<boolean>(nodes).fill(false);
    for (let head = 0; head < queue.length; head++) {
      const node = at(queue, head);
      waiting[node] = false;
      for (let passage = at(first, node); passage >= 0; passage = at(following, passage)) {
        const to = at(target, passage);
        const reached = at(distance, node) + at(price, passage);
        if (at(left, passage) === 0 || reached >= at(distance, to)) continue;
        distance[to] = reached;
        if (!waiting[to]) queue.push(to);
        waiting[to] = true;
      }
    }
  }

  const isCheapest = (from: number, passage: number): boolean =>
    at(left, passage) > 0 && at(distance, at(target, passage)) === at(distance, from) + at(price, passage);

  /** Numbers the nodes by their steps from the source along cheapest passages; false when the sink is cut off. */
  function layer(source: number, sink: number): boolean {
    level = new Array<number>(nodes).fill(-1);
    level[source] = 0;
    const queue = [source];
    for (let head = 0; head < queue.length; head++) {
      const node = at(queue, head);
      for (let passage = at(first, node); passage >= 0; passage = at(following, passage)) {
        const to = at(target, passage);
        if (at(level, to) >= 0 || !isCheapest(node, passage)) continue;
        level[to] = at(level, node) + 1;
        queue.push(to);
      }
    }
    return at(level, sink) >= 0;
  }

  function advance(node: number): number {
    for (; at(current, node) >= 0; current[node] = at(following, at(current, node))) {
      const passage = at(current, node);
      if (at(level, at(target, passage)) === at(level, node) + 1 && isCheapest(node, passage)) return passage;
    }
    return -1;
  }

  /** Fills the layered network until no way is left in it; a loop, because ways can be longer than a stack is deep. */
  function fill(source: number, sink: number): number {
    current = [...first];
    const way: number[] = [];
    let sent = 0;
    for (let node = source; ; ) {
      if (node === sink) {
        const most = way.reduce((least, passage) => Math.min(least, at(left, passage)), Number.POSITIVE_INFINITY);
        for (const passage of way) {
          left[passage] = at(left, passage) - most;
          left[passage ^ 1] = at(left, passage ^ 1) + most;
        }
        sent += most;
        const full = way.findIndex((passage) => at(left, passage) === 0);
        node = at(target, at(way, full) ^ 1);
        way.length = full;
        continue;
      }
      const passage = advance(node);
      if (passage >= 0) {
        way.push(passage);
        node = at(target, passage);
      } else {
        const back = way.pop();
        if (back === undefined) return sent;
        level[node] = -1;
        node = at(target, back ^ 1);
      }
    }
  }

  return {
    join(from, to, capacity, cost = 0) {
      add(from, to, capacity, cost);
      add(to, from, 0, -cost);
      return target.length - 2;
    },
    send(source, sink) {
      let sent = 0;
      for (;;) {
        measure(source);
        if (at(distance, sink) === Number.POSITIVE_INFINITY) return sent;
        while (layer(source, sink)) sent += fill(source, sink);
      }
    },
    through: (passage) => at(left, passage ^ 1),
  };
}
