import { attributed, reportedDraft } from '@shared/domain/attribution.ts';
import { layoutOf } from '@shared/domain/brackets/layout.ts';
import type { Bracket } from '@shared/domain/brackets/shape.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { Attribution } from '@shared/domain/kernel/words.ts';
import { describe, expect, test } from 'vitest';
import { house, houseCodes, rich } from '../support/build.ts';

/** A draft with one open bracket, reported under an attribution. */
function reported(attribution: Attribution) {
  const h = house();
  const [roomId] = h.openRooms({ rooms: 1, attribution }) as [string];
  const itemId = h.draft(1, 'Plans', '');
  h.signed.set(itemId, ['States shall adopt plans']);
  const of = (code: string) =>
    must(
      h.state.plenary.room.byId[roomId]?.members.find((id) => id.startsWith(`${code}-`)),
      code,
    );
  const opened = h.act(of('SEN'), 'bracket.open', { roomId, itemId, kind: 'addition', from: 'w1', to: 'w2' });
  const bracketId = String(opened[0]?.data.bracketId);
  for (const code of ['KEN', 'JPN', 'IOM'])
    h.act(of(code), 'bracket.takePosition', { roomId, bracketId, stance: 'support' });
  h.act(of('CHL'), 'bracket.takePosition', { roomId, bracketId, stance: 'oppose' });
  const settled = h.act(of('BRA'), 'bracket.open', { roomId, itemId, kind: 'doubt', from: 'w2', to: 'w3' });
  h.act(of('BRA'), 'bracket.withdrawPosition', { roomId, bracketId: String(settled[0]?.data.bracketId) });
  h.report(itemId);
  const { draft } = must(h.state.plenary.board.items[itemId], 'item').current;
  return { h, roomId, itemId, bracketId, draft };
}

describe('what a report says of a bracket', () => {
  test.each(['named', 'delegation'] as const)('[BRA-12] [ITEM-8] under “%s” who stands how', (attribution) => {
    const { draft, bracketId } = reported(attribution);
    const of = (...codes: string[]) => codes.map((delegation) => ({ delegation }));
    expect(draft.brackets).toEqual({
      [bracketId]: {
        ...{ kind: 'addition', group: null, proposedBy: of('SEN') },
        // By code or name, whoever came first.
        supportedBy: of('IOM', 'JPN', 'KEN', 'SEN'),
        opposedBy: of('CHL'),
        reservedBy: [],
      },
    });
  });

  test('[BRA-12] [ITEM-8] under “region” how many of each regional group; who has none is left out', () => {
    const { draft, bracketId } = reported('region');
    expect(draft.brackets?.[bracketId]).toEqual({
      ...{ kind: 'addition', group: null, proposedBy: [{ region: 'africa', count: 1 }] },
      supportedBy: [
        { region: 'africa', count: 2 },
        { region: 'asia-pacific', count: 1 },
      ],
      opposedBy: [{ region: 'grulac', count: 1 }],
      reservedBy: [],
    });
  });

  test('[BRA-12] [ITEM-8] under “none” that it is there, and nobody', () => {
    const { draft, bracketId, h } = reported('none');
    expect(draft.brackets?.[bracketId]).toEqual({
      ...{ kind: 'addition', group: null, proposedBy: [], supportedBy: [], opposedBy: [], reservedBy: [] },
    });
    const board = JSON.stringify([h.state.plenary.board, h.state.plenary.bracket]);
    expect([...houseCodes, 'IOM', 'VAT'].filter((code) => board.includes(`"${code}"`))).toEqual([]);
  });

  test('[BRA-12] only of brackets whose signs stand in the text, and only of its own', () => {
    const { h, roomId, itemId, bracketId } = reported('named');
    const signs = rich({ text: '', opens: 'stranger' }, 'x', { text: '', closes: 'stranger' });
    expect(reportedDraft(signs, h.state, roomId, itemId)).toEqual(signs);
    const ours = rich({ text: '', opens: bracketId }, { text: '', closes: bracketId });
    expect(Object.keys(reportedDraft(ours, h.state, roomId, itemId).brackets ?? {})).toEqual([bracketId]);
    expect(reportedDraft(ours, h.state, roomId, 'another')).toEqual(ours);
    expect(reportedDraft(ours, h.state, 'nowhere', itemId)).toEqual(ours);
  });
});

test('[BRA-12] whoever holds a position, nobody who may not be named is', () => {
  const { delegation } = house().state.plenary;
  const positions = Object.fromEntries(houseCodes.map((code) => [code, { stance: 'reserve' as const, at: 1 }]));
  const facts = { id: 'b', itemId: 'i', kind: 'doubt' as const, group: null, place: { from: 'a', to: 'b' } };
  const bracket: Bracket = {
    ...{ ...facts, words: null, proposedBy: 'KEN', openedAt: 1, positions, call: null, objection: null, phase: 'open' },
  };
  for (const attribution of Attribution.options) {
    const said = JSON.stringify(attributed(bracket, attribution, delegation));
    const isNamed = attribution === 'named' || attribution === 'delegation';
    expect(houseCodes.filter((code) => said.includes(code))).toEqual(isNamed ? houseCodes : []);
  }
});

test('brackets are read from their signs: words, nesting and paragraphs, also where one never closes', () => {
  const layout = layoutOf({
    blocks: [
      { id: 'p1', ...{ kind: 'paragraph', level: 0 }, runs: [{ text: 'a ' }, { text: '', opens: 'x' }, { text: 'b' }] },
      {
        kind: 'paragraph',
        level: 0,
        runs: [
          { text: '', opens: 'y', note: 'n' },
          { text: '', closes: 'y' },
        ],
      },
      { id: 'p2', kind: 'paragraph', level: 0, runs: [{ text: 'c' }, { text: '', closes: 'x' }, { text: 'd' }] },
      { id: 'p3', kind: 'paragraph', level: 0, runs: [{ text: '', opens: 'z' }, { text: 'e' }] },
    ],
  });
  expect([...layout]).toEqual([
    ['x', { words: 'b\n(n)\nc', nested: ['y'], paragraphs: ['p1', 'p2'] }],
    ['y', { words: '', nested: [], paragraphs: [] }],
    ['z', { words: 'e', nested: [], paragraphs: ['p3'] }],
  ]);
});
