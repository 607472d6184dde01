import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { procedures } from '@shared/domain/procedures/all.ts';
import { defineProcedure, endsOf, leads, type Procedure } from '@shared/domain/procedures/procedure.ts';
import { describe, expect, test } from 'vitest';
import { procedurePage } from '../../server/docs/procedurePage.ts';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'shared/domain/RULES.md'), 'utf8');
const written = new Set([...text.matchAll(/^- \*\*([A-Z]+-\d+)\*\*/gm)].map(([, rule]) => rule));

function phasesOf({ begins, moves }: Procedure): string[] {
  return [...new Set([begins, ...moves.flatMap(({ from, to }) => [from, to])])];
}

/** Where one can come to from a phase, itself included. */
function reachedFrom({ moves }: Procedure, phase: string): Set<string> {
  const reached = new Set([phase]);
  for (const at of reached) for (const { from, to } of moves) if (from === at) reached.add(to);
  return reached;
}

/** What is wrong with a procedure as data. */
function faultsOf(procedure: Procedure): string[] {
  const phases = phasesOf(procedure);
  const ends = endsOf(procedure);
  const steps = procedure.moves.map(({ from, act }) => `${from} by ${act}`);
  const reached = reachedFrom(procedure, procedure.begins);
  return [
    ...phases.filter((phase) => !reached.has(phase)).map((phase) => `nothing leads to ${phase}`),
    ...(procedure.rests ?? []).filter((phase) => !phases.includes(phase)).map((phase) => `it never rests in ${phase}`),
    ...(ends.length === 0 ? ['it never ends'] : []),
    ...phases
      .filter((phase) => !ends.some((end) => reachedFrom(procedure, phase).has(end)))
      .map((phase) => `no way out of ${phase}`),
    ...steps.filter((step, at) => steps.indexOf(step) !== at).map((step) => `two steps from ${step}`),
    ...procedure.moves.flatMap(({ act, by, rules }) => [
      ...(by.length === 0 ? [`nobody does ${act}`] : []),
      ...(rules.length === 0 ? [`no rule for ${act}`] : []),
      ...rules.filter((rule) => !written.has(rule)).map((rule) => `${act} cites ${rule}, which is not written down`),
    ]),
  ];
}

describe.each(procedures.map((each) => [each.name, each] as const))('%s', (_name, procedure) => {
  test('is whole: every phase is reached and left for an end, no step is told twice, every rule exists', () => {
    expect(faultsOf(procedure)).toEqual([]);
  });

  test('leads where its data says, and nowhere else', () => {
    const acts = [...new Set(procedure.moves.map(({ act }) => act))];
    for (const from of phasesOf(procedure))
      for (const act of acts) {
        const move = procedure.moves.find((each) => each.from === from && each.act === act);
        expect(leads(procedure, from, act)).toBe(move?.to ?? null);
      }
  });
});

test('procedures have names and titles of their own', () => {
  for (const of of [procedures.map(({ name }) => name), procedures.map(({ title }) => title)])
    expect(new Set(of).size).toBe(of.length);
});

test('a procedure that is not whole is told so', () => {
  const by = ['bureau'] as const;
  const broken = defineProcedure({
    ...{ name: 'broken', title: 'Broken', source: 'nowhere', begins: 'a' },
    moves: [
      { from: 'a', act: 'go', to: 'b', by, rules: ['VOTE-1'] },
      { from: 'a', act: 'go', to: 'c', by, rules: ['VOTE-999'] },
      { from: 'c', act: 'turn', to: 'e', by, rules: [] },
      { from: 'e', act: 'return', to: 'c', by, rules: ['VOTE-1'] },
      { from: 'd', act: 'fall', to: 'b', by: [], rules: ['VOTE-1'] },
    ],
  });
  expect(faultsOf(broken)).toEqual([
    'nothing leads to d',
    'no way out of c',
    'no way out of e',
    'two steps from a by go',
    'go cites VOTE-999, which is not written down',
    'no rule for turn',
    'nobody does fall',
  ]);
  const [there, back] = [
    { from: 'a', act: 'go', to: 'b', by, rules: ['VOTE-1'] },
    { from: 'b', act: 'return', to: 'a', by, rules: ['VOTE-1'] },
  ];
  const endless = { ...broken, moves: [there, back] };
  expect(faultsOf(endless)).toContain('it never ends');
  // What is done to an end leaves it an end.
  expect(endsOf({ ...broken, moves: [there, { ...back, to: 'b' }] })).toEqual(['b']);
});

describe('the drawings', () => {
  test('are those of the data: after a change `npm run docs` draws them anew', () => {
    expect(readFileSync(join(root, 'docs/procedures.md'), 'utf8')).toBe(procedurePage(procedures));
  });

  test('show phases, acts, movers, rules and conditions', () => {
    const page = procedurePage([
      defineProcedure({
        ...{ name: 'small', title: 'Small, but whole', source: 'a practice', begins: 'under-way' },
        moves: [
          {
            ...{ from: 'under-way', act: 'endIt', to: 'end', by: ['chair', 'program'], rules: ['VOTE-1', 'VOTE-2'] },
            when: 'all | nobody agree',
          },
        ],
      }),
    ]);
    expect(page).toContain('- [Small, but whole](#small-but-whole) (`small`)');
    expect(page).toContain('  state "under way" as p_under_way\n');
    expect(page).toContain('  [*] --> p_under_way\n  p_under_way --> p_end: end it\n  p_end --> [*]\n');
    expect(page).toContain(
      '| under way | `endIt` | chair or program, when due | end | VOTE-1, VOTE-2 | all \\| nobody agree |',
    );
  });
});
