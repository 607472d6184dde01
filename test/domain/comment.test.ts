import { lettersOf, type Passage } from '@shared/domain/passage.ts';
import { readPayload } from '@shared/domain/rulebook.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';

let h: House;
let item: string;
const thread = () => h.state.plenary.comment.byItem[item] ?? [];
const post = (who: string, replyTo: string | null = null) =>
  h.try(who, 'comment.post', { itemId: item, kind: 'information', text: 'Known.', replyTo });

beforeEach(() => {
  h = house();
  h.openRooms();
  item = h.reported(1, 'Open legal pathways');
  h.step('commenting');
});

describe('comments', () => {
  test('[COM-1] panelists, delegates and the bureau comment while the panel reports or comments', () => {
    for (const who of ['pan-1', 'KEN-1', 'mod', 'sec']) expect(post(who)).not.toHaveProperty('refused');
    for (const who of ['VAT-1', 'IOM-1', 'screen']) expect(post(who)).toEqual({ refused: 'rights.not-permitted' });
    h.step('deciding');
    expect(post('KEN-1')).toMatchObject({ refused: 'panel.wrong-step' });
    h.step('reporting');
    expect(post('KEN-1')).not.toHaveProperty('refused');
    h.step('breakout');
    expect(post('KEN-1')).toMatchObject({ refused: 'panel.wrong-step' });
    expect(thread()).toHaveLength(5);
  });

  test('[COM-2] closed comments take no more, until they are reopened', () => {
    expect(h.act('mod', 'comment.close', { itemId: item })).toHaveLength(1);
    expect(h.act('mod', 'comment.close', { itemId: item })).toEqual([]);
    for (const who of ['KEN-1', 'pan-1', 'mod']) expect(post(who)).toEqual({ refused: 'comment.closed' });
    expect(h.try('KEN-1', 'comment.reopen', { itemId: item })).toEqual({ refused: 'rights.not-permitted' });
    expect(h.act('mod', 'comment.reopen', { itemId: item })).toHaveLength(1);
    expect(h.act('mod', 'comment.reopen', { itemId: item })).toEqual([]);
    expect(post('KEN-1')).not.toHaveProperty('refused');
  });

  test('[COM-3] an answer to an answer joins the same thread', () => {
    const question = h.comment(item, 'KEN-1', 'question', 'By when?');
    const answer = h.comment(item, 'BRA-1', 'information', 'By 2019.', question);
    const again = h.comment(item, 'KEN-2', 'support', 'Thank you.', answer);
    expect(thread().map(({ id, replyTo }) => [id, replyTo])).toEqual([
      [question, null],
      [answer, question],
      [again, question],
    ]);
    expect(post('KEN-1', 'nothing')).toEqual({ refused: 'comment.unknown' });
  });

  test('[COM-4] the bureau hides with a reason, and nobody answers what is hidden', () => {
    const commentId = h.comment(item, 'KEN-1', 'reservation', 'Out of place.');
    expect(h.try('BRA-1', 'comment.hide', { itemId: item, commentId, reason: 'No.' })).toEqual({
      refused: 'rights.not-permitted',
    });
    h.act('mod', 'comment.hide', { itemId: item, commentId, reason: 'Names a person.' });
    expect(thread()[0]).toMatchObject({ hidden: 'Names a person.', text: 'Out of place.' });
    expect(post('BRA-1', commentId)).toEqual({ refused: 'comment.unknown' });
    expect(h.act('mod', 'comment.reveal', { itemId: item, commentId })).toHaveLength(1);
    expect(h.act('mod', 'comment.reveal', { itemId: item, commentId })).toEqual([]);
    expect(post('BRA-1', commentId)).not.toHaveProperty('refused');
    expect(h.try('mod', 'comment.hide', { itemId: item, commentId: 'nothing', reason: 'No.' })).toEqual({
      refused: 'comment.unknown',
    });
  });

  test('[COM-5] only a question is marked answered', () => {
    const question = h.comment(item, 'KEN-1', 'question', 'By when?');
    const remark = h.comment(item, 'KEN-1', 'support', 'Good.');
    const mark = (commentId: string, isAnswered: boolean) =>
      h.try('mod', 'comment.markAnswered', { itemId: item, commentId, isAnswered });
    expect(mark(question, true)).toHaveLength(1);
    expect(mark(question, true)).toEqual([]);
    expect(thread()[0]?.isAnswered).toBe(true);
    expect(mark(question, false)).toHaveLength(1);
    expect(thread()[0]?.isAnswered).toBe(false);
    expect(mark(remark, true)).toEqual({ refused: 'comment.not-a-question' });
  });

  test('[COM-6] a comment keeps the seat that it was made from', () => {
    h.comment(item, 'KEN-1', 'support', 'Good.');
    h.comment(item, 'pan-1', 'information', 'See the study.');
    h.act('sec', 'delegation.reseat', { participantId: 'KEN-1', delegationId: 'IOM', role: 'observer' });
    expect(thread()).toMatchObject([
      { by: 'KEN-1', delegationId: 'KEN', role: 'delegate' },
      { by: 'pan-1', delegationId: null, role: 'panelist' },
    ]);
  });

  test('[COM-7] a comment is neither empty nor endless, nor are an item’s comments', () => {
    const read = (text: string) =>
      readPayload('comment.post', { itemId: item, kind: 'support', text, replyTo: null }).ok;
    expect([read(''), read('   '), read('x'.repeat(4_001))]).toEqual([false, false, false]);
    expect([read('x'), read('x'.repeat(4_000))]).toEqual([true, true]);
    for (let n = 0; n < 2_000; n += 1) h.comment(item, 'mod', 'information', `${n}`);
    expect(post('KEN-1')).toEqual({ refused: 'comment.too-many' });
    expect(thread()).toHaveLength(2_000);
  });

  test('[COM-8] a comment may be on words that stand in the version on the board', () => {
    const [text = ''] = h.state.plenary.board.items[item]?.current.draft.blocks.map(lettersOf) ?? [];
    const on = (passage: Passage, to = item) =>
      h.try('KEN-1', 'comment.post', { itemId: to, kind: 'proposal', text: 'Say which.', replyTo: null, passage });
    const right = { block: 0, from: 0, to: 5, quote: text.slice(0, 5) };
    expect(on(right)).toMatchObject([{ data: { passage: { ...right, version: 1 } } }]);
    expect(thread()[0]?.passage).toEqual({ ...right, version: 1 });
    const wrong = [
      { ...right, block: 7 },
      { ...right, from: 1 },
      { ...right, to: 6 },
      { ...right, quote: 'Other' },
      { ...right, to: 0, quote: '' },
    ];
    for (const passage of wrong) expect(on(passage)).toEqual({ refused: 'comment.not-in-text' });
    const read = (quote: string) =>
      readPayload('comment.post', {
        ...{ itemId: item, kind: 'support', text: 'x', replyTo: null, passage: { ...right, quote } },
      }).ok;
    expect([read('x'.repeat(300)), read('x'.repeat(301))]).toEqual([true, false]);
    expect(post('KEN-1')).toMatchObject([{ data: expect.not.objectContaining({ passage: expect.anything() }) }]);
    expect(thread().at(-1)?.passage).toBeNull();
  });

  test('[COM-9] an answer stands where its thread does', () => {
    const root = h.commentOn(item, 'KEN-1', 'legal', 'Which?');
    const passage = { block: 0, from: 0, to: 1, quote: 'nowhere' };
    const answer = { itemId: item, kind: 'information' as const, text: 'All.', replyTo: root, passage };
    expect(h.try('BRA-1', 'comment.post', answer)).not.toHaveProperty('refused');
    expect(thread().at(-1)).toMatchObject({ replyTo: root, passage: null });
  });
});
