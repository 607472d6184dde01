import { fileURLToPath } from 'node:url';
import { compare } from '@shared/domain/comparison.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { I18nFixed } from '../../client/i18n/I18n.tsx';
import { BurnDown } from '../../client/parts/BurnDown.tsx';
import { stepPath } from '../../client/parts/burnDownPath.ts';
import { type ComparedText, ComparisonView } from '../../client/parts/ComparisonView.tsx';
import { fieldChanges, layOutComparison } from '../../client/parts/comparisonLayout.ts';
import { rich } from '../support/build.ts';

const t = loadTranslator(fileURLToPath(new URL('../..', import.meta.url)), 'en');

const html = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <I18nFixed lang="en" t={t}>
      {node}
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
    expect(heard(<BurnDown points={[]} />)).toBe('Nothing has been put in brackets here.');
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
