import type { Plugin } from 'vite';

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/**
 * Leaves the rules' `decide` out of the browser's build: a browser folds events and asks the server, so what only a decision
 * needs – the dealing of rooms, the count of majorities – need not come over a conference hall's Wi-Fi. What a person may
 * ask for is in the table of permits, which stays.
 */
export function foldingPlugin(): Plugin {
  return {
    name: 'rapporteur-folding',
    apply: 'build',
    transform: {
      order: 'post',
      filter: { id: /\/shared\/domain\/\w+\.ts$/, code: /\bdefineSlice\(/ },
      handler(code) {
        const found: Node[] = [];
        collect(this.parse(code) as unknown as Node, found);
        if (found.length === 0) return null;
        let out = code;
        for (const { start, end } of found.sort((a, b) => b.start - a.start))
          out = `${out.slice(0, start)}{}${out.slice(end)}`;
        return { code: out, map: null };
      },
    },
  };
}

/** The objects given as `decide` to `defineSlice`. */
function collect(node: Node, found: Node[]): void {
  if (node.type === 'CallExpression' && (node.callee as Node & { name?: string }).name === 'defineSlice') {
    const [slice] = node.arguments as Node[];
    for (const property of (slice?.properties ?? []) as Node[])
      if ((property.key as Node & { name?: string })?.name === 'decide') found.push(property.value as Node);
    return;
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === 'object' && child !== null && 'type' in child) collect(child as Node, found);
  }
}
