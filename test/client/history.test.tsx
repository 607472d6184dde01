import { fileURLToPath } from 'node:url';
import { loadStateNames } from '@shared/data/stateNames.ts';
import type { Writers } from '@shared/domain/authorship.ts';
import { compare } from '@shared/domain/comparison.ts';
import type { Attribution } from '@shared/domain/kernel/words.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { I18nFixed } from '../../client/i18n/I18n.tsx';
import { BurnDown } from '../../client/parts/BurnDown.tsx';
import { stepPath } from '../../client/parts/burnDownPath.ts';
import { type ComparedText, ComparisonView } from '../../client/parts/ComparisonView.tsx';
import { fieldChanges, layOutComparison } from '../../client/parts/comparisonLayout.ts';
import { WritersNote } from '../../client/parts/WriterNames.tsx';
import { house, rich } from '../support/build.ts';
import { Seated } from '../support/fixedSeat.tsx';

const t = loadTranslator(fileURLToPath(new URL('../..', import.meta.url)), 'en');

const { state } = house();
const html = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <I18nFixed lang="en" t={t}>
      <Seated state={state}>{node}</Seated>
    </I18nFixed>,
  );
/** What a listener hears: neither the markup nor what is hidden from screen readers. */
const heard = (node: React.ReactNode) =>
  html(node)
    .replace(/<(span|svg)[^>]* aria-hidden="true"[^>]*>[^<]*<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');

const text = (title: string, ...runs: Parameters<typeof rich>): ComparedText => ({
  title,
  fields: {},
  draft: rich(...runs),
});

describe('two texts read as one', () => {
  test('one change needs no way to the next; on the wall there is none, and what is the same is only counted', () => {
    const [one, two] = [text('T', 'States act.'), text('T', 'States act soon.')];
    expect(heard(<ComparisonView before={one} after={two} />)).not.toContain('Next change');
    const [before, after] = [
      ['States act here.', 'They report.', 'They pay.', 'They go home.'],
      ['States act there.', 'They report.', 'They pay.', 'They stay home.'],
    ].map((lines) => ({ title: 'T', fields: {}, draft: { blocks: lines.flatMap((line) => rich(line).blocks) } })) as [
      ComparedText,
      ComparedText,
    ];
    expect(heard(<ComparisonView before={before} after={after} />)).toContain('Next change');
    const wall = heard(<ComparisonView before={before} after={after} size="wall" />);
    expect(wall).not.toContain('Next change');
    expect(wall).toContain('2 paragraphs unchanged');
    expect(wall).not.toContain('They report.');
  });

  test('what came and what went is marked by an element, a sign and words', () => {
    const [before, after] = [text('A', 'States shall act.'), text('A', 'States should act soon.')];
    const markup = html(<ComparisonView before={before} after={after} />);
    expect(markup).toMatch(/<del[^>]*>.*Removed:.*−.*shall/);
    expect(markup).toMatch(/<ins[^>]*>.*Added:.*\+.*should/);
    expect(heard(<ComparisonView before={before} after={after} />)).toContain('words added');
  });

  test('the signs of a bracket are shown, and that one was opened is said', () => {
    const before = text('A', 'States act soon.');
    const after = text('A', 'States act ', { text: '', opens: 'a' }, 'soon', { text: '', closes: 'a' }, '.');
    const said = heard(<ComparisonView before={before} after={after} />);
    expect(said).toContain('1 bracket opened');
    expect(said).toContain('Not agreed: [');
    expect(said).toContain(']');
  });

  test('texts that are the same are said to be the same, and there is no change to go to', () => {
    const same = text('A', 'States act.');
    const markup = html(<ComparisonView before={same} after={same} />);
    expect(markup).toContain('word for word');
    expect(markup).not.toContain('<button');
    expect(markup).not.toContain('data-change');
  });

  test('a new title and changed fields are told above the text', () => {
    const before = text('Old title', 'States act.');
    const after = { ...text('New title', 'States act.'), fields: { gap: 'No route' } };
    const said = heard(<ComparisonView before={before} after={after} />);
    expect(said).toContain('Title: was Old title now New title');
    expect(said).toContain('Gap it fills: stated for the first time');
  });

  test('words that replace others are one change, a paragraph that came is one', () => {
    const first = rich('States shall act together and soon.').blocks;
    const now = [...rich('States should act together and soon.').blocks, ...rich('Everyone else watches.').blocks];
    const { blocks, changes } = layOutComparison(compare({ blocks: first }, { blocks: now }));
    expect(changes).toBe(2);
    expect(blocks.map(({ kind }) => kind)).toEqual(['changed', 'added']);
    expect(blocks[0]?.stretches.flatMap(({ change }) => change ?? [])).toEqual([1]);
    expect(blocks[1]?.change).toBe(2);
  });

  test('the same words set otherwise are a change of the paragraph', () => {
    const [block] = rich('States act.').blocks;
    const bullet = block ? [{ ...block, kind: 'bullet' as const }] : [];
    const { blocks } = layOutComparison(compare({ blocks: block ? [block] : [] }, { blocks: bullet }));
    expect(blocks.map(({ kind, change }) => [kind, change])).toEqual([['set-otherwise', 1]]);
  });

  test('an empty list and a field that is not there are the same; the date belongs to the horizon', () => {
    expect(fieldChanges({ lead: [], gap: '' }, {})).toEqual([]);
    expect(fieldChanges({ horizon: 'short' }, { horizon: 'short', by: '2030-01-01' })).toEqual([
      { field: 'horizon', as: 'changed' },
    ]);
    expect(fieldChanges({ targets: ['10.7'] }, { targets: [] })).toEqual([{ field: 'targets', as: 'gone' }]);
  });
});

describe('whose changes they are', () => {
  const [KEN, JPN] = [{ delegation: 'KEN' }, { delegation: 'JPN' }];
  const africa = { region: 'africa' as const };
  const of = (id: string, words: string): ComparedText => {
    const draft = rich(words);
    return { ...text('Plans', words), draft: { blocks: draft.blocks.map((block) => ({ ...block, id })) } };
  };

  beforeAll(() => loadStateNames('en'));

  test('[HIS-8] are named at the paragraph that changed, and nowhere else', () => {
    const [before, after] = [of('p0', 'States shall act.'), of('p0', 'States should act.')];
    const said = (writers: Writers) => heard(<ComparisonView before={before} after={after} writers={writers} />);
    expect(said({ p0: [KEN, JPN] })).toContain('Changed by Japan and Kenya');
    expect(said({ p0: [africa] })).toContain('Changed by African States');
    expect(said({ p1: [KEN] })).not.toContain('Changed by');
    expect(said({})).not.toContain('Changed by');
    expect(heard(<ComparisonView before={before} after={before} writers={{ p0: [KEN] }} />)).not.toContain(
      'Changed by',
    );
  });

  test('[HIS-8] are named at each field, with what it was and what it is', () => {
    const before = { ...of('p0', 'States act.'), fields: { means: 'Two experts', horizon: 'short' as const } };
    const after = {
      ...before,
      title: 'Better plans',
      fields: { means: 'Three experts', by: '2030-01-01', horizon: 'short' as const },
    };
    const writers = { '#title': [africa], '#means': [KEN], '#by': [JPN], '#horizon': [JPN], '#gap': [KEN] };
    const said = heard(<ComparisonView before={before} after={after} writers={writers} />);
    expect(said).toMatch(/was Plans now Better plans ?Changed by African States/);
    expect(said).toMatch(/Means: changed ?Removed: Two experts ?Added: Three experts ?Changed by Kenya/);
    expect(said).toMatch(/2030 ?Changed by Japan/);
    expect(said.match(/Changed by/g)).toHaveLength(3);
  });

  test('[HIS-7] of a version all are named once, or it is said why nobody is', () => {
    const note = (writers: Writers | undefined, attribution: Attribution) =>
      heard(<WritersNote writers={writers} attribution={attribution} />);
    expect(note({ p0: [KEN], '#means': [JPN, KEN] }, 'delegation')).toBe('Written by Japan and Kenya');
    expect(note(undefined, 'delegation')).toBe('It is not recorded who wrote.');
    expect(note(undefined, 'region')).toContain('few delegations');
    expect(note(undefined, 'none')).toContain('Chatham House Rule');
    // Whatever a text brings along: under the rule nobody is named.
    expect(note({ p0: [KEN] }, 'none')).not.toContain('Kenya');
  });
});

describe('open brackets over time', () => {
  const at = (minute: number) => new Date(2026, 0, 1, 14, minute).getTime();

  test('are drawn as steps between the first and the last count', () => {
    const points = [
      { at: 0, open: 0 },
      { at: 50, open: 4 },
      { at: 100, open: 2 },
    ];
    expect(stepPath(points)).toEqual({ path: 'M 0 100 H 500 V 0 H 1000 V 50', end: { x: 1000, y: 50 } });
  });

  test('a single count is a level line, none is nothing', () => {
    expect(stepPath([{ at: 7, open: 3 }]).path).toBe('M 0 0 H 1000');
    expect(stepPath([]).path).toBe('');
    for (const size of ['page', 'wall'] as const)
      expect(heard(<BurnDown points={[]} size={size} />)).toBe('Nothing has been put in brackets here.');
  });

  test('are said in words: how many now, and when there were most', () => {
    const points = [
      { at: at(0), open: 1 },
      { at: at(2), open: 9 },
      { at: at(5), open: 5 },
    ];
    expect(heard(<BurnDown points={points} />)).toContain('5 open brackets, at most 9 at 14:02');
    expect(heard(<BurnDown points={points.slice(0, 1)} />)).toContain('1 open bracket, counted at 14:00');
  });
});
