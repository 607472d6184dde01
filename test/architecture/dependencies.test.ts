import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, rules, violations } from './dependencyRules.ts';

const root = join(import.meta.dirname, '../..');

function sources(): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of ['client', 'server', 'shared']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${name.replaceAll('\\', '/')}`;
      if (/\.tsx?$/.test(file)) found.set(file, readFileSync(join(root, file), 'utf8'));
    }
  }
  return found;
}

describe('who may import whom', () => {
  test('no source breaks a rule', () => {
    const all = sources();
    expect(all.size).toBeGreaterThan(100);
    expect(violations(all)).toEqual([]);
  });

  test.each([
    ['domain-is-pure', 'shared/domain/vote.ts', `import * as Y from 'yjs';`],
    ['domain-is-pure', 'shared/domain/vote.ts', `import { nanoid } from 'nanoid';`],
    ['domain-is-pure', 'shared/domain/kernel/ids.ts', `import * as z from 'zod';`],
    ['domain-is-pure', 'shared/domain/vote.ts', `import { readFileSync } from 'node:fs';`],
    ['domain-is-pure', 'shared/domain/vote.ts', `import { memberState } from '../data/memberStates.ts';`],
    ['shared-knows-no-side', 'shared/data/sdg.ts', `export { start } from '../../server/cli/serve.ts';`],
    ['no-crossing', 'client/App.tsx', `const serve = await import('../server/cli/serve.ts');`],
    ['no-crossing', 'server/app.ts', `import {\n  type Replica,\n} from '../client/sync/replica.ts';`],
    ['ui-knows-no-domain', 'client/ui/Button.tsx', `import type { Vote } from '@shared/domain/vote.ts';`],
    ['ui-knows-no-domain', 'client/ui/Button.tsx', `import { useYou } from '../sync/Seat.tsx';`],
    [
      'parts-know-no-feature',
      'client/parts/PersonName.tsx',
      `import { BoardPage } from '../features/board/BoardPage.tsx';`,
    ],
    [
      'features-are-strangers',
      'client/features/room/RoomPage.tsx',
      `import { ItemCard } from '../board/ItemCard.tsx';`,
    ],
    [
      'ports-hide-adapters',
      'server/gate/draftRelay.ts',
      `import { sqliteJournal } from '../storage/sqlite/journal.ts';`,
    ],
    ['one-door-to-the-socket', 'client/features/vote/BallotPage.tsx', `import { io } from 'socket.io-client';`],
    ['one-door-to-the-socket', 'server/http/people.ts', `import { Server } from 'socket.io';`],
    ['production-never-tests', 'server/app.ts', `import { house } from '../test/support/build.ts';`],
  ])('%s is caught in %s', (rule, file, source) => {
    expect(violations(new Map([[file, source]])).map((each) => each.rule)).toContain(rule);
  });

  test('every rule has a planted violation above', () => {
    expect(rules.length).toBe(9);
  });

  test('imports are read in every form', () => {
    const source = `import a from './a.ts';\nimport './b.css';\nexport * from '@shared/c.ts';\nconst d = import('d');`;
    expect(importsOf('client/x/y.ts', source)).toEqual(['client/x/a.ts', 'client/x/b.css', 'shared/c.ts', 'd']);
  });
});
