import { type Bracket, callLasts, maxOpen, maxPoints } from '@shared/domain/brackets/shape.ts';
import { contradicts, openBracketsOf, stances } from '@shared/domain/brackets/standing.ts';
import { duties, nextDeadline } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';

const words = ['States shall adopt national plans of action', 'and report on them every year'];

let h: House;
let roomId: string;
let itemId: string;
let chair: string;
let rapporteur: string;

/** The person of a delegation who sits in the room. */
const of = (code: string): string =>
  must(
    h.state.plenary.room.byId[roomId]?.members.find((id) => id.startsWith(`${code}-`)),
    code,
  );
const found = (id: string): Bracket => must(h.state.room[roomId]?.bracket.byId[id], id);
const held = (id: string) =>
  Object.fromEntries(Object.entries(found(id).positions).map(([code, { stance }]) => [code, stance]));
const openIds = () => openBracketsOf(h.state.room[roomId], itemId).map(({ id }) => id);

type Rest<C extends CommandName> = Omit<CommandData<C>, 'roomId' | 'itemId'>;
/** Asks for something in the room, and returns the id of the last bracket that it opened. */
function ask<C extends CommandName>(who: string, type: C, payload: Rest<C>): string {
  const needsItem = ['bracket.open', 'bracket.suggest', 'bracket.suggestAt', 'bracket.bridge'].includes(type);
  const told = h.act(who, type, { roomId, ...(needsItem ? { itemId } : {}), ...payload } as unknown as CommandData<C>);
  return String(told.findLast((event) => event.type === 'bracket.BracketOpened')?.data.bracketId ?? '');
}
const attempt = <C extends CommandName>(who: string, type: C, payload: Rest<C>) =>
  h.try(who, type, { roomId, ...payload } as unknown as CommandData<C>);

const open = (code: string, kind: 'doubt' | 'addition' | 'deletion', from: number, to: number) =>
  ask(of(code), 'bracket.open', { kind, from: `w${from}`, to: `w${to}` });
const suggest = (code: string, bracketId: string, said = 'should') =>
  ask(of(code), 'bracket.suggest', { bracketId, words: said });
const take = (code: string, bracketId: string, stance: 'support' | 'oppose' | 'reserve') =>
  ask(of(code), 'bracket.takePosition', { bracketId, stance });
const withdraw = (code: string, bracketId: string) => ask(of(code), 'bracket.withdrawPosition', { bracketId });
const settle = (bracketId: string, outcome: 'keep' | 'remove') =>
  attempt(rapporteur, 'bracket.settle', { bracketId, outcome });
const call = (bracketId: string, outcome: 'keep' | 'remove') => attempt(chair, 'bracket.call', { bracketId, outcome });
/** Lets the time of a call pass, and does what is owed. */
function afterCall(): void {
  h.now += callLasts;
  for (const { type, payload } of duties(h.state, h.now)) h.act('system', type, payload as never);
}
const text = () =>
  (h.text(itemId)?.blocks ?? [])
    .flatMap(({ runs }) => runs.map((run) => (run.opens ? '[' : run.closes ? ']' : run.text)))
    .join('')
    .replaceAll(' ]', '] ')
    .trim();

beforeEach(() => {
  h = house();
  [roomId] = h.openRooms({ rooms: 2 }) as [string, string];
  itemId = h.draft(1, 'Plans', '');
  h.signed.set(itemId, words);
  const room = must(h.state.plenary.room.byId[roomId], 'room');
  chair = must(room.facilitator, 'facilitator');
  rapporteur = must(room.rapporteur, 'rapporteur');
});

describe('opening', () => {
  test('[BRA-1] the members open while the draft is written, and nobody else', () => {
    const outsider = must(h.state.plenary.room.byId[h.roomId(2)]?.members[0], 'member of room 2');
    const ask = { roomId, itemId, kind: 'doubt' as const, from: 'w0', to: 'w1' };
    for (const who of [outsider, 'mod', 'sec'])
      expect(h.try(who, 'bracket.open', ask)).toEqual({ refused: 'rights.not-permitted' });
    const id = open('KEN', 'doubt', 1, 2);
    h.report(itemId);
    const refused = { refused: 'actionItem.already-reported' };
    expect(h.try(of('KEN'), 'bracket.open', ask)).toEqual(refused);
    expect(attempt(of('KEN'), 'bracket.takePosition', { bracketId: id, stance: 'oppose' })).toEqual(refused);
    expect(settle(id, 'keep')).toEqual(refused);
    h.takeBack(itemId);
    h.freeze();
    expect(h.try(of('KEN'), 'bracket.open', ask)).toEqual({ refused: 'room.frozen' });
    expect(call(id, 'keep')).toEqual({ refused: 'room.frozen' });
  });

  test('[BRA-1] settling, calling and merging are for facilitator and rapporteur, bridging for the facilitator', () => {
    const id = open('KEN', 'doubt', 1, 2);
    const other = suggest('JPN', id);
    const member = ['BRA', 'CAN', 'CHL'].map(of).find((who) => who !== chair && who !== rapporteur) ?? '';
    const refused = { refused: 'rights.not-permitted' };
    expect(attempt(member, 'bracket.settle', { bracketId: id, outcome: 'keep' })).toEqual(refused);
    expect(attempt(member, 'bracket.call', { bracketId: id, outcome: 'keep' })).toEqual(refused);
    expect(attempt(member, 'bracket.merge', { keep: id, drop: other })).toEqual(refused);
    for (const who of [member, rapporteur])
      expect(h.try(who, 'bracket.bridge', { roomId, itemId, bracketId: id, words: 'will' })).toEqual(refused);
    const bridge = ask(chair, 'bracket.bridge', { bracketId: id, words: 'will' });
    expect(found(bridge)).toMatchObject({ kind: 'bridge', group: id, place: { after: other }, words: 'will' });
  });

  test('[BRA-1] what is settled stays with its positions and is not settled again', () => {
    const id = open('KEN', 'addition', 1, 2);
    take('JPN', id, 'support');
    settle(id, 'keep');
    expect(found(id)).toMatchObject({ phase: 'settled', outcome: 'kept', how: 'direct', settledAt: h.now });
    expect(held(id)).toEqual({ KEN: 'support', JPN: 'support' });
    expect(settle(id, 'remove')).toEqual({ refused: 'bracket.settled' });
    expect(attempt(of('KEN'), 'bracket.takePosition', { bracketId: id, stance: 'oppose' })).toEqual({
      refused: 'bracket.settled',
    });
    expect(settle('nothing', 'keep')).toEqual({ refused: 'bracket.unknown' });
  });

  test('[BRA-2] a place that is gone, is empty or crosses another takes no bracket', () => {
    const at = (kind: 'doubt' | 'addition' | 'deletion', from: string, to: string) =>
      h.try(of('KEN'), 'bracket.open', { roomId, itemId, kind, from, to });
    open('JPN', 'doubt', 1, 4);
    expect(at('doubt', 'w90', 'w91')).toEqual({ refused: 'bracket.gone' });
    expect(at('doubt', 'w3', 'w6')).toEqual({ refused: 'bracket.crossing' });
    for (const kind of ['doubt', 'deletion'] as const)
      expect(at(kind, 'w6', 'w6')).toEqual({ refused: 'bracket.empty-place' });
    expect(at('addition', 'w6', 'w6')).not.toHaveProperty('refused');
    expect(h.try(of('KEN'), 'bracket.suggestAt', { roomId, itemId, from: 'w6', to: 'w6', words: 'now' })).toEqual({
      refused: 'bracket.empty-place',
    });
  });

  test('[BRA-2] no more than so many are open in a draft', () => {
    const first = open('KEN', 'doubt', 0, 1);
    for (let n = 2; n < maxOpen; n++) suggest('KEN', first, `wording ${n}`);
    const suggestAt = () =>
      h.try(of('KEN'), 'bracket.suggestAt', { roomId, itemId, from: 'w3', to: 'w4', words: 'or' });
    expect(suggestAt()).toEqual({ refused: 'bracket.too-many' });
    open('KEN', 'doubt', 5, 6);
    expect(h.try(of('KEN'), 'bracket.open', { roomId, itemId, kind: 'doubt', from: 'w6', to: 'w7' })).toEqual({
      refused: 'bracket.too-many',
    });
    expect(h.try(of('KEN'), 'bracket.suggest', { roomId, itemId, bracketId: first, words: 'x' })).toEqual({
      refused: 'bracket.too-many',
    });
    settle(first, 'keep');
    expect(openIds()).toHaveLength(maxOpen);
  });

  test('[BRA-3] a suggestion makes alternatives, one after the other, but not of a deletion', () => {
    const id = open('KEN', 'doubt', 1, 2);
    const second = suggest('JPN', id, 'should');
    const third = suggest('BRA', id, 'may');
    expect(found(id)).toMatchObject({ kind: 'alternative', group: id, words: null });
    expect(found(second)).toMatchObject({ kind: 'alternative', group: id, place: { after: id }, words: 'should' });
    expect(found(third)).toMatchObject({ kind: 'alternative', group: id, place: { after: second } });
    expect(text()).toContain('States [shall] [should] [may] adopt');
    const deletion = open('KEN', 'deletion', 4, 5);
    expect(h.try(of('JPN'), 'bracket.suggest', { roomId, itemId, bracketId: deletion, words: 'x' })).toEqual({
      refused: 'bracket.no-alternatives',
    });
    expect(h.try(of('JPN'), 'bracket.suggest', { roomId, itemId: 'other', bracketId: id, words: 'x' })).toEqual({
      refused: 'bracket.unknown',
    });
  });

  test('[BRA-3] [BRA-4] beside plain words both are alternatives, and the words that stood there are nobody’s', () => {
    const second = ask(of('KEN'), 'bracket.suggestAt', { from: 'w1', to: 'w2', words: 'should' });
    const group = must(found(second).group, 'group');
    expect(found(group)).toMatchObject({ kind: 'alternative', group, proposedBy: null, positions: {}, words: null });
    expect(found(second)).toMatchObject({ proposedBy: 'KEN', place: { after: group } });
    expect(held(second)).toEqual({ KEN: 'support' });
    expect(openIds()).toEqual([group, second]);
  });

  test('[BRA-4] a proposal begins with its delegation’s position, a person without one has none', () => {
    expect(held(open('KEN', 'doubt', 0, 1))).toEqual({ KEN: 'reserve' });
    expect(held(open('KEN', 'addition', 1, 2))).toEqual({ KEN: 'support' });
    const deletion = open('KEN', 'deletion', 2, 3);
    expect(held(deletion)).toEqual({ KEN: 'support' });
    expect(stances(found(deletion))).toEqual({ support: ['KEN'], oppose: [], reserve: [] });
    h.act('sec', 'delegation.reseat', { participantId: of('JPN'), delegationId: null, role: 'panelist' });
    const bare = open('JPN', 'doubt', 4, 5);
    expect(found(bare)).toMatchObject({ proposedBy: null, positions: {} });
    const refused = { refused: 'bracket.no-delegation' };
    expect(attempt(of('JPN'), 'bracket.takePosition', { bracketId: bare, stance: 'support' })).toEqual(refused);
    expect(attempt(of('JPN'), 'bracket.withdrawPosition', { bracketId: bare })).toEqual(refused);
    call(bare, 'keep');
    expect(attempt(of('JPN'), 'bracket.object', { bracketId: bare })).toEqual(refused);
  });
});

describe('positions', () => {
  test('[BRA-5] are one of each delegation; another takes its place, repeating tells nothing', () => {
    const id = open('KEN', 'addition', 1, 2);
    take('JPN', id, 'oppose');
    expect(attempt(of('JPN'), 'bracket.takePosition', { bracketId: id, stance: 'oppose' })).toEqual([]);
    take('JPN', id, 'reserve');
    expect(held(id)).toEqual({ KEN: 'support', JPN: 'reserve' });
    withdraw('JPN', id);
    expect(held(id)).toEqual({ KEN: 'support' });
    expect(attempt(of('JPN'), 'bracket.withdrawPosition', { bracketId: id })).toEqual([]);
  });

  test.each(['doubt', 'deletion'] as const)('[BRA-5] a %s is lifted with the last position on it', (kind) => {
    const id = open('KEN', kind, 1, 2);
    take('JPN', id, 'oppose');
    withdraw('KEN', id);
    expect(found(id).phase).toBe('open');
    withdraw('JPN', id);
    expect(found(id)).toMatchObject({ phase: 'settled', outcome: 'kept', how: 'withdrawn' });
    expect(text()).toContain('States shall adopt');
  });

  test('[BRA-5] proposed words go with their delegation’s last position, while nobody else holds any', () => {
    const first = open('KEN', 'addition', 1, 2);
    take('JPN', first, 'oppose');
    withdraw('KEN', first);
    expect(found(first).phase).toBe('open');
    withdraw('JPN', first);
    expect(found(first).phase).toBe('open');
    const second = open('KEN', 'addition', 3, 4);
    withdraw('KEN', second);
    expect(found(second)).toMatchObject({ phase: 'settled', outcome: 'removed', how: 'withdrawn' });
    expect(text()).toContain('adopt plans');
  });

  test('[BRA-5] words that stood in the text before do not go with a position', () => {
    const doubt = open('KEN', 'doubt', 1, 2);
    const other = suggest('JPN', doubt);
    withdraw('KEN', doubt);
    expect(found(doubt).phase).toBe('open');
    withdraw('JPN', other);
    expect(found(other)).toMatchObject({ outcome: 'removed', how: 'withdrawn' });
    expect(found(doubt)).toMatchObject({ phase: 'open', kind: 'alternative' });
    expect(settle(doubt, 'keep')).not.toHaveProperty('refused');
  });

  test('[BRA-5] nor proposed words with what others hold within them', () => {
    const outer = open('KEN', 'addition', 1, 5);
    const inner = open('JPN', 'doubt', 2, 3);
    withdraw('KEN', outer);
    expect([found(outer).phase, found(inner).phase]).toEqual(['open', 'open']);
    expect(held(inner)).toEqual({ JPN: 'reserve' });
  });

  test.each([
    ['support', 'keep', false],
    ['support', 'remove', true],
    ['oppose', 'keep', true],
    ['oppose', 'remove', false],
    ['reserve', 'keep', true],
    ['reserve', 'remove', true],
  ] as const)(
    '[BRA-6] “%s” and “%s” contradict each other: %s; of a deletion the other way round',
    (stance, outcome, is) => {
      for (const kind of ['doubt', 'addition', 'alternative', 'bridge'] as const)
        expect(contradicts(kind, stance, outcome)).toBe(is);
      expect(contradicts('deletion', stance, outcome)).toBe(stance === 'reserve' || !is);
    },
  );
});

describe('settling', () => {
  test('[BRA-7] [BRA-11] no position is settled over; the refusal names each', () => {
    const id = open('KEN', 'addition', 1, 2);
    take('JPN', id, 'oppose');
    take('BRA', id, 'reserve');
    const loss = (delegationId: string, stance: string) => ({ bracketId: id, delegationId, stance });
    expect(settle(id, 'keep')).toEqual({
      refused: 'bracket.positions-stand',
      details: { losses: [loss('JPN', 'oppose'), loss('BRA', 'reserve')] },
    });
    expect(settle(id, 'remove')).toEqual({
      refused: 'bracket.positions-stand',
      details: { losses: [loss('KEN', 'support'), loss('BRA', 'reserve')] },
    });
    withdraw('JPN', id);
    withdraw('BRA', id);
    settle(id, 'keep');
    expect(text()).toBe('States shall adopt national plans of action and report on them every year');
  });

  test('[BRA-7] a deletion is kept as words or removed with them', () => {
    const id = open('KEN', 'deletion', 3, 4);
    expect(settle(id, 'keep')).toMatchObject({ refused: 'bracket.positions-stand' });
    settle(id, 'remove');
    expect(text()).toContain('adopt plans');
  });

  test('[BRA-7] choosing one alternative removes the others, whose support stands against it', () => {
    const first = ask(of('KEN'), 'bracket.suggestAt', { from: 'w1', to: 'w2', words: 'should' });
    const group = must(found(first).group, 'group');
    const third = suggest('JPN', group, 'may');
    expect(settle(group, 'keep')).toMatchObject({
      details: {
        losses: [
          { bracketId: first, delegationId: 'KEN', stance: 'support' },
          { bracketId: third, delegationId: 'JPN', stance: 'support' },
        ],
      },
    });
    take('JPN', third, 'oppose');
    settle(first, 'keep');
    expect([group, first, third].map((id) => found(id))).toMatchObject([
      { phase: 'settled', outcome: 'removed', how: 'direct' },
      { phase: 'settled', outcome: 'kept' },
      { phase: 'settled', outcome: 'removed' },
    ]);
    expect(text()).toContain('States should adopt');
  });

  test('[BRA-8] words that go take nested brackets along, but never a position on them', () => {
    const outer = open('KEN', 'deletion', 1, 6);
    const inner = open('JPN', 'doubt', 2, 3);
    const details = { losses: [{ bracketId: inner, delegationId: 'JPN', stance: 'reserve' }] };
    expect(settle(outer, 'remove')).toEqual({ refused: 'bracket.would-lose', details });
    expect(call(outer, 'remove')).toEqual({ refused: 'bracket.would-lose', details });
    h.act('sec', 'delegation.reseat', { participantId: of('BRA'), delegationId: null, role: 'panelist' });
    const bare = open('BRA', 'doubt', 4, 5);
    withdraw('JPN', inner);
    settle(outer, 'remove');
    expect(found(bare)).toMatchObject({ phase: 'settled', outcome: 'removed', how: 'direct' });
    expect(text()).toBe('States action and report on them every year');
  });

  test('[BRA-8] words that stay keep the brackets within them', () => {
    const outer = open('KEN', 'addition', 1, 6);
    const inner = open('JPN', 'doubt', 2, 3);
    settle(outer, 'keep');
    expect(found(inner).phase).toBe('open');
    expect(text()).toContain('States shall [adopt] national');
  });
});

describe('merging', () => {
  const twins = () => {
    const keep = open('KEN', 'doubt', 1, 2);
    take('KEN', keep, 'support');
    return [keep, suggest('JPN', keep, ' shall ')] as const;
  };

  test('[BRA-9] [BRA-11] the same words become one bracket, with everybody’s position', () => {
    const [keep, drop] = twins();
    take('BRA', drop, 'oppose');
    ask(rapporteur, 'bracket.merge', { keep, drop });
    expect(held(keep)).toEqual({ KEN: 'support', JPN: 'support', BRA: 'oppose' });
    expect(found(drop)).toMatchObject({ phase: 'settled', outcome: 'removed', how: 'merged' });
    expect(openIds()).toEqual([keep]);
  });

  test('[BRA-9] not where a delegation stands differently to the two', () => {
    const [keep, drop] = twins();
    take('KEN', drop, 'oppose');
    expect(attempt(rapporteur, 'bracket.merge', { keep, drop })).toEqual({
      refused: 'bracket.positions-differ',
      details: { losses: [{ bracketId: drop, delegationId: 'KEN', stance: 'oppose' }] },
    });
  });

  test('[BRA-9] not where words or group differ, nor during a call', () => {
    const [keep, drop] = twins();
    const other = suggest('BRA', keep, 'should');
    const alone = open('BRA', 'doubt', 4, 5);
    const merge = (a: string, b: string) => attempt(rapporteur, 'bracket.merge', { keep: a, drop: b });
    expect(merge(keep, other)).toEqual({ refused: 'bracket.words-differ' });
    for (const each of [alone, keep]) expect(merge(keep, each)).toEqual({ refused: 'bracket.not-alternatives' });
    call(drop, 'remove');
    expect(merge(keep, drop)).toEqual({ refused: 'bracket.call-running' });
  });
});

describe('“I hear no objection”', () => {
  test('[BRA-10] [BRA-11] settles over standing positions after ten seconds, and not before', () => {
    const id = open('KEN', 'addition', 1, 2);
    take('JPN', id, 'oppose');
    call(id, 'keep');
    const endsAt = h.now + callLasts;
    expect(found(id).call).toMatchObject({ outcome: 'keep', endsAt });
    expect(nextDeadline(h.state)).toBe(endsAt);
    expect(call(id, 'keep')).toEqual([]);
    expect(call(id, 'remove')).toEqual({ refused: 'bracket.call-running' });
    expect(duties(h.state, endsAt - 1)).toEqual([]);
    expect(h.act('system', 'bracket.lapse', { roomId, bracketId: id })).toEqual([]);
    expect(attempt(chair, 'bracket.lapse', { bracketId: id })).toEqual({ refused: 'rights.not-permitted' });
    afterCall();
    expect(found(id)).toMatchObject({ phase: 'settled', outcome: 'kept', how: 'no-objection', call: null });
    expect(held(id)).toEqual({ KEN: 'support', JPN: 'oppose' });
    expect(nextDeadline(h.state)).toBeNull();
  });

  test('[BRA-10] an objection ends it and says whose it is', () => {
    const id = open('KEN', 'addition', 1, 2);
    expect(attempt(of('BRA'), 'bracket.object', { bracketId: id })).toEqual({ refused: 'bracket.no-call' });
    call(id, 'remove');
    ask(of('BRA'), 'bracket.object', { bracketId: id });
    expect(found(id)).toMatchObject({
      phase: 'open',
      call: null,
      objection: { outcome: 'remove', by: 'BRA', at: h.now },
    });
    expect(nextDeadline(h.state)).toBeNull();
  });

  test('[BRA-10] so does a position against its outcome, but no other', () => {
    const id = open('KEN', 'addition', 1, 2);
    call(id, 'keep');
    take('JPN', id, 'support');
    expect(found(id).call).not.toBeNull();
    take('BRA', id, 'reserve');
    expect(found(id)).toMatchObject({ call: null, objection: { by: 'BRA' } });
  });

  test('[BRA-10] to choose an alternative it is ended by support of another, and by a new one', () => {
    const id = open('KEN', 'doubt', 1, 2);
    const other = suggest('JPN', id);
    call(id, 'keep');
    take('BRA', other, 'oppose');
    expect(found(id).call).not.toBeNull();
    take('BRA', other, 'support');
    expect(found(id)).toMatchObject({ call: null, objection: { by: 'BRA', outcome: 'keep' } });
    call(id, 'keep');
    suggest('CAN', id, 'may');
    expect(found(id)).toMatchObject({ call: null, objection: { by: 'CAN' } });
  });

  test.each([
    ['the room is closed', () => h.freeze()],
    ['the draft is reported', () => h.report(itemId)],
    ['words within would be lost', () => void open('JPN', 'doubt', 2, 3)],
  ])('[BRA-8] [BRA-10] it ends without effect when %s meanwhile', (_when, happens) => {
    const id = open('KEN', 'deletion', 1, 6);
    call(id, 'remove');
    happens();
    afterCall();
    expect(found(id)).toMatchObject({ phase: 'open', call: null, objection: null });
    expect(nextDeadline(h.state)).toBeNull();
  });
});

describe('the count', () => {
  test('[BRA-13] is told to everyone with every change, and nothing else is', () => {
    const id = open('KEN', 'doubt', 1, 2);
    suggest('JPN', id);
    take('BRA', id, 'support');
    withdraw('KEN', id);
    take('JPN', id, 'support');
    call(id, 'keep');
    afterCall();
    const told = h.events.filter(({ scope, type }) => scope === 'plenary' && type.startsWith('bracket.'));
    expect(told.map(({ type, data }) => [type, data])).toEqual(
      [1, 2, 0].map((count) => ['bracket.BracketsCounted', { itemId, open: count }]),
    );
    expect(h.state.plenary.bracket[itemId]?.map(({ open: count }) => count)).toEqual([1, 2, 0]);
  });

  test('[BRA-13] older points are thinned, the first and the newest stay', () => {
    for (let n = 0; n < maxPoints; n++) {
      const id = open('KEN', 'doubt', 1, 2);
      settle(id, 'keep');
      withdraw('KEN', id);
    }
    const points = must(h.state.plenary.bracket[itemId], 'points');
    expect(points.length).toBeLessThanOrEqual(maxPoints);
    expect(points.length).toBeGreaterThan(maxPoints / 2);
    expect(points.at(-1)).toEqual({ at: h.now, open: 0 });
    const first = h.events.find(({ type }) => type === 'bracket.BracketsCounted');
    expect(points[0]).toEqual({ at: first?.at, open: 1 });
  });
});
