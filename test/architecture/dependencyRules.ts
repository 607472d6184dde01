/** Who may import whom, as data, and a reader of import statements that checks it. */
import { posix } from 'node:path';

export interface Rule {
  name: string;
  /** Files that the rule speaks of. */
  from: RegExp;
  /** What they may not reach: a path below the root, or a package's name. */
  mayNot: RegExp;
  except?: RegExp;
  instead: string;
}

export const rules: readonly Rule[] = [
  {
    name: 'domain-is-pure',
    from: /^shared\/domain\//,
    mayNot: /^(?!shared\/domain\/|zod\/mini$)/,
    instead: 'let the caller pass it in; the domain knows only itself and zod/mini',
  },
  {
    name: 'shared-knows-no-side',
    from: /^shared\//,
    mayNot: /^(server|client|test)\//,
    instead: 'move what both sides need into shared',
  },
  { name: 'no-crossing', from: /^client\//, mayNot: /^server\//, instead: 'speak over shared/protocol' },
  { name: 'no-crossing', from: /^server\//, mayNot: /^client\//, instead: 'speak over shared/protocol' },
  {
    name: 'ui-knows-no-domain',
    from: /^client\/ui\//,
    mayNot: /^(shared\/domain|shared\/draft|client\/(sync|features|parts|editor))\//,
    instead: 'take props, or move the component to client/parts',
  },
  {
    name: 'parts-know-no-feature',
    from: /^client\/(parts|editor|sync)\//,
    mayNot: /^client\/features\//,
    instead: 'let the feature import the part',
  },
  {
    name: 'ports-hide-adapters',
    from: /^server\/(host|gate|http|export|rehearsal|ports)\//,
    mayNot: /^server\/(storage|bus)\//,
    except: /^server\/storage\/hashChain\.ts$/,
    instead: 'take the port; only the commands of server/cli open adapters',
  },
  {
    name: 'one-door-to-the-socket',
    from: /^(client\/(?!sync\/connection\.ts)|server\/(?!gate\/|app\.ts|rehearsal\/bot\.ts))/,
    mayNot: /^socket\.io/,
    instead: 'go through client/sync/connection.ts or server/gate',
  },
  {
    name: 'production-never-tests',
    from: /^(client|server|shared)\//,
    mayNot: /^test\//,
    instead: 'move it out of test',
  },
];

export interface Violation {
  rule: string;
  file: string;
  reaches: string;
  instead: string;
}

const statement =
  /(?:^|\n)\s*(?:import|export)\b(?:[^'";]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** What a source imports, as paths below the root or package names. */
export function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(statement)].map(([, fixed, lazy]) => {
    const target = fixed ?? lazy ?? '';
    if (target.startsWith('@shared/')) return target.slice(1);
    return target.startsWith('.') ? posix.join(posix.dirname(file), target) : target;
  });
}

/** Every breach of the rules in the given sources; features are strangers to each other. */
export function violations(sources: ReadonlyMap<string, string>): Violation[] {
  const found: Violation[] = [];
  for (const [file, source] of sources) {
    for (const reaches of importsOf(file, source)) {
      for (const { name, from, mayNot, except, instead } of rules)
        if (from.test(file) && mayNot.test(reaches) && !except?.test(reaches))
          found.push({ rule: name, file, reaches, instead });
      const mine = featureOf(file);
      const theirs = featureOf(reaches);
      if (mine && theirs && mine !== theirs)
        found.push({ rule: 'features-are-strangers', file, reaches, instead: 'move what both need to client/parts' });
    }
  }
  return found;
}

function featureOf(path: string): string | null {
  return /^client\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}
