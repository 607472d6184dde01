import { duties, nextDeadline } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { Told } from '@shared/domain/kernel/slice.ts';
import { isWritable, type Room, room, roomsOf } from '@shared/domain/room.ts';
import { scopesOf } from '@shared/domain/scope.ts';
import { seating } from '@shared/domain/seating.ts';
import { describe, expect, test } from 'vitest';
import { delegate, type Given, given, meeting, moderator, noon, observer, panelist, system } from '../support/given.ts';

const { tell } = room;
const minute = 60_000;
const endsAt = noon + 45 * minute;
const facts = { roundId: 'r1', panelId: 'p1', question: 'What?', attribution: 'delegation' as const };
const members = { a: ['KEN-1', 'JPN-1', 'BRA-1'], b: ['SEN-1', 'NPL-1', 'WHO-1'] };
const rooms = [
  seating.tell.plenary.RoundOpened({ ...facts, seed: 's', roomIds: ['a', 'b'] }),
  tell.plenary.RoomOpened({
    ...{ ...facts, roomId: 'a', number: 1, members: members.a, facilitator: 'KEN-1', rapporteur: 'JPN-1', endsAt },
  }),
  tell.plenary.RoomOpened({
    ...{ ...facts, roomId: 'b', number: 2, members: members.b, facilitator: null, rapporteur: null, endsAt },
  }),
];
const past = () => given(meeting({ step: 'breakout' }), rooms);
const since = (...events: (Told | readonly Told[])[]) => given(meeting({ step: 'breakout' }), rooms, ...events);
const roomOf = ({ state }: Given, id = 'a'): Room => must(state.plenary.room.byId[id], 'room');
const outsiders = [delegate('CAN'), panelist, observer('WHO')];

describe('who is in a room', () => {
  test('[ROO-1] its members and the bureau read what is in it, and nobody else', () => {
    expect(scopesOf(past().state, 'KEN-1')).toContain('room:a');
    expect(scopesOf(past().state, 'KEN-1')).not.toContain('room:b');
    expect(scopesOf(past().state, 'mod')).toEqual(['plenary', 'bureau', 'room:a', 'room:b']);
    for (const outsider of ['pan', 'wall', 'CAN-1'])
      expect(scopesOf(past().state, outsider).join()).not.toContain('room:');
    expect(roomsOf(past().state.plenary.room, 'r1').map(({ number }) => number)).toEqual([1, 2]);
    expect(roomsOf(past().state.plenary.room, 'other')).toEqual([]);
  });

  test('[ROO-2] the facilitator or the bureau hands a duty to a member, or takes it away', () => {
    const handOver = (participantId: string | null, who = moderator, roomId = 'a') =>
      past().as(who).when('room.handOver', { roomId, duty: 'rapporteur', participantId });
    const told = tell.plenary.DutyHandedOver({ roomId: 'a', duty: 'rapporteur', participantId: 'BRA-1' });
    expect(roomOf(handOver('BRA-1').thenTold(told)).rapporteur).toBe('BRA-1');
    handOver('BRA-1', delegate('KEN')).thenTold(told);
    expect(roomOf(handOver(null).done()).rapporteur).toBeNull();
    handOver('JPN-1').thenTold();
    handOver('SEN-1').refused('room.not-a-member');
    handOver('BRA-1', moderator, 'x').refused('room.unknown');
    for (const who of [delegate('JPN'), delegate('BRA'), delegate('SEN'), ...outsiders])
      handOver('BRA-1', who).refused('rights.not-permitted');
  });

  test('[ROO-2] duties are handed over in the breakout and the reporting', () => {
    const later = (step: 'reporting' | 'commenting') =>
      given(meeting({ step }), rooms).when('room.handOver', {
        roomId: 'a',
        duty: 'rapporteur',
        participantId: 'BRA-1',
      });
    later('reporting').done();
    later('commenting').refused('panel.wrong-step', { step: 'commenting', allowed: ['breakout', 'reporting'] });
  });
});

describe('hands', () => {
  const raised = tell.room('a').HandRaised({ participantId: 'BRA-1' });
  const lower = (who: typeof moderator, participantId = 'BRA-1') =>
    since(raised).as(who).when('room.lowerHand', { roomId: 'a', participantId });

  test('[ROO-3] a member raises the own hand, once, and hands stand in that order', () => {
    const one = past().as(delegate('BRA')).when('room.raiseHand', { roomId: 'a' }).thenTold(raised);
    one.when('room.raiseHand', { roomId: 'a' }).thenTold();
    const two = one.as(delegate('KEN')).when('room.raiseHand', { roomId: 'a' }).done();
    expect(two.state.room.a?.room.hands).toEqual(['BRA-1', 'KEN-1']);
    for (const who of [...outsiders, delegate('SEN'), moderator])
      past().as(who).when('room.raiseHand', { roomId: 'a' }).refused('rights.not-permitted');
  });

  test('[ROO-3] one lowers one’s own; the facilitator and the bureau anybody’s', () => {
    const lowered = tell.room('a').HandLowered({ participantId: 'BRA-1' });
    for (const who of [delegate('BRA'), delegate('KEN'), moderator])
      expect(lower(who).thenTold(lowered).state.room.a?.room.hands).toEqual([]);
    lower(delegate('JPN')).refused('room.hand-not-yours');
    lower(delegate('SEN')).refused('rights.not-permitted');
    lower(delegate('KEN'), 'JPN-1').thenTold();
  });
});

describe('the clock', () => {
  const running = (at: number) => ({ phase: 'running' as const, endsAt: at });
  const paused = (remainingMs: number) => ({ phase: 'paused' as const, remainingMs });
  const clocks = (...set: (ReturnType<typeof running> | ReturnType<typeof paused>)[]) =>
    tell.plenary.ClockSet({ roomIds: ['a', 'b'].slice(0, set.length), clocks: set });

  test('[ROO-4] it is extended and shortened, in one room or in many', () => {
    const extend = (seconds: number, at = noon) =>
      past()
        .at(at)
        .when('room.extend', { roomIds: ['a', 'b'], seconds });
    extend(300).thenTold(clocks(running(endsAt + 5 * minute), running(endsAt + 5 * minute)));
    extend(-300).thenTold(clocks(running(endsAt - 5 * minute), running(endsAt - 5 * minute)));
    // What is shortened below nothing is over now.
    extend(-3_600).thenTold(clocks(running(noon), running(noon)));
    const one = past()
      .when('room.extend', { roomIds: ['a'], seconds: 300 })
      .done();
    expect(roomOf(one, 'b').clock).toEqual(running(endsAt));
  });

  test('[ROO-4] an extension of a clock that has run out counts from now', () => {
    past()
      .at(endsAt + 7 * minute)
      .when('room.extend', { roomIds: ['a'], seconds: 300 })
      .thenTold(clocks(running(endsAt + 12 * minute)));
  });

  test('[ROO-4] it is stopped with what is left, and goes on with that', () => {
    const stopped = past()
      .at(noon + 5 * minute)
      .when('room.pause', { roomIds: ['a'] })
      .thenTold(clocks(paused(40 * minute)));
    stopped.when('room.pause', { roomIds: ['a'] }).thenTold(clocks(paused(40 * minute)));
    stopped.when('room.extend', { roomIds: ['a'], seconds: 60 }).thenTold(clocks(paused(41 * minute)));
    stopped.when('room.extend', { roomIds: ['a'], seconds: -3_600 }).thenTold(clocks(paused(0)));
    const again = stopped
      .at(noon + 20 * minute)
      .when('room.resume', { roomIds: ['a'] })
      .thenTold(clocks(running(noon + 60 * minute)));
    again.when('room.resume', { roomIds: ['a'] }).thenTold(clocks(running(noon + 60 * minute)));
    past()
      .at(endsAt + minute)
      .when('room.pause', { roomIds: ['a'] })
      .thenTold(clocks(paused(0)));
  });

  test('[ROO-4] only the bureau sets it, and not in a closed or unknown room', () => {
    const frozen = tell.plenary.RoomsFrozen({ roomIds: ['b'] });
    const acts = [
      (each: Given, roomIds: string[]) => each.when('room.extend', { roomIds, seconds: 300 }),
      (each: Given, roomIds: string[]) => each.when('room.pause', { roomIds }),
      (each: Given, roomIds: string[]) => each.when('room.resume', { roomIds }),
    ];
    for (const act of acts) {
      act(past(), ['a']).done();
      act(past().as(delegate('KEN')), ['a']).refused('rights.not-permitted');
      act(since(frozen), ['a', 'b']).refused('room.frozen');
      act(past(), ['a', 'x']).refused('room.frozen');
    }
  });
});

describe('recall', () => {
  const recall = (seconds: number, roomIds = ['a', 'b']) => past().when('room.recall', { roomIds, seconds });
  const announced = (deadlineAt: number, roomIds = ['a', 'b']) => tell.plenary.RecallAnnounced({ roomIds, deadlineAt });

  test('[ROO-5] it counts down for everyone, and texts stay writable until it ends', () => {
    const recalling = recall(60).thenTold(announced(noon + minute));
    expect(roomOf(recalling)).toMatchObject({ phase: 'recalling', deadlineAt: noon + minute });
    expect(isWritable(roomOf(recalling))).toBe(true);
    expect(isWritable(roomOf(past()))).toBe(true);
    expect(isWritable(undefined)).toBe(false);
    expect(nextDeadline(recalling.state)).toBe(noon + minute);
    expect(nextDeadline(past().state)).toBeNull();
  });

  test('[ROO-5] only open rooms are recalled', () => {
    const one = recall(60, ['a']).done();
    one.when('room.recall', { roomIds: ['a', 'b'], seconds: 0 }).thenTold(announced(noon, ['b']));
    one.when('room.recall', { roomIds: ['a'], seconds: 0 }).refused('room.not-open');
    recall(60, ['a', 'x']).refused('room.unknown');
    for (const who of [delegate('KEN'), ...outsiders])
      past()
        .as(who)
        .when('room.recall', { roomIds: ['a'], seconds: 60 })
        .refused('rights.not-permitted');
  });

  test('[ROO-5] it can be stopped until the end', () => {
    const stopped = recall(60)
      .done()
      .when('room.cancelRecall', { roomIds: ['a'] })
      .thenTold(tell.plenary.RecallCancelled({ roomIds: ['a'] }));
    expect(roomOf(stopped)).toEqual(roomOf(past()));
    expect(roomOf(stopped, 'b').phase).toBe('recalling');
    stopped.when('room.cancelRecall', { roomIds: ['a'] }).refused('room.not-recalling');
  });

  test('[ROO-6] when the countdown ends the program closes the room, and not before', () => {
    const recalling = recall(60).done();
    expect(duties(recalling.state, noon + minute - 1)).toEqual([]);
    const [due] = duties(recalling.state, noon + minute);
    expect(due).toEqual({ type: 'room.freeze', payload: { roomIds: ['a', 'b'] } });
    const freeze = (each: Given) => each.as(system).when('room.freeze', { roomIds: ['a', 'b'] });
    freeze(recalling.at(noon + minute - 1)).thenTold();
    const frozen = freeze(recalling.at(noon + minute)).thenTold(tell.plenary.RoomsFrozen({ roomIds: ['a', 'b'] }));
    expect(roomOf(frozen).phase).toBe('frozen');
    expect(roomOf(frozen)).not.toHaveProperty('deadlineAt');
    expect(isWritable(roomOf(frozen))).toBe(false);
    expect(nextDeadline(frozen.state)).toBeNull();
    freeze(frozen).thenTold();
    for (const who of [moderator, delegate('KEN')])
      recalling
        .as(who)
        .at(noon + minute)
        .when('room.freeze', { roomIds: ['a'] })
        .refused('rights.not-permitted');
  });

  test('[ROO-6] a recall that was stopped closes nothing', () => {
    const stopped = recall(60)
      .done()
      .when('room.cancelRecall', { roomIds: ['a', 'b'] })
      .done();
    expect(duties(stopped.state, noon + 10 * minute)).toEqual([]);
    stopped
      .as(system)
      .at(noon + minute)
      .when('room.freeze', { roomIds: ['a'] })
      .thenTold();
  });

  test('[ROO-7] the bureau opens a closed room again, with its people and a fresh clock', () => {
    const frozen = since(tell.plenary.RoomsFrozen({ roomIds: ['a'] }));
    const again = frozen
      .at(endsAt)
      .when('room.reopen', { roomIds: ['a', 'b'], seconds: 600 })
      .thenTold(tell.plenary.RoomsReopened({ roomIds: ['a'], endsAt: endsAt + 10 * minute }));
    expect(roomOf(again)).toEqual({ ...roomOf(past()), clock: { phase: 'running', endsAt: endsAt + 10 * minute } });
    frozen.when('room.reopen', { roomIds: ['b'], seconds: 600 }).refused('room.not-frozen');
    frozen.when('room.reopen', { roomIds: ['a', 'x'], seconds: 600 }).refused('room.unknown');
    frozen
      .as(delegate('KEN'))
      .when('room.reopen', { roomIds: ['a'], seconds: 600 })
      .refused('rights.not-permitted');
  });
});

describe('words between the rooms and the bureau', () => {
  test('[ROO-8] the bureau announces to everyone or to rooms; the last fifty are kept', () => {
    const said = past()
      .when('room.announce', { roomIds: null, text: 'Lunch' })
      .thenTold(tell.plenary.Announced({ roomIds: null, text: 'Lunch' }))
      .when('room.announce', { roomIds: ['a'], text: 'Five minutes' })
      .done();
    expect(said.state.plenary.room.announcements).toEqual([
      { roomIds: null, text: 'Lunch', at: noon },
      { roomIds: ['a'], text: 'Five minutes', at: noon },
    ]);
    past()
      .when('room.announce', { roomIds: ['a', 'x'], text: 'Lunch' })
      .refused('room.unknown');
    past()
      .as(delegate('KEN'))
      .when('room.announce', { roomIds: ['a'], text: 'Lunch' })
      .refused('rights.not-permitted');
    const many = Array.from({ length: 51 }, (_, at) => tell.plenary.Announced({ roomIds: null, text: `No. ${at}` }));
    const kept = since(many).state.plenary.room.announcements;
    expect([kept.length, kept[0]?.text, kept.at(-1)?.text]).toEqual([50, 'No. 1', 'No. 50']);
  });

  test('[ROO-8] a member calls for help, which only the bureau sees and answers', () => {
    const called = past()
      .as(delegate('KEN'))
      .when('room.callForHelp', { roomId: 'a', kind: 'technical' })
      .thenTold(tell.bureau.HelpCalled({ roomId: 'a', kind: 'technical' }));
    expect(called.state.bureau.room.help).toEqual({ a: { kind: 'technical', at: noon } });
    called.when('room.callForHelp', { roomId: 'a', kind: 'technical' }).thenTold();
    called.when('room.callForHelp', { roomId: 'a', kind: 'conduct' }).done();
    called.when('room.answerHelp', { roomId: 'a' }).refused('rights.not-permitted');
    const answered = called.as(moderator).when('room.answerHelp', { roomId: 'a' }).done();
    expect(answered.state.bureau.room.help).toEqual({});
    answered.when('room.answerHelp', { roomId: 'a' }).thenTold();
    for (const who of [...outsiders, delegate('SEN')])
      past().as(who).when('room.callForHelp', { roomId: 'a', kind: 'conduct' }).refused('rights.not-permitted');
  });

  test('[ROO-9] who is moved to another room leaves hand and duty behind', () => {
    const hand = tell.room('a').HandRaised({ participantId: 'JPN-1' });
    const moved = since(hand)
      .when('seating.transfer', { roundId: 'r1', participantId: 'JPN-1', roomId: 'b' })
      .thenTold(
        tell.room('a').HandLowered({ participantId: 'JPN-1' }),
        tell.plenary.MemberTransferred({ participantId: 'JPN-1', from: 'a', to: 'b' }),
      );
    expect(roomOf(moved)).toMatchObject({ members: ['KEN-1', 'BRA-1'], facilitator: 'KEN-1', rapporteur: null });
    expect(roomOf(moved, 'b').members).toEqual([...members.b, 'JPN-1']);
    expect(scopesOf(moved.state, 'JPN-1')).toContain('room:b');
    expect(scopesOf(moved.state, 'JPN-1')).not.toContain('room:a');
    const facilitator = past().when('seating.transfer', { roundId: 'r1', participantId: 'KEN-1', roomId: 'b' }).done();
    expect(roomOf(facilitator).facilitator).toBeNull();
  });
});
