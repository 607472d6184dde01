import { column } from '@shared/domain/board.ts';
import { stages } from '@shared/domain/kernel/words.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';

let h: House;
const cards = (stage: (typeof stages)[number], panel = 1) =>
  column(h.state.plenary.board, h.panel(panel), stage).map(({ id }) => id);
const place = (itemId: string, stage: (typeof stages)[number], before: string | null = null, who = 'mod') =>
  h.try(who, 'board.stage', { itemId, stage, before });
const item = (id: string) => h.state.plenary.board.items[id];

beforeEach(() => {
  h = house({ panels: ['First', 'Second'] });
  h.openRooms({ rooms: 2 });
});

describe('the board', () => {
  test('[BOA-1] a report stands at the end of Reported, as it was when it was reported', () => {
    const first = h.reported(1, 'One');
    const second = h.draft(2, 'Two', 'As reported.');
    h.report(second);
    h.drafts.set(second, { blocks: [] });
    expect(cards('reported')).toEqual([first, second]);
    expect(cards('reported', 2)).toEqual([]);
    expect(item(second)?.current).toMatchObject({ version: 1, title: 'Two' });
    expect(item(second)?.current.draft.blocks[0]?.runs[0]?.text).toBe('As reported.');
  });

  test('[BOA-2] the bureau puts a card before another or at the end, and it stands once', () => {
    const [a, b, c] = [h.reported(1, 'A'), h.reported(1, 'B'), h.reported(2, 'C')];
    place(c, 'reported', a);
    expect(cards('reported')).toEqual([c, a, b]);
    place(a, 'under-comment');
    place(b, 'under-comment', a);
    expect(stages.map((stage) => cards(stage))).toEqual([[c], [b, a], [], []]);
    place(b, 'under-comment');
    expect(cards('under-comment')).toEqual([a, b]);
    for (const who of ['KEN-1', 'pan-1', 'VAT-1', 'screen'])
      expect(place(a, 'ready', null, who)).toEqual({ refused: 'rights.not-permitted' });
    expect(place('nothing', 'ready')).toEqual({ refused: 'board.unknown' });
  });

  test('[BOA-3] a card goes before a card of the column it goes to, and before no other', () => {
    const [a, b, c] = [h.reported(1, 'A'), h.reported(1, 'B'), h.reported(1, 'C')];
    h.dispose(c, 'parked', 'Later.');
    expect(place(a, 'ready', b)).toEqual({ refused: 'board.not-in-that-column' });
    expect(place(a, 'reported', c)).toEqual({ refused: 'board.not-in-that-column' });
    expect(place(a, 'reported', a)).toEqual({ refused: 'board.unknown' });
    expect(place(a, 'reported', 'nothing')).toEqual({ refused: 'board.unknown' });
    expect(cards('reported')).toEqual([a, b]);
  });

  test('[BOA-4] under vote an item keeps its column', () => {
    const [a, b] = [h.reported(1, 'A'), h.reported(2, 'B')];
    h.step('deciding');
    h.stage(a, 'ready');
    h.stage(b, 'ready');
    const voteId = h.openVote(b, { yes: ['KEN'] });
    for (const phase of ['open', 'locked']) {
      expect(h.state.plenary.vote.byId[voteId]?.phase).toBe(phase);
      expect(place(b, 'decided')).toEqual({ refused: 'board.under-vote' });
      expect(h.try('mod', 'board.dispose', { itemId: b, disposition: { as: 'parked', reason: 'No.' } })).toEqual({
        refused: 'board.under-vote',
      });
      expect(place(b, 'ready', a)).not.toHaveProperty('refused');
      if (phase === 'open') h.act('mod', 'vote.lock', { voteId });
    }
    h.act('mod', 'vote.declare', { voteId });
    expect(place(b, 'decided')).not.toHaveProperty('refused');
  });

  test('[BOA-5] what is set aside leaves the columns with a reason and comes back to the end of its own', () => {
    const [a, b] = [h.reported(1, 'A'), h.reported(1, 'B')];
    h.stage(a, 'under-comment');
    h.stage(b, 'under-comment');
    h.dispose(a, 'not-taken-up', 'Covered by B.');
    expect(stages.flatMap((stage) => cards(stage))).toEqual([b]);
    expect(item(a)?.disposition).toEqual({ as: 'not-taken-up', reason: 'Covered by B.' });
    expect(place(a, 'ready')).toEqual({ refused: 'board.disposed' });
    h.act('mod', 'board.takeUp', { itemId: a });
    expect(cards('under-comment')).toEqual([b, a]);
    expect(item(a)?.disposition).toBeNull();
    expect(h.try('mod', 'board.takeUp', { itemId: a })).toEqual({ refused: 'board.not-disposed' });
  });

  test('[BOA-6] the spotlight shows an item of its panel, and goes out when it is taken back', () => {
    const a = h.reported(1, 'A');
    const spot = (panel: number, itemId: string | null) =>
      h.try('mod', 'board.spotlight', { panelId: h.panel(panel), itemId });
    expect(spot(2, a)).toEqual({ refused: 'board.unknown' });
    expect(spot(1, 'nothing')).toEqual({ refused: 'board.unknown' });
    spot(1, a);
    expect(h.state.plenary.board.spotlight[h.panel(1)]).toBe(a);
    h.takeBack(a);
    expect(h.state.plenary.board.spotlight[h.panel(1)]).toBeNull();
    h.report(a);
    spot(1, a);
    spot(1, null);
    expect(h.state.plenary.board.spotlight[h.panel(1)]).toBeNull();
  });

  test('[BOA-7] reported again, an item is its next version and keeps what was said', () => {
    const [a, b] = [h.reported(1, 'A'), h.reported(1, 'B')];
    h.takeBack(a);
    h.report(a);
    expect(cards('reported')).toEqual([b, a]);
    h.step('commenting');
    const comment = h.comment(a, 'KEN-1', 'support', 'Yes.');
    h.signal(a, { support: ['KEN'] });
    expect(item(a)?.current.version).toBe(2);
    expect(item(a)?.earlier.map(({ version }) => version)).toEqual([1]);
    h.step('reporting');
    h.takeBack(a);
    h.report(a);
    expect(item(a)?.earlier.map(({ version }) => version)).toEqual([1, 2]);
    expect(h.state.plenary.comment.byItem[a]?.map(({ id }) => id)).toEqual([comment]);
    expect(h.state.plenary.position[a]).toEqual({ KEN: 'support' });
  });

  test('[BOA-8] what the bureau has acted on stays; what is taken back is off the board', () => {
    const [a, b, c] = [h.reported(1, 'A'), h.reported(1, 'B'), h.reported(1, 'C')];
    h.stage(a, 'reported');
    h.dispose(b, 'parked', 'Later.');
    h.act('mod', 'board.takeUp', { itemId: b });
    const roomId = h.roomId(1);
    for (const itemId of [a, b])
      expect(h.try(h.rapporteur(1), 'actionItem.takeBack', { roomId, itemId })).toEqual({
        refused: 'actionItem.already-staged',
      });
    h.step('reporting');
    h.takeBack(c);
    expect(stages.flatMap((stage) => cards(stage))).not.toContain(c);
    const unknown = { refused: 'board.unknown' };
    expect(place(c, 'ready')).toEqual(unknown);
    expect(h.try('mod', 'board.spotlight', { panelId: h.panel(), itemId: c })).toEqual(unknown);
    expect(h.try('KEN-1', 'position.signal', { itemId: c, position: 'support' })).toEqual(unknown);
    expect(h.try('KEN-1', 'comment.post', { itemId: c, kind: 'support', text: 'Yes.', replyTo: null })).toEqual(
      unknown,
    );
  });
});
