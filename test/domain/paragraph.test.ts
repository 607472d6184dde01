import { must } from '@shared/domain/kernel/must.ts';
import { lockedParagraphs, paragraphStatuses } from '@shared/domain/paragraph.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house, paragraphs } from '../support/build.ts';

let h: House;
let roomId: string;
let itemId: string;
let chair: string;
let members: string[];

const codeOf = (who: string) => must(h.state.plenary.delegation.participants[who]?.delegationId, 'delegation');
const room = () => must(h.state.room[roomId], 'room');
const agreement = (paragraphId = 'p1') => room().paragraph[itemId]?.agreed[paragraphId];
const to = (verb: 'agree' | 'confirm' | 'retract', who: string, paragraphId = 'p1') =>
  h.try(who, `paragraph.${verb}`, { roomId, itemId, paragraphId });
const because = (verb: 'askReopening' | 'reopen', who: string, reason = 'New data.') =>
  h.try(who, `paragraph.${verb}`, { roomId, itemId, paragraphId: 'p1', reason });
/** One person of each delegation in the room. */
const each = () => [...new Map(members.map((who) => [codeOf(who), who])).values()];

beforeEach(() => {
  h = house();
  [roomId] = h.openRooms({ rooms: 2 }) as [string, string];
  itemId = h.draft(1, 'Plans', '');
  h.signed.set(itemId, ['States shall adopt plans', 'and report on them', '']);
  ({ members } = must(h.state.plenary.room.byId[roomId], 'room'));
  chair = must(h.state.plenary.room.byId[roomId]?.facilitator, 'facilitator');
});
const member = () =>
  must(
    each().find((who) => who !== chair),
    'member',
  );

describe('agreeing', () => {
  test('[PAR-1] is the facilitator’s act while the draft is written, and locks the paragraph', () => {
    for (const who of [member(), 'mod']) expect(to('agree', who)).toEqual({ refused: 'rights.not-permitted' });
    to('agree', chair);
    expect(agreement()).toEqual({
      ...{ status: 'agreed-ad-referendum', agreedAt: h.now, confirmedBy: [], reopening: null },
    });
    expect(to('agree', chair)).toEqual([]);
    expect([...lockedParagraphs(room(), itemId)]).toEqual(['p1']);
    const at = (from: string, to: string) =>
      h.try(member(), 'bracket.open', { roomId, itemId, kind: 'doubt', from, to });
    expect(at('w1', 'w2')).toEqual({ refused: 'paragraph.locked', details: { paragraphs: ['p1'] } });
    expect(at('w3', 'w6')).toMatchObject({ refused: 'paragraph.locked' });
    expect(
      h.try(member(), 'bracket.suggestAt', { roomId, itemId, from: 'w1', to: 'w2', words: 'should' }),
    ).toMatchObject({ refused: 'paragraph.locked' });
    expect(at('w4', 'w5')).not.toHaveProperty('refused');
    h.report(itemId);
    for (const verb of ['agree', 'confirm', 'retract'] as const)
      expect(to(verb, chair, 'p2')).toEqual({ refused: 'actionItem.already-reported' });
    expect(because('askReopening', chair)).toEqual({ refused: 'actionItem.already-reported' });
    expect(because('reopen', chair)).toEqual({ refused: 'actionItem.already-reported' });
  });

  test('[PAR-2] needs a paragraph that is there, has words and no open bracket', () => {
    expect(to('agree', chair, 'p9')).toEqual({ refused: 'paragraph.unknown' });
    expect(to('agree', chair, 'p3')).toEqual({ refused: 'paragraph.empty' });
    const open = (from: string, to: string) =>
      h.act(member(), 'bracket.open', { roomId, itemId, kind: 'addition', from, to })[0]?.data.bracketId;
    const across = String(open('w2', 'w6'));
    const within = String(open('w4', 'w5'));
    expect(to('agree', chair)).toEqual({ refused: 'paragraph.bracketed', details: { brackets: [across] } });
    expect(to('agree', chair, 'p2')).toEqual({
      ...{ refused: 'paragraph.bracketed', details: { brackets: [across, within] } },
    });
    for (const bracketId of [within, across]) h.act(chair, 'bracket.settle', { roomId, bracketId, outcome: 'keep' });
    expect(to('agree', chair)).not.toHaveProperty('refused');
    h.signed.delete(itemId);
    h.drafts.set(itemId, paragraphs('Words without ids.'));
    expect(to('agree', chair, 'p2')).toEqual({ refused: 'paragraph.unknown' });
  });
});

describe('confirming', () => {
  test('[PAR-3] each delegation confirms what is agreed, once', () => {
    expect(to('confirm', member())).toEqual({ refused: 'paragraph.not-agreed' });
    to('agree', chair);
    to('confirm', member());
    expect(to('confirm', member())).toEqual([]);
    expect(agreement()).toMatchObject({ status: 'agreed-ad-referendum', confirmedBy: [codeOf(member())] });
    h.act('sec', 'delegation.reseat', { participantId: chair, delegationId: null, role: 'panelist' });
    expect(to('confirm', chair)).toEqual({ refused: 'bracket.no-delegation' });
    expect(because('askReopening', chair)).toEqual({ refused: 'bracket.no-delegation' });
  });

  test('[PAR-4] with the last delegation that has somebody in the room it is agreed', () => {
    to('agree', chair);
    const [gone, last, ...others] = each() as [string, string, ...string[]];
    for (const who of others) to('confirm', who);
    expect(agreement()?.status).toBe('agreed-ad-referendum');
    for (const who of members.filter((id) => codeOf(id) === codeOf(gone)))
      h.act('sec', 'delegation.dismiss', { participantId: who });
    const told = h.act(last, 'paragraph.confirm', { roomId, itemId, paragraphId: 'p1' });
    expect(told.map(({ type }) => type)).toEqual(['paragraph.AgreementConfirmed', 'paragraph.ParagraphAgreed']);
    expect(agreement()?.status).toBe('agreed');
  });

  test('[PAR-5] is retracted until all have confirmed', () => {
    to('agree', chair);
    expect(to('retract', member())).toEqual([]);
    to('confirm', member());
    to('retract', member());
    expect(agreement()?.confirmedBy).toEqual([]);
    for (const who of each()) to('confirm', who);
    expect(to('retract', member())).toEqual({ refused: 'paragraph.agreed' });
  });
});

describe('opening again', () => {
  test('[PAR-6] takes a delegation that asks and the facilitator who agrees', () => {
    expect(because('askReopening', member())).toEqual({ refused: 'paragraph.not-agreed' });
    expect(because('reopen', chair)).toEqual({ refused: 'paragraph.not-agreed' });
    to('agree', chair);
    to('confirm', chair);
    expect(because('reopen', chair)).toEqual({ refused: 'paragraph.not-asked' });
    because('askReopening', member());
    expect(agreement()?.reopening).toEqual({ by: codeOf(member()), reason: 'New data.', at: h.now });
    expect(because('askReopening', chair)).toEqual({ refused: 'paragraph.already-asked' });
    expect(because('reopen', member())).toEqual({ refused: 'rights.not-permitted' });
    because('reopen', chair, 'It is right.');
    expect(agreement()).toBeUndefined();
    expect(lockedParagraphs(room(), itemId).size).toBe(0);
    to('agree', chair);
    expect(agreement()).toMatchObject({ confirmedBy: [], reopening: null });
  });

  test('[PAR-7] what was agreed and opened again stays written down', () => {
    to('agree', chair);
    for (const who of each()) to('confirm', who);
    because('askReopening', member());
    because('reopen', chair, 'It is right.');
    to('agree', chair);
    const by = codeOf(member());
    expect(room().paragraph[itemId]?.history).toMatchObject([
      { paragraphId: 'p1', act: 'agreed-ad-referendum', by: null, reason: null },
      { act: 'agreed', by: null, reason: null },
      { act: 'reopening-asked', by, reason: 'New data.' },
      { act: 'reopened', by: null, reason: 'It is right.' },
      { act: 'agreed-ad-referendum', at: h.now },
    ]);
  });
});

test('[PAR-8] a paragraph is clean, bracketed or agreed, and a report says which are agreed', () => {
  const statuses = () => Object.fromEntries(paragraphStatuses(room(), itemId, must(h.text(itemId), 'text')));
  h.act(member(), 'bracket.open', { roomId, itemId, kind: 'addition', from: 'w4', to: 'w5' });
  expect(statuses()).toEqual({ p1: 'clean', p2: 'bracketed', p3: 'clean' });
  to('agree', chair);
  expect(statuses().p1).toBe('agreed-ad-referendum');
  for (const who of each()) to('confirm', who);
  expect(statuses().p1).toBe('agreed');
  h.report(itemId);
  const blocks = h.state.plenary.board.items[itemId]?.current.draft.blocks;
  expect(blocks?.map(({ id, status }) => [id, status])).toEqual([
    ['p1', 'agreed'],
    ['p2', undefined],
    ['p3', undefined],
  ]);
  expect([...paragraphStatuses(room(), itemId, paragraphs('No ids.'))]).toEqual([]);
});
