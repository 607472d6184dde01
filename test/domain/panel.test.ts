import type { Told } from '@shared/domain/kernel/slice.ts';
import { type Step, steps } from '@shared/domain/kernel/words.ts';
import { panel } from '@shared/domain/panel.ts';
import { room } from '@shared/domain/room.ts';
import { seating } from '@shared/domain/seating.ts';
import { vote } from '@shared/domain/vote.ts';
import { describe, expect, test } from 'vitest';
import { delegate, given, meeting, moderator, noon, observer, panelist, secretariat } from '../support/given.ts';

const { tell } = panel;
const agenda = { title: 'Returns', questions: ['How?'], panelists: ['pan'], section: 'II.C' };
const round = { roundId: 'r1', panelId: 'p1', question: 'What?', attribution: 'delegation' as const, seed: 's' };
const rooms = [
  seating.tell.plenary.RoundOpened({ ...round, roomIds: ['a'] }),
  room.tell.plenary.RoomOpened({
    ...{ roomId: 'a', roundId: 'r1', panelId: 'p1', number: 1, question: 'What?', attribution: 'delegation' as const },
    ...{ members: ['KEN-1'], facilitator: null, rapporteur: null, endsAt: noon + 60_000 },
  }),
];
const goTo = (step: Step) => ['panel.goTo', { panelId: 'p1', step }] as const;

describe('the agenda', () => {
  test('[PAN-1] the secretariat adds, corrects and orders panels; the first is in session', () => {
    const added = given(meeting())
      .as(secretariat)
      .when('panel.add', agenda)
      .thenTold(tell.plenary.PanelAdded({ panelId: 'new-1', ...agenda }));
    expect(added.state.plenary.panel).toMatchObject({ order: ['p1', 'p2', 'new-1'], live: 'p1' });
    expect(added.state.plenary.panel.byId['new-1']).toEqual({ id: 'new-1', ...agenda, step: 'opening' });
    added.when('panel.add', { ...agenda, panelId: 'p1' }).refused('panel.exists');
    added
      .when('panel.describe', { ...agenda, panelId: 'p2' })
      .thenTold(tell.plenary.PanelDescribed({ panelId: 'p2', ...agenda }));
    added.when('panel.describe', { ...agenda, panelId: 'p9' }).refused('panel.unknown');
    const ordered = added.when('panel.order', { panelIds: ['new-1', 'p2', 'p1'] }).done();
    expect(ordered.state.plenary.panel.order).toEqual(['new-1', 'p2', 'p1']);
  });

  test('[PAN-1] an order names every panel once', () => {
    const order = (panelIds: string[]) => given(meeting()).as(secretariat).when('panel.order', { panelIds });
    for (const wrong of [['p1'], ['p1', 'p1'], ['p1', 'p9'], ['p1', 'p2', 'p2']])
      order(wrong).refused('panel.order-incomplete');
  });

  test('[PAN-1] an agenda has sixty panels at most', () => {
    const sixty = Array.from({ length: 58 }, (_, at) => tell.plenary.PanelAdded({ panelId: `x${at}`, ...agenda }));
    given(meeting(), sixty).as(secretariat).when('panel.add', agenda).refused('panel.too-many');
    given(meeting(), sixty.slice(1)).as(secretariat).when('panel.add', agenda).done();
  });

  test('[PAN-1] nobody else changes it', () => {
    for (const who of [moderator, panelist, delegate('KEN'), observer('WHO')])
      given(meeting()).as(who).when('panel.add', agenda).refused('rights.not-permitted');
  });
});

describe('the step', () => {
  test.each(steps)('[PAN-2] from %s one goes one step forward, or back to any earlier one', (from) => {
    const at = steps.indexOf(from);
    for (const [to, step] of steps.entries()) {
      const outcome = given(meeting({ step: from })).when(...goTo(step));
      if (to === at) outcome.thenTold();
      else if (to > at + 1) outcome.refused('panel.step-skipped', { from, to: step });
      else outcome.thenTold(tell.plenary.StepTaken({ panelId: 'p1', step }));
    }
  });

  test('[PAN-2] only the bureau does, and other panels keep theirs', () => {
    for (const who of [panelist, delegate('KEN'), observer('WHO')])
      given(meeting())
        .as(who)
        .when(...goTo('breakout'))
        .refused('rights.not-permitted');
    const after = given(meeting())
      .as(secretariat)
      .when(...goTo('breakout'))
      .done();
    expect(after.state.plenary.panel.byId.p2?.step).toBe('opening');
    after.when('panel.goTo', { panelId: 'p9', step: 'breakout' }).refused('panel.unknown');
  });

  test('[PAN-3] a panel does not leave the breakout, forward or back, while one of its rooms is open', () => {
    const open = given(meeting({ step: 'breakout' }), rooms);
    open.when(...goTo('reporting')).refused('panel.rooms-open');
    open.when(...goTo('opening')).refused('panel.rooms-open');
    const recalling = given(
      meeting({ step: 'breakout' }),
      rooms,
      room.tell.plenary.RecallAnnounced({ roomIds: ['a'], deadlineAt: noon + 1 }),
    );
    recalling.when(...goTo('reporting')).refused('panel.rooms-open');
    given(meeting({ step: 'breakout' }), rooms, room.tell.plenary.RoomsFrozen({ roomIds: ['a'] }))
      .when(...goTo('reporting'))
      .thenTold(tell.plenary.StepTaken({ panelId: 'p1', step: 'reporting' }));
  });

  test('[PAN-3] the rooms of another panel do not hold it', () => {
    given(meeting({ step: 'breakout' }), rooms)
      .when('panel.goTo', { panelId: 'p2', step: 'breakout' })
      .thenTold(tell.plenary.StepTaken({ panelId: 'p2', step: 'breakout' }));
  });

  test('[PAN-4] a panel does not leave the deciding while a vote of it is not declared or withdrawn', () => {
    const terms = {
      ...{ majority: 'simple' as const, quorum: 'none' as const, tie: 'rejected' as const, isIndicative: true },
      ...{ profile: 'informal', profileVersion: 1, members: 10, present: null },
    };
    const opened = vote.tell.plenary.VoteOpened({
      ...{ voteId: 'v1', itemId: 'i1', panelId: 'p1', itemVersion: 1, ...terms, electorate: ['KEN'] },
    });
    const deciding = [...meeting({ step: 'deciding' }), opened];
    for (const step of ['closed', 'commenting', 'opening'] as const) {
      given(deciding)
        .when(...goTo(step))
        .refused('panel.vote-running');
      given(deciding, vote.tell.plenary.VoteLocked({ voteId: 'v1', lockedAt: noon }))
        .when(...goTo(step))
        .refused('panel.vote-running');
      given(deciding, vote.tell.plenary.VoteWithdrawn({ voteId: 'v1' }))
        .when(...goTo(step))
        .thenTold(tell.plenary.StepTaken({ panelId: 'p1', step }));
    }
  });
});

describe('removing', () => {
  test('[PAN-5] only a panel that has not begun is removed', () => {
    const remove = (...past: (Told | readonly Told[])[]) =>
      given(...past)
        .as(secretariat)
        .when('panel.remove', { panelId: 'p1' });
    remove(meeting({ step: 'breakout' })).refused('panel.in-use');
    remove(meeting(), rooms).refused('panel.in-use');
    remove().refused('consultation.not-open');
    const after = remove(meeting()).thenTold(tell.plenary.PanelRemoved({ panelId: 'p1' }));
    expect(after.state.plenary.panel).toMatchObject({ order: ['p2'], live: 'p2' });
    after.when('panel.remove', { panelId: 'p1' }).refused('panel.unknown');
  });

  test('[PAN-5] nor one whose rooms are being prepared', () => {
    const proposed = given(meeting())
      .when('seating.propose', {
        ...{ panelId: 'p1', question: 'What?', attribution: 'named', rooms: 2, seed: 's', people: 'invited', pins: [] },
      })
      .done();
    proposed.as(secretariat).when('panel.remove', { panelId: 'p1' }).refused('panel.in-use');
  });
});

describe('in session', () => {
  test('[PAN-6] the bureau says which panel the plenary is in; saying it again is nothing', () => {
    const after = given(meeting())
      .when('panel.goLive', { panelId: 'p2' })
      .thenTold(tell.plenary.PanelWentLive({ panelId: 'p2' }));
    expect(after.state.plenary.panel.live).toBe('p2');
    after.when('panel.goLive', { panelId: 'p2' }).thenTold();
    after.when('panel.goLive', { panelId: 'p9' }).refused('panel.unknown');
    after.as(delegate('KEN')).when('panel.goLive', { panelId: 'p1' }).refused('rights.not-permitted');
  });
});
