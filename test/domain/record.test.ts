import { layOut } from '@shared/domain/draftLayout.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { stateDigest } from '@shared/domain/record/digest.ts';
import { suppressed } from '@shared/domain/record/participation.ts';
import { itemsOf, outlineOf } from '@shared/domain/record.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { house, houseCodes, paragraphs } from '../support/build.ts';
import { busyHouse } from '../support/busyHouse.ts';

const { h, items } = busyHouse();
const outline = outlineOf(h.state, { compare: (a, b) => a.localeCompare(b, 'en') });
const all = itemsOf(outline.panels);
const item = (id: string) =>
  must(
    all.find((each) => each.id === id),
    'item',
  );

describe('the items of the record', () => {
  test('every item that was ever reported is in it exactly once', () => {
    expect(all.map(({ id }) => id).sort()).toEqual(Object.values(items).sort());
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
    expect(outline.coverage.all).toBe(all.length);
    const { all: total, ...rest } = outline.coverage;
    expect(Object.values(rest).reduce((sum, count) => sum + count, 0)).toBe(total);
  });

  test('each says what became of it', () => {
    expect(item(items.carried).outcome).toEqual({ as: 'decided', result: 'carried' });
    expect(item(items.lost).outcome).toEqual({ as: 'decided', result: 'not-carried' });
    expect(item(items.ready).outcome).toEqual({ as: 'ready' });
    expect(item(items.commented).outcome).toEqual({ as: 'under-comment' });
    expect(item(items.reported).outcome).toEqual({ as: 'reported' });
    expect(item(items.parked).outcome).toEqual({ as: 'parked', reason: 'To be taken up in the next consultation' });
    expect(item(items.refused).outcome).toEqual({ as: 'not-taken-up', reason: 'Outside the mandate' });
    expect(item(items.takenBack).outcome).toEqual({ as: 'taken-back' });
  });

  test('an item that its room took back is there in the version last reported', () => {
    expect(item(items.takenBack)).toMatchObject({ version: 2, versions: 2, waiver: 'Reported again.' });
  });

  test('horizons come from short to none, what was decided first, numbered by panel', () => {
    const [first, second] = outline.panels;
    expect(first?.horizons.map(({ horizon }) => horizon)).toEqual(['short', 'medium', 'long', 'none']);
    expect(first?.horizons[0]?.items.map(({ number, id }) => [number, id])).toEqual([
      ['1.1', items.carried],
      ['1.2', items.lost],
    ]);
    expect(second?.horizons[0]?.items[0]?.number).toBe('2.1');
  });

  test('a paragraph of the brief names the items that answer it', () => {
    expect(outline.brief.paragraphs.map(({ answeredBy }) => answeredBy)).toEqual([['1.1'], ['2.1']]);
  });

  test('the text of a hidden comment is not in the record, its reason is', () => {
    const hidden = must(
      item(items.carried).comments.find((comment) => comment.hidden),
      'hidden comment',
    );
    expect(hidden).toMatchObject({ text: null, hidden: 'Not on the item', kind: 'reservation' });
    expect(JSON.stringify(outline)).not.toContain('Words that the bureau took away');
  });

  test('replies stand under what they answer, and a panelist is one', () => {
    expect(item(items.carried).comments.map(({ kind, isReply }) => [kind, isReply])).toEqual([
      ['support', false],
      ['question', false],
      ['information', true],
      ['reservation', false],
    ]);
    expect(item(items.carried).comments[2]?.speaker).toEqual({ as: 'panelist', participantId: 'pan-1' });
  });

  test('positions are counted by region', () => {
    expect(item(items.carried).positions?.byRegion.africa).toEqual({ support: 2, live: 0, concern: 0 });
    expect(item(items.ready).positions).toBeNull();
  });
});

describe('what was merged and split', () => {
  test('[LIN-10] is accounted for exactly once, and the rooms are credited', () => {
    const other = house();
    other.openRooms({ rooms: 3 });
    const text = paragraphs('One.\nTwo.');
    const whole = other.reported(1, 'Whole', text);
    const [a, b, c] = [other.reported(1, 'A'), other.reported(2, 'B'), other.reported(3, 'C')];
    const parts = ['P', 'Q'].map((title, at) => ({ title, blockIndexes: [at] }));
    other.act('mod', 'lineage.split', { itemId: whole, parts });
    const [p = '', q = ''] = other.state.plenary.board.items[whole]?.gone?.into ?? [];
    other.act('mod', 'lineage.merge', { into: b, itemIds: [a] });
    other.act('mod', 'lineage.merge', { into: c, itemIds: [b, p] });
    const { panels, coverage } = outlineOf(other.state);
    const found = new Map(itemsOf(panels).map((each) => [each.id, each]));
    expect([...found.keys()].sort()).toEqual([whole, a, b, c, p, q].sort());
    expect(coverage).toMatchObject({ all: 6, reported: 2, split: 1, merged: 3 });
    expect(found.get(whole)?.outcome).toEqual({ as: 'split', into: [p, q] });
    expect(found.get(a)?.outcome).toEqual({ as: 'merged', into: [b] });
    expect(found.get(b)?.outcome).toEqual({ as: 'merged', into: [c] });
    expect(found.get(c)?.sources.map(({ id, room }) => [id, room.number])).toEqual([
      [b, 2],
      [p, 1],
      [a, 1],
    ]);
    expect(found.get(q)).toMatchObject({ partOf: whole, sources: [] });
  });
});

describe('brackets', () => {
  const signs = (id: string) =>
    item(id).blocks.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.as === 'words' ? [] : [piece])));

  test('no delegation of a round under the Chatham House Rule is named', () => {
    expect(signs(items.other).map(({ facts }) => facts.proposedBy)).toEqual([[], []]);
  });

  test('open once and close once, across paragraphs too', () => {
    expect(signs(items.other).map(({ as, id }) => [as, id])).toEqual([
      ['opens', 'b-9'],
      ['closes', 'b-9'],
    ]);
  });

  test('as many open as close, each within what it stands in, whatever the text', () => {
    const ids = fc.constantFrom('a', 'b', 'c');
    const run = fc.oneof(
      fc.record({ text: fc.string() }),
      ids.map((opens) => ({ text: '', opens })),
      ids.map((closes) => ({ text: '', closes })),
    );
    fc.assert(
      fc.property(fc.array(fc.array(run, { maxLength: 8 }), { maxLength: 4 }), (blocks) => {
        const draft = { blocks: blocks.map((runs) => ({ kind: 'paragraph' as const, level: 0, runs })) };
        const open: string[] = [];
        for (const piece of layOut(draft).flatMap(({ pieces }) => pieces)) {
          if (piece.as === 'opens') open.push(piece.id);
          if (piece.as === 'closes') expect(open.pop()).toBe(piece.id);
        }
        expect(open).toEqual([]);
      }),
    );
  });
});

describe('the annexes', () => {
  test('lists of a vote are in the order of the roll call, and everybody with the right is in one', () => {
    const vote = must(outline.votes[0], 'vote');
    if (vote.phase !== 'declared') throw new Error('declared');
    expect(vote.lists.yes).toEqual(['CAN', 'CHL', 'GHA', 'JPN', 'KEN', 'NPL', 'POL']);
    const listed = [...vote.lists.yes, ...vote.lists.no, ...vote.lists.abstain, ...vote.absent];
    expect(listed.sort()).toEqual([...houseCodes].sort());
    expect(vote.byRegion.weog).toEqual({ yes: 1, no: 0, abstain: 1, absent: 1 });
    expect(vote.outcome).toMatchObject({
      yes: 7,
      no: 2,
      abstain: 1,
      absent: 5,
      denominator: 9,
      required: 5,
      result: 'carried',
    });
  });

  test('a vote that is running tells its turnout and nothing else', () => {
    const { h: other } = busyHouse();
    const third = must(
      itemsOf(outlineOf(other.state).panels).find(({ number }) => number === '1.3'),
      'item',
    );
    other.openVote(third.id, { yes: ['KEN'], no: ['CAN'] });
    const vote = outlineOf(other.state).votes.at(-1);
    expect(vote).toMatchObject({ phase: 'running', received: 2 });
    expect(JSON.stringify(vote)).not.toMatch(/yes|KEN|CAN/);
  });

  test('formation gives seed, sizes and rooms by region of every round', () => {
    expect(
      outline.formation.map(({ panelNumber, number, seed, people }) => [panelNumber, number, seed, people]),
    ).toEqual([
      [1, 1, 'june-2017', 32],
      [2, 1, 'evidence', 32],
    ]);
    const sizes = must(outline.formation[0], 'round').rooms.map(({ size }) => size);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    for (const { size, regions } of must(outline.formation[0], 'round').rooms)
      expect(Object.values(regions).reduce((sum, count) => sum + count, 0)).toBe(size);
  });

  test('participation gives no number under five people, nor one from which it follows', () => {
    const { byRole, byRegion, people } = outline.participation;
    expect(people).toBe(36);
    expect(byRole.filter(({ people }) => people !== null)).toEqual([{ role: 'delegate', people: 30 }]);
    expect(byRegion.map(({ region, delegations }) => [region, delegations])).toContainEqual(['none', 2]);
  });

  test('what is suppressed cannot be worked out from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), (counts) => {
        const shown = suppressed(counts);
        const small = counts.filter((count) => count > 0 && count < 5).length;
        const hidden = counts.filter((_, at) => shown[at] === null);
        for (const [at, count] of counts.entries()) {
          if (count > 0 && count < 5) expect(shown[at]).toBeNull();
          else expect([count, null]).toContain(shown[at]);
        }
        if (small === 0) expect(shown).toEqual(counts);
        const couldHideMore = counts.some((count, at) => count >= 5 && shown[at] !== null);
        if (small > 0 && couldHideMore) {
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});

describe('the digest of the state', () => {
  test('knows no clock and no id that chance has made', () => {
    const one = stateDigest(busyHouse({ ids: 'aaa', from: 1_000 }).h.state);
    const two = stateDigest(busyHouse({ ids: 'zzz', from: 9_999_999 }).h.state);
    expect(two).toBe(one);
    expect(one).not.toContain('aaa-');
  });

  test('knows a bracket by its place in its draft', () => {
    const digest = (ids: string) => {
      const other = house({ ids });
      const [roomId = ''] = other.openRooms({ rooms: 1 });
      const itemId = other.draft(roomId, 'Plans', '');
      other.signed.set(itemId, ['States shall act']);
      const [first] = other.act('KEN-1', 'bracket.suggestAt', {
        ...{ roomId, itemId, from: 'w1', to: 'w2', words: 'should' },
      });
      const bracketId = String(first?.data.bracketId);
      other.act('JPN-1', 'bracket.suggest', { roomId, itemId, bracketId, words: 'may' });
      other.report(itemId);
      return stateDigest(other.state);
    };
    expect(digest('aaa')).toBe(digest('zzz'));
    expect(digest('aaa')).not.toContain('aaa-');
  });

  test('does not mind in which order ballots came', () => {
    const digest = (codes: string[]) => {
      const { h: other, items: found } = busyHouse();
      other.openVote(found.ready, { yes: codes });
      return stateDigest(other.state);
    };
    expect(digest(['KEN', 'CAN'])).toBe(digest(['CAN', 'KEN']));
    expect(digest(['KEN', 'CAN'])).not.toBe(digest(['KEN']));
  });

  test('tells nothing of ballots before their declaration', () => {
    const digest = (choice: 'yes' | 'no') => {
      const { h: other, items: found } = busyHouse();
      other.openVote(found.ready, { [choice]: ['KEN'] });
      return stateDigest(other.state);
    };
    expect(digest('yes')).toBe(digest('no'));
  });

  test.each([
    ['a word', (other: ReturnType<typeof house>) => other.reported(1, 'One', 'Text.')],
    ['a title', (other: ReturnType<typeof house>) => other.reported(1, 'Two', 'Words.')],
    ['a room', (other: ReturnType<typeof house>) => other.reported(2, 'One', 'Words.')],
  ])('changes with %s', (_, change) => {
    const base = house();
    base.openRooms({ rooms: 2 });
    base.reported(1, 'One', 'Words.');
    const other = house();
    other.openRooms({ rooms: 2 });
    change(other);
    expect(stateDigest(other.state)).not.toBe(stateDigest(base.state));
  });
});

describe('decisions without a vote, sponsors and explanations', () => {
  /** One item adopted without objection, one objected to; explanations after the first. */
  function consensus(profile: 'informal' | 'committee' = 'committee') {
    const h = house({ profile });
    h.openRooms({ rooms: 2 });
    const [one, two] = [h.reported(1, 'One'), h.reported(2, 'Two')];
    h.step('deciding');
    for (const itemId of [one, two]) {
      h.stage(itemId, 'ready');
      h.act('BRA-1', 'sponsor.join', { itemId });
      h.act('sec', 'sponsor.enter', { itemId, delegationId: 'HUN' });
      h.act('mod', 'noObjection.call', { itemId, seconds: 10, present: 15 });
      const callId = String(h.state.plenary.noObjection.order.at(-1));
      if (itemId === two) h.act('KEN-1', 'noObjection.object', { callId });
      h.now += 10_000;
      h.act('system', 'noObjection.gavel', { callId });
    }
    h.stage(one, 'decided');
    const [callId] = h.state.plenary.noObjection.order;
    h.act('mod', 'explanation.openList', { explained: { kind: 'no-objection', id: String(callId) }, minutes: 5 });
    const listId = String(h.state.plenary.explanation.order[0]);
    h.act('KEN-1', 'explanation.ask', { listId });
    h.act('JPN-1', 'explanation.file', { listId, text: 'In writing.', dissociates: [1] });
    h.act('FRA-1', 'explanation.ask', { listId });
    h.act('mod', 'explanation.giveFloor', { listId, delegationId: 'KEN' });
    h.now += 89_000;
    h.act('mod', 'explanation.end', { listId, delegationId: 'KEN' });
    return { h, one, two };
  }

  test('[NOB-6] [NOB-8] [SPO-3] [SPO-4] are in the record: what was adopted, who objected, who sponsors', () => {
    const { h, one } = consensus();
    const outline = outlineOf(h.state);
    expect(outline.calls).toMatchObject([
      { number: 1, itemNumber: '1.1', itemVersion: 1, phase: 'adopted' },
      { number: 2, itemNumber: '1.2', phase: 'objected', objector: 'KEN' },
    ]);
    const item = itemsOf(outline.panels).find(({ id }) => id === one);
    expect(item).toMatchObject({ outcome: { as: 'decided', result: 'adopted' }, sponsors: ['BRA', 'HUN'] });
    expect(item).toMatchObject({ enteredSponsors: ['HUN'] });
    const informal = itemsOf(outlineOf(consensus('informal').h.state).panels);
    expect(informal[0]).toMatchObject({ outcome: { as: 'decided', result: 'no-objection' } });
  });

  test('[EXP-12] so is what was explained, and who only asked is not', () => {
    expect(outlineOf(consensus().h.state).explanations).toMatchObject([
      {
        ...{ when: 'after', of: 'position', itemNumber: '1.1', itemVersion: 1 },
        statements: [
          { delegationId: 'KEN', spokenSeconds: 90, text: null, dissociates: [] },
          { delegationId: 'JPN', spokenSeconds: null, text: 'In writing.', dissociates: [1] },
        ],
      },
    ]);
  });

  test('the digest does not depend on ids, instants, or the order in which sponsors joined', () => {
    const acts = (ids: string, from: number, who: readonly string[]) => {
      const h = house({ ids, from });
      h.openRooms({ rooms: 1 });
      const itemId = h.reported(1, 'One');
      h.step('deciding');
      h.stage(itemId, 'ready');
      for (const each of who) h.act(each, 'sponsor.join', { itemId });
      h.act('mod', 'noObjection.call', { itemId, seconds: 10, present: null });
      h.act('mod', 'noObjection.callOff', { callId: String(h.state.plenary.noObjection.order[0]) });
      h.act('mod', 'explanation.openList', { explained: { kind: 'item', id: itemId }, minutes: 5 });
      return stateDigest(h.state);
    };
    const other = Date.UTC(2018, 0, 1);
    expect(acts('b', other, ['FRA-1', 'KEN-1'])).toBe(acts('a', other - 5, ['KEN-1', 'FRA-1']));
    expect(acts('b', other, ['FRA-1'])).not.toBe(acts('a', other, ['KEN-1', 'FRA-1']));
  });
});
