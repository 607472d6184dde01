import { delegation } from '@shared/domain/delegation.ts';
import { formationOf, invited } from '@shared/domain/formation.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { scopesOf } from '@shared/domain/scope.ts';
import { type Proposal, seating } from '@shared/domain/seating.ts';
import { describe, expect, test } from 'vitest';
import {
  delegate,
  type Given,
  given,
  meeting,
  moderator,
  noon,
  observer,
  panelist,
  secretariat,
  system,
} from '../support/given.ts';

const { tell } = seating;
const asked = {
  ...{ panelId: 'p1', question: 'What is to be done?', attribution: 'delegation' as const, rooms: 3, seed: 'K7QF' },
  ...{ people: 'invited' as const, pins: [] },
};
const roundId = 'new-1';
/** Ten states with two people each and one observer, in the breakout, with three rooms proposed. */
const house = () => given(meeting({ step: 'breakout', seats: 2 }));
const proposed = () => house().when('seating.propose', asked).done();
const proposalOf = ({ state }: Given): Proposal => must(state.bureau.seating[roundId], 'proposal');
const roomOf = (past: Given, id: string) => proposalOf(past).rooms.findIndex((members) => members.includes(id));
const openIt = (past: Given, override = false) => past.when('seating.open', { roundId, seconds: 2_700, override });
const opened = () => openIt(proposed()).done();
const roomIds = ({ state }: Given) => must(state.plenary.seating.byId[roundId], 'round').roomIds;
const seatedIn = (past: Given, id: string) =>
  must(
    Object.values(past.state.plenary.room.byId).find(({ members }) => members.includes(id)),
    `room of ${id}`,
  );

describe('proposing', () => {
  test('[SEA-1] the bureau has rooms proposed for everyone invited: active delegates and observers', () => {
    const past = proposed();
    const { people, rooms, duties, manual } = proposalOf(past);
    expect(people).toEqual(invited(past.state));
    expect(people).toHaveLength(21);
    expect(people).toContain('WHO-1');
    expect([...people].sort()).toEqual(rooms.flat().sort());
    for (const outsider of ['sec', 'mod', 'pan', 'wall']) expect(people).not.toContain(outsider);
    expect(duties).toHaveLength(3);
    expect(manual).toEqual([]);
    expect(formationOf(past.state, proposalOf(past))?.holds).toEqual({ size: true, region: true, delegation: true });
  });

  test('[SEA-1] or for those listed', () => {
    const people = ['KEN-1', 'SEN-1', 'JPN-1'];
    const past = house()
      .when('seating.propose', { ...asked, rooms: 2, people })
      .done();
    expect(proposalOf(past).rooms.flat().sort()).toEqual([...people].sort());
    house()
      .when('seating.propose', { ...asked, people: ['KEN-1', 'KEN-1', 'SEN-1'] })
      .refused('seating.person-twice');
    for (const wrong of ['nobody', 'sec', 'pan'])
      house()
        .when('seating.propose', { ...asked, people: ['KEN-1', 'SEN-1', wrong] })
        .refused('seating.person-unknown', { participantId: wrong });
  });

  test('[SEA-1] who was dismissed is not invited', () => {
    const gone = delegation.tell.plenary.ParticipantDismissed({ participantId: 'KEN-2' });
    const past = given(meeting({ step: 'breakout', seats: 2 }), gone);
    expect(invited(past.state)).not.toContain('KEN-2');
    past
      .when('seating.propose', { ...asked, people: ['KEN-1', 'KEN-2', 'SEN-1'] })
      .refused('seating.person-unknown', { participantId: 'KEN-2' });
  });

  test('[SEA-1] never more rooms than people, nor for a panel that is not there', () => {
    house()
      .when('seating.propose', { ...asked, rooms: 22 })
      .refused('seating.more-rooms-than-people', { people: 21, rooms: 22 });
    house()
      .when('seating.propose', { ...asked, rooms: 21 })
      .done();
    house()
      .when('seating.propose', { ...asked, panelId: 'p9' })
      .refused('panel.unknown');
  });

  test('[SEA-2] nobody but the bureau proposes, changes or reads a proposal', () => {
    for (const who of [delegate('KEN'), observer('WHO'), panelist]) {
      house().as(who).when('seating.propose', asked).refused('rights.not-permitted');
      proposed()
        .as(who)
        .when('seating.move', { roundId, participantId: 'KEN-1', room: 1 })
        .refused('rights.not-permitted');
      openIt(proposed().as(who)).refused('rights.not-permitted');
    }
    const told = house().when('seating.propose', asked).told();
    expect(told.map(({ scope }) => scope)).toEqual(['bureau']);
    expect(scopesOf(proposed().state, 'KEN-1')).not.toContain('bureau');
    expect(scopesOf(proposed().state, 'mod')).toContain('bureau');
  });

  test('[SEA-2] rooms are prepared in the opening and the breakout', () => {
    given(meeting()).as(secretariat).when('seating.propose', asked).done();
    for (const step of ['reporting', 'commenting', 'deciding', 'closed'] as const)
      given(meeting({ step }))
        .when('seating.propose', asked)
        .refused('panel.wrong-step', { step, allowed: ['opening', 'breakout'] });
  });

  test('[SEA-3] the same people and seed give the same rooms', () => {
    const again = house().when('seating.propose', asked).event('seating.SeatingProposed');
    expect(again).toEqual(house().when('seating.propose', asked).event('seating.SeatingProposed'));
    const other = house()
      .when('seating.propose', { ...asked, seed: 'Q2PT' })
      .event('seating.SeatingProposed');
    expect(other.data.rooms).not.toEqual(again.data.rooms);
  });
});

describe('hands', () => {
  test('[SEA-4] who is moved is pinned, and every move is kept', () => {
    const past = proposed();
    const from = roomOf(past, 'KEN-1');
    const to = (from + 1) % 3;
    const after = past
      .when('seating.move', { roundId, participantId: 'KEN-1', room: to })
      .thenTold(tell.bureau.PersonMoved({ roundId, participantId: 'KEN-1', from, to }));
    expect(roomOf(after, 'KEN-1')).toBe(to);
    expect(proposalOf(after).pins).toEqual([{ id: 'KEN-1', room: to }]);
    expect(proposalOf(after).manual).toEqual([{ participantId: 'KEN-1', from, to, at: noon }]);
    const back = after.when('seating.move', { roundId, participantId: 'KEN-1', room: from }).done();
    expect(proposalOf(back).pins).toEqual([{ id: 'KEN-1', room: from }]);
    expect(proposalOf(back).manual).toHaveLength(2);
    expect(
      proposalOf(back)
        .rooms.flat()
        .filter((id) => id === 'KEN-1'),
    ).toHaveLength(1);
  });

  test('[SEA-4] moving somebody to where they are pins them there', () => {
    const past = proposed();
    const at = roomOf(past, 'KEN-1');
    const after = past.when('seating.move', { roundId, participantId: 'KEN-1', room: at }).done();
    expect(roomOf(after, 'KEN-1')).toBe(at);
    expect(proposalOf(after).pins).toEqual([{ id: 'KEN-1', room: at }]);
    const free = after
      .when('seating.unpin', { roundId, participantId: 'KEN-1' })
      .thenTold(tell.bureau.PersonUnpinned({ roundId, participantId: 'KEN-1' }));
    expect(proposalOf(free).pins).toEqual([]);
    free.when('seating.unpin', { roundId, participantId: 'KEN-1' }).thenTold();
  });

  test('[SEA-4] only people and rooms that are there', () => {
    const move = (participantId: string, room: number, id = roundId) =>
      proposed().when('seating.move', { roundId: id, participantId, room });
    move('nobody', 0).refused('seating.person-unknown');
    move('KEN-1', 3).refused('seating.room-unknown');
    move('KEN-1', 0, 'other').refused('seating.unknown');
    proposed().when('seating.unpin', { roundId: 'other', participantId: 'KEN-1' }).refused('seating.unknown');
    proposed().when('seating.repair', { roundId: 'other' }).refused('seating.unknown');
    proposed().when('seating.discard', { roundId: 'other' }).refused('seating.unknown');
  });

  test('[SEA-5] a repair keeps the pins and makes the rules hold again', () => {
    const past = proposed();
    const [first = [], second = []] = proposalOf(past).rooms;
    const moved = [first[0], first[1]].reduce(
      (each, id) => each.when('seating.move', { roundId, participantId: must(id, 'member'), room: 1 }).done(),
      past,
    );
    expect(formationOf(moved.state, proposalOf(moved))?.holds.size).toBe(false);
    expect(proposalOf(moved).rooms[1]).toHaveLength(second.length + 2);
    const outcome = moved.when('seating.repair', { roundId });
    const after = outcome.done();

    expect(formationOf(after.state, proposalOf(after))?.holds).toEqual({ size: true, region: true, delegation: true });
    for (const { id, room } of proposalOf(moved).pins) expect(roomOf(after, id)).toBe(room);
  });

  test('[SEA-5] pins that cannot all hold are named, the fewest of them', () => {
    const both = ['KEN-1', 'KEN-2'].reduce(
      (past, participantId) => past.when('seating.move', { roundId, participantId, room: 2 }).done(),
      proposed(),
    );
    both.when('seating.repair', { roundId }).refused('seating.pins-conflict', {
      pins: [
        { id: 'KEN-1', room: 2 },
        { id: 'KEN-2', room: 2 },
      ],
      because: { rule: 'delegation', subject: 'KEN', room: 2, floor: 0, ceil: 1 },
    });
    const free = both.when('seating.unpin', { roundId, participantId: 'KEN-2' }).done();
    free.when('seating.repair', { roundId }).done();
  });

  test('[SEA-5] pins may stand in the wish itself, for people and rooms that are asked for', () => {
    const pins = [{ id: 'CAN-1', room: 2 }];
    const past = house()
      .when('seating.propose', { ...asked, pins })
      .done();
    expect(roomOf(past, 'CAN-1')).toBe(2);
    expect(proposalOf(past).pins).toEqual(pins);
    house()
      .when('seating.propose', { ...asked, pins: [{ id: 'CAN-1', room: 3 }] })
      .refused('seating.pin-unknown');
    house()
      .when('seating.propose', { ...asked, pins: [{ id: 'mod', room: 1 }] })
      .refused('seating.pin-unknown');
  });
});

describe('duties', () => {
  const duties = (past: Given, room = 0) => must(proposalOf(past).duties[room], 'duties');
  const assign = (past: Given, duty: 'facilitator' | 'rapporteur', participantId: string | null, room = 0) =>
    past.when('seating.assignDuty', { roundId, room, duty, participantId });

  test('[SEA-6] every room opens with a facilitator and a rapporteur, or by an explicit override', () => {
    const past = proposed();
    for (const at of [0, 1, 2]) {
      const { facilitator, rapporteur } = duties(past, at);
      expect(proposalOf(past).rooms[at]).toEqual(expect.arrayContaining([facilitator, rapporteur]));
      expect(facilitator).not.toBe(rapporteur);
    }
    openIt(past).done();
    const lacking = assign(assign(past, 'rapporteur', null).done(), 'facilitator', null, 2).done();
    openIt(lacking).refused('seating.duties-missing', { rooms: [1, 3] });
    const after = openIt(lacking, true).done();
    expect(after.state.plenary.room.byId[must(roomIds(after)[0], 'room')]?.rapporteur).toBeNull();
  });

  test('[SEA-6] a duty is held by a member, and one person has one duty', () => {
    const past = proposed();
    const outsider = must(proposalOf(past).rooms[1]?.[0], 'member');
    assign(past, 'rapporteur', outsider).refused('room.not-a-member');
    assign(past, 'rapporteur', 'KEN-1', 3).refused('seating.room-unknown');
    past
      .when('seating.assignDuty', { roundId: 'other', room: 0, duty: 'rapporteur', participantId: null })
      .refused('seating.unknown');
    const { facilitator } = duties(past);
    const swapped = assign(past, 'rapporteur', facilitator).done();
    expect(duties(swapped)).toEqual({ facilitator: null, rapporteur: facilitator });
  });

  test('[SEA-6] who is moved away leaves the duty behind', () => {
    const past = proposed();
    const facilitator = must(duties(past).facilitator, 'facilitator');
    const stays = past.when('seating.move', { roundId, participantId: facilitator, room: 0 }).done();
    expect(duties(stays).facilitator).toBe(facilitator);
    const moved = past.when('seating.move', { roundId, participantId: facilitator, room: 1 }).done();
    expect(duties(moved).facilitator).toBeNull();
    openIt(moved).refused('seating.duties-missing', { rooms: [1] });
  });
});

describe('opening', () => {
  test('[SEA-7] opening tells everyone the round and its rooms, and ends the proposal', () => {
    const past = proposed();
    const proposal = proposalOf(past);
    const told = openIt(past).told();
    expect(told.map(({ scope, type }) => `${scope} ${type}`)).toEqual([
      'plenary seating.RoundOpened',
      ...Array(3).fill('plenary room.RoomOpened'),
      'bureau seating.ProposalDiscarded',
    ]);
    const after = opened();
    expect(after.state.bureau.seating).toEqual({});
    expect(after.state.plenary.seating.byId[roundId]).toMatchObject({
      number: 1,
      panelId: 'p1',
      seed: 'K7QF',
      openedAt: noon,
    });
    const rooms = roomIds(after).map((id) => after.state.plenary.room.byId[id]);
    expect(rooms.map((room) => room?.members)).toEqual(proposal.rooms);
    expect(rooms.map((room) => room?.number)).toEqual([1, 2, 3]);
    for (const room of rooms)
      expect(room).toMatchObject({
        phase: 'open',
        clock: { phase: 'running', endsAt: noon + 2_700_000 },
        attribution: 'delegation',
      });
  });

  test('[SEA-7] a panel has one round of rooms open at a time', () => {
    const propose = (past: Given) => past.when('seating.propose', { ...asked, seed: 'other' });
    const openNext = (past: Given) => {
      const outcome = propose(past);
      const next = String(outcome.event('seating.SeatingProposed').data.roundId);
      return outcome.done().when('seating.open', { roundId: next, seconds: 60, override: false });
    };
    openNext(opened()).refused('seating.round-running');
    const recalled = opened()
      .when('room.recall', { roomIds: roomIds(opened()), seconds: 0 })
      .done();
    openNext(recalled).refused('seating.round-running');
    const frozen = recalled
      .as(system)
      .when('room.freeze', { roomIds: roomIds(opened()) })
      .done()
      .as(moderator);
    const next = openNext(frozen).done();
    const [, second] = next.state.plenary.seating.order;
    expect(next.state.plenary.seating.byId[must(second, 'round')]?.number).toBe(2);
    // Nor by opening the rooms of the first round again.
    next.when('room.reopen', { roomIds: roomIds(next), seconds: 60 }).refused('seating.round-running');
    frozen.when('room.reopen', { roomIds: roomIds(frozen), seconds: 60 }).done();
  });

  test('[SEA-7] rooms open in the breakout only', () => {
    const early = given(meeting()).when('seating.propose', asked).done();
    openIt(early).refused('panel.wrong-step', { step: 'opening', allowed: ['breakout'] });
    openIt(house()).refused('seating.unknown');
  });

  test('[SEA-7] what is discarded is not opened', () => {
    const gone = proposed().when('seating.discard', { roundId }).thenTold(tell.bureau.ProposalDiscarded({ roundId }));
    openIt(gone).refused('seating.unknown');
  });

  test('[SEA-8] who has lost the seat since is left out, with the duty', () => {
    const past = proposed();
    const facilitator = must(proposalOf(past).duties[0]?.facilitator, 'facilitator');
    const without = past.as(secretariat).when('delegation.dismiss', { participantId: facilitator }).done();
    openIt(without).refused('seating.duties-missing', { rooms: [1] });
    const after = openIt(without, true).done();
    const first = must(after.state.plenary.room.byId[must(roomIds(after)[0], 'room')], 'room');
    expect(first.members).not.toContain(facilitator);
    expect(first.facilitator).toBeNull();
  });
});

describe('latecomers and moves', () => {
  /** Rooms for all but one person, who comes late. */
  const without = (late: string) => {
    const people = invited(house().state).filter((id) => id !== late);
    return openIt(
      house()
        .when('seating.propose', { ...asked, people })
        .done(),
    ).done();
  };
  const place = (past: Given, participantId: string, roomId: string | null = null) =>
    past.when('seating.placeLatecomer', { roundId, participantId, roomId });

  test('[SEA-9] a latecomer goes where all rules still hold, wherever there is such a room', () => {
    const holdsIn = (past: Given) => {
      const rooms = roomIds(past).map((id) => must(past.state.plenary.room.byId[id], 'room').members);
      const examined = must(formationOf(past.state, { ...proposalOf(proposed()), rooms }), 'examination');
      expect(examined.unseated).toEqual([]);
      return examined.breaches.length === 0;
    };
    const found = invited(house().state).map((late) => {
      const past = without(late);
      const isPossible = roomIds(past).some((roomId) => holdsIn(place(past, late, roomId).done()));
      expect(holdsIn(place(past, late).done()), late).toBe(isPossible);
      return isPossible;
    });
    expect(found).toContain(true);
  });

  test('[SEA-9] or to a chosen room, once', () => {
    const past = without('KEN-2');
    for (const roomId of roomIds(past)) expect(seatedIn(place(past, 'KEN-2', roomId).done(), 'KEN-2').id).toBe(roomId);
    place(past, 'KEN-1').refused('seating.already-seated');
    place(past, 'KEN-2', 'other').refused('seating.room-unknown');
    place(past, 'nobody').refused('seating.person-unknown');
    past
      .when('seating.placeLatecomer', { roundId: 'other', participantId: 'KEN-2', roomId: null })
      .refused('seating.unknown');
  });

  test('[SEA-9] never to a room that is closed, also where that would be the balance', () => {
    const past = without('KEN-2');
    const balanced = seatedIn(place(past, 'KEN-2').done(), 'KEN-2').id;
    const close = (each: Given, ids: string[]) =>
      each
        .when('room.recall', { roomIds: ids, seconds: 0 })
        .done()
        .as(system)
        .when('room.freeze', { roomIds: ids })
        .done()
        .as(moderator);
    const less = close(past, [balanced]);
    place(less, 'KEN-2', balanced).refused('room.frozen');
    const other = seatedIn(place(less, 'KEN-2').done(), 'KEN-2');
    expect(other.phase).toBe('open');
    place(close(past, roomIds(past)), 'KEN-2').refused('room.frozen');
  });

  test('[SEA-9] somebody who was dismissed meanwhile does not stand in the way', () => {
    const past = without('KEN-2').as(secretariat).when('delegation.dismiss', { participantId: 'SEN-1' }).done();
    place(past, 'KEN-2').done();
  });

  test('[SEA-10] the bureau moves a member to another open room in one step', () => {
    const past = opened();
    const from = seatedIn(past, 'KEN-1');
    const to = must(
      roomIds(past).find((id) => id !== from.id),
      'another room',
    );
    const transfer = (roomId: string, participantId = 'KEN-1') =>
      past.when('seating.transfer', { roundId, participantId, roomId });
    const after = transfer(to).done();
    expect(seatedIn(after, 'KEN-1').id).toBe(to);
    expect(after.state.plenary.room.byId[from.id]?.members).not.toContain('KEN-1');
    transfer(from.id).thenTold();
    transfer('other').refused('seating.room-unknown');
    transfer(to, 'nobody').refused('seating.person-unknown');
    past
      .as(delegate('KEN'))
      .when('seating.transfer', { roundId, participantId: 'KEN-1', roomId: to })
      .refused('rights.not-permitted');
    const closed = past.when('room.recall', { roomIds: [to], seconds: 0 }).done();
    closed
      .as(system)
      .when('room.freeze', { roomIds: [to] })
      .done()
      .as(moderator)
      .when('seating.transfer', { roundId, participantId: 'KEN-1', roomId: to })
      .refused('room.frozen');
  });
});
