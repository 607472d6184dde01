import { column } from '@shared/domain/board.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import { type Stage, stages } from '@shared/domain/kernel/words.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house, paragraphs } from '../support/build.ts';

let h: House;
const cards = (stage: Stage = 'reported') => column(h.state.plenary.board, h.panel(1), stage).map(({ id }) => id);
const item = (id: string) => h.state.plenary.board.items[id];
const merge = (into: string, ...itemIds: string[]) => h.try('mod', 'lineage.merge', { into, itemIds });
const unmerge = (itemId: string) => h.try('mod', 'lineage.unmerge', { itemId });
const split = (itemId: string, ...parts: number[][]) =>
  h.try('mod', 'lineage.split', {
    itemId,
    parts: parts.map((blockIndexes, at) => ({ title: `Part ${at + 1}`, blockIndexes })),
  });
const unsplit = (itemId: string) => h.try('mod', 'lineage.unsplit', { itemId });
const partsOf = (itemId: string) => item(itemId)?.gone?.into ?? [];
const many = (...titles: string[]) => titles.map((title, at) => h.reported((at % 2) + 1, title));

beforeEach(() => {
  h = house({ panels: ['First', 'Second'] });
  h.openRooms({ panel: 2, rooms: 2 });
  h.openRooms({ rooms: 2 });
});

describe('merging', () => {
  test('[LIN-1] the bureau merges items of one panel that stand on the board', () => {
    const [a = '', b = '', c = '', d = ''] = many('A', 'B', 'C', 'D');
    for (const who of ['KEN-1', 'pan-1', 'VAT-1', 'screen'])
      expect(h.try(who, 'lineage.merge', { into: a, itemIds: [b] })).toEqual({ refused: 'rights.not-permitted' });
    expect(merge(a, a)).toEqual({ refused: 'lineage.twice' });
    expect(merge(a, b, b)).toEqual({ refused: 'lineage.twice' });
    expect(merge(a, 'nothing')).toEqual({ refused: 'board.unknown' });
    expect(merge('nothing', a)).toEqual({ refused: 'board.unknown' });
    const round = h.state.plenary.seating.byId[h.state.plenary.seating.order[0] ?? ''];
    const elsewhere = h.reported(round?.roomIds[0] ?? '', 'Elsewhere');
    expect(merge(a, elsewhere)).toEqual({ refused: 'lineage.other-panel' });
    h.dispose(d, 'parked', 'Later.');
    expect(merge(a, d)).toEqual({ refused: 'board.disposed' });
    expect(merge(d, a)).toEqual({ refused: 'board.disposed' });
    expect(merge(a, b, c)).not.toHaveProperty('refused');
    expect(cards()).toEqual([a]);
    expect(item(b)?.gone).toMatchObject({ as: 'merged', into: [a] });
  });

  test('[LIN-1] under vote nothing is merged, and what is decided is merged into nothing', () => {
    const [a = '', b = ''] = many('A', 'B');
    h.step('deciding');
    h.stage(a, 'ready');
    const underVote = { refused: 'board.under-vote' };
    h.openVote(a, { yes: ['KEN'] });
    const { order } = h.state.plenary.vote;
    for (const refused of [merge(a, b), merge(b, a), split(a, [0], [0])]) expect(refused).toEqual(underVote);
    h.act('mod', 'vote.lock', { voteId: order[0] ?? '' });
    expect(merge(b, a)).toEqual(underVote);
    h.act('mod', 'vote.declare', { voteId: order[0] ?? '' });
    h.stage(a, 'decided');
    expect(merge(b, a)).toEqual({ refused: 'lineage.decided' });
    expect(split(a, [0], [0])).toEqual({ refused: 'lineage.decided' });
    expect(merge(a, b)).not.toHaveProperty('refused');
  });

  test('[LIN-1] what became part of an item is not taken out of it while it is voted on', () => {
    const [a = '', b = ''] = many('A', 'B');
    merge(a, b);
    h.step('deciding');
    h.stage(a, 'ready');
    h.openVote(a, {});
    expect(unmerge(b)).toEqual({ refused: 'board.under-vote' });
  });

  test('[LIN-2] what is merged is acted on no more, and keeps what it had', () => {
    const [a = '', b = '', c = ''] = many('A', 'B', 'C');
    h.step('commenting');
    h.comment(b, 'KEN-1', 'support', 'Yes.');
    h.signal(b, { support: ['KEN'] });
    h.act('mod', 'board.spotlight', { panelId: h.panel(1), itemId: b });
    h.act('mod', 'lineage.merge', { into: a, itemIds: [b] });
    expect(h.state.plenary.board.spotlight[h.panel(1)]).toBeNull();
    const merged = { refused: 'lineage.merged' };
    const asked = [
      h.try('mod', 'board.stage', { itemId: b, stage: 'ready', before: null }),
      h.try('mod', 'board.spotlight', { panelId: h.panel(1), itemId: b }),
      h.try('mod', 'board.dispose', { itemId: b, disposition: { as: 'parked', reason: 'No.' } }),
      h.try('KEN-1', 'comment.post', { itemId: b, kind: 'support', text: 'Yes.', replyTo: null }),
      h.try('KEN-1', 'position.signal', { itemId: b, position: 'concern' }),
      merge(c, b),
      merge(b, c),
      split(b, [0], [0]),
    ];
    for (const answer of asked) expect(answer).toEqual(merged);
    h.step('deciding');
    expect(h.try('mod', 'vote.open', { itemId: b, majority: 'simple', present: null })).toEqual(merged);
    expect(h.state.plenary.comment.byItem[b]).toHaveLength(1);
    expect(h.state.plenary.position[b]).toEqual({ KEN: 'support' });
    expect(item(b)?.current.title).toBe('B');
  });

  test('[LIN-3] un-merged in whatever order, all stand where they stood', () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 });
    fc.assert(
      fc.property(order, order, fc.boolean(), (there, back, atOnce) => {
        h = house();
        h.openRooms({ rooms: 2 });
        const all = many('A', 'B', 'C', 'D', 'E');
        for (const id of all) h.stage(id, 'under-comment');
        const ids = (indexes: number[]) => indexes.flatMap((at) => all[at] ?? []);
        if (atOnce) merge(all[0] ?? '', ...ids(there));
        else for (const id of ids(there)) merge(all[0] ?? '', id);
        expect(cards('under-comment')).toEqual(all.slice(0, 1));
        for (const id of ids(back)) h.act('mod', 'lineage.unmerge', { itemId: id });
        expect(cards('under-comment')).toEqual(all);
        expect(all.some((id) => item(id)?.gone)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test('[LIN-3] only what is merged is un-merged', () => {
    const [a = ''] = many('A');
    expect(unmerge(a)).toEqual({ refused: 'lineage.not-merged' });
    expect(unmerge('nothing')).toEqual({ refused: 'lineage.not-merged' });
    expect(unsplit(a)).toEqual({ refused: 'lineage.not-split' });
  });

  test('[LIN-4] no room takes back what was merged, nor what it was merged into', () => {
    const [a = '', b = ''] = many('A', 'B');
    merge(a, b);
    unmerge(b);
    for (const itemId of [a, b]) {
      const roomId = h.roomOf(itemId);
      expect(h.try(h.rapporteur(roomId), 'actionItem.takeBack', { roomId, itemId })).toEqual({
        refused: 'actionItem.already-staged',
      });
    }
  });
});

describe('splitting', () => {
  const three = () => h.reported(1, 'Whole', paragraphs('One.\nTwo.\nThree.'), { horizon: 'short' });
  const words = (id: string) => item(id)?.current.draft.blocks.map(({ runs }) => runs.map(({ text }) => text).join(''));

  test('[LIN-5] the parts stand where the whole stood', () => {
    const [a = ''] = many('A');
    const whole = three();
    const [b = ''] = many('B');
    expect(split(whole, [2, 0], [1])).not.toHaveProperty('refused');
    const [first = '', second = ''] = partsOf(whole);
    expect(cards()).toEqual([a, first, second, b]);
    expect(words(first)).toEqual(['One.', 'Three.']);
    expect(words(second)).toEqual(['Two.']);
    expect(item(first)?.current).toMatchObject({ version: 1, title: 'Part 1', fields: { horizon: 'short' } });
    expect(item(first)).toMatchObject({ roomId: item(whole)?.roomId, stage: 'reported', isStaged: false });
    expect(h.try('mod', 'board.stage', { itemId: whole, stage: 'ready', before: null })).toEqual({
      refused: 'lineage.split',
    });
  });

  test('[LIN-6] each paragraph is in one part, and each part has words', () => {
    const whole = three();
    expect(split(whole, [0], [1])).toEqual({ refused: 'lineage.blocks-uneven', details: { blocks: [3] } });
    expect(split(whole, [0, 1], [1, 2])).toEqual({ refused: 'lineage.blocks-uneven', details: { blocks: [2] } });
    expect(split(whole, [0, 1], [2, 3])).toEqual({ refused: 'lineage.blocks-uneven', details: { blocks: [4] } });
    const empty = h.reported(1, 'Empty', paragraphs('One.\n'));
    expect(split(empty, [0], [1])).toEqual({ refused: 'lineage.part-empty' });
  });

  test('[LIN-7] no bracket and no group of alternatives is cut in two', () => {
    const fact = { kind: 'doubt' as const, proposedBy: [], supportedBy: [], opposedBy: [], reservedBy: [] };
    const draft: DraftText = {
      blocks: [
        { kind: 'paragraph', level: 0, runs: [{ text: '', opens: 'x' }, { text: 'One.' }] },
        { kind: 'paragraph', level: 0, runs: [{ text: 'Two.' }] },
        { kind: 'paragraph', level: 0, runs: [{ text: 'Three.' }, { text: '', closes: 'x' }] },
        { kind: 'paragraph', level: 0, runs: [sign('opens', 'y'), { text: 'Four.' }, sign('closes', 'y')] },
        { kind: 'paragraph', level: 0, runs: [sign('opens', 'z'), { text: 'Five.' }, sign('closes', 'z')] },
      ],
      brackets: { x: { ...fact, group: null }, y: { ...fact, group: 'g' }, z: { ...fact, group: 'g' } },
    };
    const whole = h.reported(1, 'Whole', draft);
    Object.assign(item(whole)?.current ?? {}, { draft });
    const cut = (brackets: string[]) => ({ refused: 'lineage.brackets-cut', details: { brackets } });
    expect(split(whole, [0, 2], [1, 3, 4])).toEqual(cut(['One.Two.Three.']));
    expect(split(whole, [0, 1], [2, 3, 4])).toEqual(cut(['One.Two.Three.']));
    expect(split(whole, [0, 1, 2, 3], [4])).toEqual(cut(['Four.Five.']));
    expect(split(whole, [0, 1, 2], [3, 4])).not.toHaveProperty('refused');
    const [first = '', second = ''] = partsOf(whole);
    expect(Object.keys(item(first)?.current.draft.brackets ?? {})).toEqual(['x']);
    expect(Object.keys(item(second)?.current.draft.brackets ?? {})).toEqual(['y', 'z']);
  });

  test('[LIN-8] a split is undone until somebody acts on a part', () => {
    const [a = ''] = many('A');
    const whole = three();
    const [b = ''] = many('B');
    const others = Array.from({ length: 5 }, three);
    h.step('commenting');
    const acts: ((part: string) => void)[] = [
      (part) => h.stage(part, 'under-comment'),
      (part) => h.dispose(part, 'parked', 'Later.'),
      (part) => h.comment(part, 'KEN-1', 'support', 'Yes.'),
      (part) => h.signal(part, { support: ['KEN'] }),
      (part) => h.act('mod', 'lineage.merge', { into: part, itemIds: [a] }),
    ];
    split(whole, [0], [1, 2]);
    const parts = partsOf(whole);
    expect(unsplit(whole)).not.toHaveProperty('refused');
    expect(cards()).toEqual([a, whole, b, ...others]);
    expect(parts.map(item)).toEqual([undefined, undefined]);
    for (const [at, act] of acts.entries()) {
      const other = others[at] ?? '';
      split(other, [0], [1, 2]);
      act(partsOf(other)[1] ?? '');
      expect(unsplit(other)).toEqual({ refused: 'lineage.part-acted-on', details: { parts: ['Part 2'] } });
      expect(stages.flatMap((stage) => cards(stage))).not.toContain(other);
    }
  });
});

function sign(as: 'opens' | 'closes', id: string) {
  return { text: '', [as]: id };
}
