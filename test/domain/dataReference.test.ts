import { gcmObjective, gcmObjectives } from '@shared/data/gcmObjectives.ts';
import { glossaryTerm, glossaryTerms } from '@shared/data/glossary.ts';
import { bodies, instrumentOrBody, instruments } from '@shared/data/instruments.ts';
import { meeting2017 } from '@shared/data/meeting2017.ts';
import { memberState } from '@shared/data/memberStates.ts';
import { sdgGoals, sdgIndicator, sdgIndicators, sdgTarget, sdgTargets } from '@shared/data/sdg.ts';
import { describe, expect, test } from 'vitest';

const unresolved = (ids: readonly string[], find: (id: string) => unknown) =>
  ids.filter((id) => find(id) === undefined);

describe('the lists are whole', () => {
  test('17 goals, 169 targets, 248 indicators of which 231 are unique', () => {
    expect(sdgGoals.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
    expect(sdgTargets).toHaveLength(169);
    expect(sdgIndicators).toHaveLength(248);
    expect(sdgIndicators.filter(({ repeats }) => repeats === undefined)).toHaveLength(231);
  });

  test('every target but 11.c has an indicator, every indicator a target, every repetition a first listing', () => {
    const answered = new Set(sdgIndicators.map(({ code }) => code.slice(0, code.lastIndexOf('.'))));
    // 11.c lost its indicator in the review of 2020.
    expect(sdgTargets.map(({ code }) => code).filter((code) => !answered.has(code))).toEqual(['11.c']);
    expect(unresolved([...answered], sdgTarget)).toEqual([]);
    const repeated = sdgIndicators.flatMap(({ repeats }) => repeats ?? []);
    expect(unresolved(repeated, sdgIndicator)).toEqual([]);
  });

  test('23 objectives in order, opened by paragraphs 17 to 39', () => {
    expect(gcmObjectives.map(({ number, paragraph }) => paragraph - number)).toEqual(Array(23).fill(16));
    expect(gcmObjective(23)?.title).toMatch(/^Strengthen international cooperation/);
    expect(gcmObjective(24)).toBeUndefined();
  });

  test('75 instruments, 6 bodies, 40 terms, with distinct ids', () => {
    expect([instruments.length, bodies.length, glossaryTerms.length]).toEqual([75, 6, 40]);
    expect(new Set([...instruments, ...bodies].map(({ id }) => id)).size).toBe(81);
    expect(new Set(glossaryTerms.map(({ id }) => id)).size).toBe(40);
  });
});

describe('every reference leads somewhere', () => {
  test('from terms to instruments and related terms', () => {
    expect(
      unresolved(
        glossaryTerms.flatMap((term) => term.instruments),
        instrumentOrBody,
      ),
    ).toEqual([]);
    expect(
      unresolved(
        glossaryTerms.flatMap((term) => term.related),
        glossaryTerm,
      ),
    ).toEqual([]);
  });

  test('from objectives to targets', () => {
    expect(
      unresolved(
        gcmObjectives.flatMap((objective) => objective.relatedSdgTargets),
        sdgTarget,
      ),
    ).toEqual([]);
  });

  test('from the meeting to instruments, bodies, terms, objectives, targets and states', () => {
    const { items, footnotes } = meeting2017;
    expect(
      unresolved(
        items.flatMap((item) => [...item.instruments, ...item.bodies]),
        instrumentOrBody,
      ),
    ).toEqual([]);
    expect(
      unresolved(
        footnotes.flatMap((footnote) => footnote.instruments),
        instrumentOrBody,
      ),
    ).toEqual([]);
    expect(
      unresolved(
        items.flatMap((item) => item.terms),
        glossaryTerm,
      ),
    ).toEqual([]);
    expect(
      unresolved(
        items.flatMap((item) => item.mapping.sdgTargets),
        sdgTarget,
      ),
    ).toEqual([]);
    expect(items.flatMap((item) => item.mapping.gcmObjectives).filter((number) => !gcmObjective(number))).toEqual([]);
    expect(
      unresolved(
        items.map((item) => item.proposedBy),
        memberState,
      ),
    ).toEqual([]);
  });
});

describe('the meeting of June 2017', () => {
  const { items, paragraphs, footnotes, questions, panels } = meeting2017;
  const paragraph = (id: string) => paragraphs.find((it) => it.id === id);

  test('has 4 panels, 24 paragraphs, 14 items, 10 footnotes', () => {
    expect([panels.length, paragraphs.length, items.length, footnotes.length]).toEqual([4, 24, 14, 10]);
    expect(items.filter(({ kind }) => kind === 'recommendation')).toHaveLength(11);
  });

  test('every item is words of its paragraph, its footnotes at the same places', () => {
    for (const item of items) {
      const home = paragraph(item.paragraph);
      expect(home?.panel).toBe(item.panel);
      const from = home?.text.indexOf(item.text) ?? -1;
      expect(from).toBeGreaterThanOrEqual(0);
      const end = from + item.text.length;
      const inside = (home?.footnotes ?? []).filter(({ at }) => at > from && at <= end);
      expect(item.footnotes).toEqual(inside.map(({ n, at }) => ({ n, at: at - from })));
    }
  });

  test('every footnote stands once, after the words that it explains', () => {
    const before = paragraphs.flatMap(({ text, footnotes: anchors }) =>
      anchors.map(({ n, at }) => [n, text.slice(0, at).split(' ').at(-1)]),
    );
    expect(before).toEqual([
      [1, 'ASEAN.'],
      [2, 'Cities'],
      [3, 'SICREMI'],
      [4, 'persons.'],
      [5, 'decisions'],
      [6, 'them'],
      [7, 'exit.'],
      [8, 'RCPs'],
      [9, 'concepts.”'],
      [10, 'building'],
    ]);
  });

  test('no mark of the source is left in a text', () => {
    for (const { text } of [...paragraphs, ...items, ...footnotes]) expect(text).not.toMatch(/\*\*|[¹²³⁴⁵⁶⁷⁸⁹⁰]/);
  });

  test('an editorial question says which item it is made from, and every panel has a question', () => {
    const editorial = questions.filter(({ kind }) => kind === 'editorial');
    for (const { basis, panel } of editorial) expect(items.find(({ id }) => id === basis)?.panel).toBe(panel);
    expect(new Set(questions.map(({ panel }) => panel)).size).toBe(4);
  });

  test('a lead is named in the words of the text', () => {
    for (const { text, mapping } of items) for (const lead of mapping.leads) expect(text).toContain(lead);
  });
});
