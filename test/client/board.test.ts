import { must } from '@shared/domain/kernel/must.ts';
import { describe, expect, test } from 'vitest';
import { followerOf, setAside, shownColumns, stepWithin } from '../../client/features/board/boardView.ts';
import { clipped, typedPassage } from '../../client/features/board/passageDom.ts';
import { marksOf, passagesOf } from '../../client/features/board/passages.ts';
import { threadsOf, visibleCount } from '../../client/features/board/threads.ts';
import { keepUnsent, unsentAt } from '../../client/features/board/unsentComments.ts';
import { type House, house } from '../support/build.ts';

function boardOf(titles: readonly string[], words?: string) {
  const h = house();
  h.openRooms({ rooms: 2 });
  return { h, ids: titles.map((title, at) => h.reported((at % 2) + 1, title, words)) };
}

describe('the board as it is shown', () => {
  test('columns hold their cards in the bureau’s order, and a search keeps the totals', () => {
    const { h, ids } = boardOf(['Identity documents', 'Shared standards', 'Identity of Returnees']);
    const [first, second, third] = ids as [string, string, string];
    h.stage(second, 'ready');
    const show = (sought: string) =>
      shownColumns(h.state.plenary.board, h.panel(), sought).map(({ stage, items, total }) => [
        stage,
        items.map(({ id }) => id),
        total,
      ]);
    expect(show('')).toEqual([
      ['reported', [first, third], 2],
      ['under-comment', [], 0],
      ['ready', [second], 1],
      ['decided', [], 0],
    ]);
    expect(show('  RETURNEES identity ')[0]).toEqual(['reported', [third], 2]);
    expect(show('nothing of it')[2]).toEqual(['ready', [], 1]);
  });

  test('a panel without a board has four empty columns', () => {
    const h = house();
    expect(shownColumns(h.state.plenary.board, h.panel(), '').map(({ total }) => total)).toEqual([0, 0, 0, 0]);
  });

  test('what is set aside is listed in the order of its reports, whatever its column was', () => {
    const { h, ids } = boardOf(['A', 'B', 'C']);
    const [a, , c] = ids as [string, string, string];
    h.dispose(c, 'parked', 'Later.');
    h.dispose(a, 'not-taken-up', 'Covered.');
    expect(setAside(h.state.plenary.board, h.panel()).map(({ id }) => id)).toEqual([a, c]);
    h.act('mod', 'board.takeUp', { itemId: c });
    expect(setAside(h.state.plenary.board, h.panel()).map(({ id }) => id)).toEqual([a]);
  });

  test('one place up or down leads there and back, and nowhere at the ends', () => {
    const { h, ids } = boardOf(['A', 'B', 'C']);
    const [a, b, c] = ids as [string, string, string];
    const order = () => h.state.plenary.board.columns[h.panel()]?.reported ?? [];
    const step = (itemId: string, direction: 'up' | 'down') => {
      const before = stepWithin(order(), itemId, direction);
      if (before !== undefined) h.act('mod', 'board.stage', { itemId, stage: 'reported', before });
      return before;
    };
    expect([stepWithin(order(), a, 'up'), stepWithin(order(), c, 'down'), stepWithin(order(), 'x', 'up')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    step(a, 'down');
    expect(order()).toEqual([b, a, c]);
    step(a, 'down');
    expect(order()).toEqual([b, c, a]);
    step(a, 'up');
    step(a, 'up');
    expect(order()).toEqual([a, b, c]);
  });

  test('undoing a move puts a card back before the card that followed it', () => {
    const { h, ids } = boardOf(['A', 'B', 'C']);
    const [a, b, c] = ids as [string, string, string];
    const card = (id: string) => must(h.state.plenary.board.items[id], 'card');
    expect(followerOf(h.state.plenary.board, card(a))).toBe(b);
    expect(followerOf(h.state.plenary.board, card(c))).toBeNull();
    const before = followerOf(h.state.plenary.board, card(b));
    h.stage(b, 'ready');
    h.act('mod', 'board.stage', { itemId: b, stage: 'reported', before });
    expect(h.state.plenary.board.columns[h.panel()]?.reported).toEqual([a, b, c]);
  });
});

describe('comments as they are shown', () => {
  test('answers stand below what they answer, and hidden ones are not counted', () => {
    const { h, ids } = boardOf(['A']);
    const itemId = must(ids[0], 'item');
    h.step('commenting');
    const question = h.comment(itemId, 'KEN-1', 'question', 'By when?');
    const other = h.comment(itemId, 'BRA-1', 'support', 'Yes.');
    const answer = h.comment(itemId, 'pan-1', 'information', 'By 2019.', question);
    const again = h.comment(itemId, 'KEN-1', 'support', 'Thank you.', answer);
    const comments = h.state.plenary.comment.byItem[itemId];
    expect(threadsOf(comments ?? []).map(({ root, answers }) => [root.id, answers.map(({ id }) => id)])).toEqual([
      [question, [answer, again]],
      [other, []],
    ]);
    expect(visibleCount(comments)).toBe(4);
    h.act('mod', 'comment.hide', { itemId, commentId: other, reason: 'No.' });
    expect(visibleCount(h.state.plenary.comment.byItem[itemId])).toBe(3);
    expect(visibleCount(undefined)).toBe(0);
  });

  test('what was typed and not posted is kept at its place until it is posted', () => {
    keepUnsent('c/item/', 'half a sent');
    expect([unsentAt('c/item/'), unsentAt('c/other/')]).toEqual(['half a sent', '']);
    keepUnsent('c/item/', '');
    expect(unsentAt('c/item/')).toBe('');
  });
});

describe('comments on passages', () => {
  const says = (h: House, itemId: string) => {
    const item = must(h.state.plenary.board.items[itemId], 'item');
    return passagesOf(item, threadsOf(h.state.plenary.comment.byItem[itemId] ?? []));
  };

  test('threads on the same words share a mark, and hidden ones have none', () => {
    const { h, ids } = boardOf(['A'], 'Open legal pathways.');
    const itemId = must(ids[0], 'item');
    h.step('commenting');
    const first = h.commentOn(itemId, 'KEN-1', 'legal', 'Which?');
    const second = h.commentOn(itemId, 'BRA-1', 'legal', 'All of them.');
    h.comment(itemId, 'pan-1', 'information', 'See the study.', first);
    const other = h.commentOn(itemId, 'BRA-1', 'Open', 'Keep open.');
    h.comment(itemId, 'BRA-1', 'support', 'On the whole item.');
    const passages = says(h, itemId);
    expect(passages.get(first)?.mark).toBe(passages.get(second)?.mark);
    expect(marksOf(passages).map(({ quote, count }) => [quote, count])).toEqual([
      ['legal', 3],
      ['Open', 1],
    ]);
    h.act('mod', 'comment.hide', { itemId, commentId: other, reason: 'No.' });
    expect(says(h, itemId).has(other)).toBe(false);
  });

  test('of an earlier version, the words are found in the current one or said to be gone', () => {
    const { h, ids } = boardOf(['A'], 'Open legal pathways.');
    const itemId = must(ids[0], 'item');
    h.step('reporting');
    const kept = h.commentOn(itemId, 'KEN-1', 'legal', 'Which?');
    const gone = h.commentOn(itemId, 'KEN-1', 'Open', 'Why?');
    h.takeBack(itemId);
    h.drafts.set(itemId, { blocks: [{ kind: 'paragraph', level: 0, runs: [{ text: 'Many legal ways.' }] }] });
    h.report(itemId);
    const passages = says(h, itemId);
    expect(passages.get(kept)?.mark).toMatchObject({ place: { block: 0, from: 5, to: 10 }, quote: 'legal' });
    expect(passages.get(gone)).toEqual({ quote: 'Open', mark: null, isChanged: false });
  });

  test('a passage is without the space around it, and no longer than can be quoted', () => {
    expect(clipped(2, 'shall open  ways', 5, 12)).toEqual({ block: 2, from: 6, to: 10, quote: 'open' });
    expect(clipped(0, 'a  b', 1, 3)).toBeNull();
    expect(clipped(0, 'shall open ways', 7, 12)?.quote).toBe('open ways');
    expect(clipped(0, '会员国应签发证件', 3, 6)?.quote).toBe('应签发');
    expect(clipped(0, `${'x'.repeat(299)}😀 and more`, 0, 310)?.quote).toBe('x'.repeat(299));
  });

  test('who types the words of a passage must type them as they stand', () => {
    expect(typedPassage(['One.', 'Two words.'], ' Tw')).toMatchObject({ quote: 'Two' });
    expect(typedPassage(['One.', 'Two words.'], ' Two ')).toEqual({ block: 1, from: 0, to: 3, quote: 'Two' });
    for (const words of ['', ' ', 'two', 'One. Two']) expect(typedPassage(['One.', 'Two words.'], words)).toBeNull();
  });
});
