import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8');
const contrastStart = css.indexOf('@media (prefers-contrast: more)');
const contrastEnd = css.indexOf('@media (prefers-reduced-motion');

type Side = 'light' | 'dark';
type Palette = Map<string, Record<Side, string>>;

const regions = ['africa', 'asia-pacific', 'eastern-europe', 'grulac', 'weog', 'none'];
const states = ['accent', 'caution', 'danger', 'success'];
const grounds = ['paper', 'desk', 'raised'];

const plain = palette(css.slice(0, contrastStart));
const schemes = {
  plain,
  'high contrast': new Map([...plain, ...palette(css.slice(contrastStart, contrastEnd))]),
};

function palette(text: string): Palette {
  const pairs = text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast of two colours. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const pairsOfText: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-muted', ground],
    ...states.map((state): [string, string] => [state, ground]),
  ]),
  ['ink', 'sunken'],
  ['ink-muted', 'sunken'],
  ...states.flatMap((state): [string, string][] => [
    [`on-${state}`, state],
    [`on-${state}-soft`, `${state}-soft`],
  ]),
  ['on-accent', 'accent-strong'],
  ...regions.flatMap((region): [string, string][] => [
    ['ink', `region-${region}-soft`],
    ['region-on', `region-${region}`],
  ]),
];

const pairsOfSigns: [string, string][] = grounds.flatMap((ground): [string, string][] => [
  ['line-strong', ground],
  ['rule', ground],
  ...regions.map((region): [string, string] => [`region-${region}`, ground]),
]);

test('the measure itself is right: black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(Object.entries(schemes))('%s', (name, colours) => {
  describe.each(['light', 'dark'] as const)('%s', (side) => {
    const of = (a: string, b: string) => {
      const [first, second] = [colours.get(a), colours.get(b)];
      if (!first || !second) throw new Error(`no token ${first ? b : a}`);
      return contrast(first[side], second[side]);
    };
    test.each(pairsOfText)('%s on %s is readable', (a, b) => {
      expect(of(a, b)).toBeGreaterThanOrEqual(4.5);
    });
    test.each(pairsOfSigns)('%s on %s is seen', (a, b) => {
      expect(of(a, b)).toBeGreaterThanOrEqual(name === 'plain' ? 3 : 4.5);
    });
    test('the text of the projector has at least 7', () => {
      expect(of('ink', 'paper')).toBeGreaterThanOrEqual(7);
      expect(of('ink-muted', 'paper')).toBeGreaterThanOrEqual(7);
    });
  });
});

test('motion lasts at most 200 ms and none is left under reduced motion', () => {
  const durations = [...css.matchAll(/--(?:quick|calm): (\d+)ms/g)].map(([, ms]) => Number(ms));
  expect(durations).toHaveLength(4);
  expect(Math.max(...durations.slice(0, 2))).toBeLessThanOrEqual(200);
  expect(durations.slice(2)).toEqual([0, 0]);
});
