import { delegation, mayVote, members } from '@shared/domain/delegation.ts';
import { actorOf } from '@shared/domain/rulebook.ts';
import { scopesOf } from '@shared/domain/scope.ts';
import { seating } from '@shared/domain/seating.ts';
import { describe, expect, test } from 'vitest';
import { delegate, given, meeting, moderator, observer, panelist, secretariat } from '../support/given.ts';

const { tell } = delegation;
const past = () => given(meeting()).as(secretariat);
const state = (code: string) => ({
  ...{
    id: code,
    kind: 'member-state' as const,
    code,
    name: null,
    regionalGroup: 'africa' as const,
    hasCredentials: true,
  },
});
const other = {
  id: 'IOM',
  kind: 'un-entity' as const,
  code: null,
  name: 'IOM',
  regionalGroup: null,
  hasCredentials: false,
};
const round = seating.tell.plenary.RoundOpened({
  ...{ roundId: 'r1', panelId: 'p1', question: 'What?', attribution: 'named', seed: 's', roomIds: [] },
});

describe('delegations', () => {
  test('[DEL-1] only a member state has credentials', () => {
    past()
      .when('delegation.accredit', { delegations: [{ ...other, hasCredentials: true }] })
      .refused('delegation.not-a-member-state', { delegationId: 'IOM' });
    past()
      .when('delegation.setCredentials', { delegationId: 'WHO', hasCredentials: true })
      .refused('delegation.not-a-member-state');
    past().when('delegation.setCredentials', { delegationId: 'WHO', hasCredentials: false }).thenTold();
  });

  test('[DEL-1] and with them the right to vote, for as long as it has them', () => {
    const without = past()
      .when('delegation.setCredentials', { delegationId: 'KEN', hasCredentials: false })
      .thenTold(tell.plenary.CredentialsSet({ delegationId: 'KEN', hasCredentials: false }));
    expect(mayVote(without.state.plenary.delegation, 'KEN')).toBe(false);
    expect(mayVote(without.state.plenary.delegation, 'SEN')).toBe(true);
    expect(mayVote(without.state.plenary.delegation, 'WHO')).toBe(false);
    expect(mayVote(without.state.plenary.delegation, null)).toBe(false);
    expect(members(without.state.plenary.delegation).map(({ id }) => id)).not.toContain('KEN');
    expect(members(without.state.plenary.delegation)).toHaveLength(9);
    without.when('delegation.setCredentials', { delegationId: 'KEN', hasCredentials: false }).thenTold();
    without
      .when('delegation.setCredentials', { delegationId: 'XXX', hasCredentials: true })
      .refused('delegation.unknown');
  });

  test('[DEL-2] a member state has a regional group', () => {
    past()
      .when('delegation.accredit', { delegations: [{ ...state('GHA'), regionalGroup: null }] })
      .refused('delegation.group-missing', { delegationId: 'GHA' });
    past()
      .when('delegation.assignGroup', { delegationId: 'KEN', regionalGroup: null })
      .refused('delegation.group-missing');
  });

  test('[DEL-2] others may do without', () => {
    const after = past()
      .when('delegation.assignGroup', { delegationId: 'WHO', regionalGroup: 'weog' })
      .thenTold(tell.plenary.GroupAssigned({ delegationId: 'WHO', regionalGroup: 'weog' }));
    expect(after.state.plenary.delegation.byId.WHO?.regionalGroup).toBe('weog');
    after.when('delegation.assignGroup', { delegationId: 'WHO', regionalGroup: null }).done();
  });

  test('[DEL-3] a regional group is corrected before the first round of rooms, not after', () => {
    past().when('delegation.assignGroup', { delegationId: 'KEN', regionalGroup: 'weog' }).done();
    given(meeting(), round)
      .as(secretariat)
      .when('delegation.assignGroup', { delegationId: 'KEN', regionalGroup: 'weog' })
      .refused('delegation.group-fixed');
    past().when('delegation.assignGroup', { delegationId: 'XXX', regionalGroup: 'weog' }).refused('delegation.unknown');
  });

  test('[DEL-7] a delegation is accredited once, a state by its code, any other by its name', () => {
    const accredit = (...delegations: (ReturnType<typeof state> | typeof other)[]) =>
      past().when('delegation.accredit', { delegations });
    accredit(state('GHA'), other).thenTold(tell.plenary.DelegationsAccredited({ delegations: [state('GHA'), other] }));
    accredit(state('GHA'), state('GHA')).refused('delegation.twice');
    accredit(state('GHA'), state('KEN')).refused('delegation.exists', { delegationId: 'KEN' });
    past()
      .when('delegation.accredit', { delegations: [{ ...state('GHA'), code: null }] })
      .refused('delegation.nameless', { delegationId: 'GHA' });
    past()
      .when('delegation.accredit', { delegations: [{ ...other, name: null }] })
      .refused('delegation.nameless', { delegationId: 'IOM' });
  });

  test('[DEL-7] and only by the secretariat', () => {
    for (const who of [moderator, panelist, delegate('KEN'), observer('WHO')])
      given(meeting())
        .as(who)
        .when('delegation.accredit', { delegations: [other] })
        .refused('rights.not-permitted');
  });
});

describe('seats', () => {
  const admit = (
    delegationId: string | null,
    role: 'delegate' | 'observer' | 'secretariat' | 'display' | 'panelist' | 'moderator',
  ) => past().when('delegation.admit', { seats: [{ participantId: 'new', delegationId, role }] });

  test('[DEL-4] delegates and observers sit in a delegation, the secretariat and a display in none', () => {
    admit('KEN', 'delegate').done();
    admit(null, 'delegate').refused('delegation.seat-needs-delegation');
    admit(null, 'observer').refused('delegation.seat-needs-delegation');
    admit('KEN', 'secretariat').refused('delegation.seat-without-delegation');
    admit('KEN', 'display').refused('delegation.seat-without-delegation');
    admit('XXX', 'delegate').refused('delegation.unknown');
    for (const role of ['panelist', 'moderator'] as const) {
      admit('KEN', role).done();
      admit(null, role).done();
    }
  });

  test('[DEL-4] also when somebody is seated elsewhere', () => {
    past()
      .when('delegation.reseat', { participantId: 'KEN-1', delegationId: null, role: 'delegate' })
      .refused('delegation.seat-needs-delegation');
    const after = past()
      .when('delegation.reseat', { participantId: 'KEN-1', delegationId: 'SEN', role: 'delegate' })
      .thenTold(tell.plenary.ParticipantReseated({ participantId: 'KEN-1', delegationId: 'SEN', role: 'delegate' }));
    expect(actorOf(after.state, 'KEN-1')).toMatchObject({ delegationId: 'SEN' });
    past()
      .when('delegation.reseat', { participantId: 'nobody', delegationId: 'SEN', role: 'delegate' })
      .refused('delegation.person-unknown');
  });

  test('[DEL-5] who is dismissed acts and reads no more until readmitted', () => {
    const dismissed = past()
      .when('delegation.dismiss', { participantId: 'KEN-1' })
      .thenTold(tell.plenary.ParticipantDismissed({ participantId: 'KEN-1' }));
    expect(actorOf(dismissed.state, 'KEN-1')).toEqual({ refused: 'rights.not-seated' });
    expect(scopesOf(dismissed.state, 'KEN-1')).toEqual([]);
    dismissed.when('delegation.dismiss', { participantId: 'KEN-1' }).thenTold();
    const back = dismissed
      .when('delegation.readmit', { participantId: 'KEN-1' })
      .thenTold(tell.plenary.ParticipantReadmitted({ participantId: 'KEN-1' }));
    expect(scopesOf(back.state, 'KEN-1')).toEqual(['plenary', 'delegation:KEN']);
    back.when('delegation.readmit', { participantId: 'KEN-1' }).thenTold();
    for (const type of ['delegation.dismiss', 'delegation.readmit'] as const)
      past().when(type, { participantId: 'nobody' }).refused('delegation.person-unknown');
  });

  test('[DEL-6] the last of the secretariat keeps the seat', () => {
    past().when('delegation.dismiss', { participantId: 'sec' }).refused('delegation.last-secretariat');
    past()
      .when('delegation.reseat', { participantId: 'sec', delegationId: null, role: 'moderator' })
      .refused('delegation.last-secretariat');
    const two = admit(null, 'secretariat').done();
    two.when('delegation.dismiss', { participantId: 'sec' }).done();
    two.when('delegation.reseat', { participantId: 'sec', delegationId: null, role: 'moderator' }).done();
    const one = two.when('delegation.dismiss', { participantId: 'new' }).done();
    one.when('delegation.dismiss', { participantId: 'sec' }).refused('delegation.last-secretariat');
  });

  test('[DEL-8] a person has one seat', () => {
    const seat = { participantId: 'new', delegationId: 'KEN', role: 'delegate' as const };
    past()
      .when('delegation.admit', { seats: [seat] })
      .thenTold(tell.plenary.ParticipantsAdmitted({ seats: [seat] }));
    past()
      .when('delegation.admit', { seats: [seat, seat] })
      .refused('delegation.person-twice');
    past()
      .when('delegation.admit', { seats: [{ ...seat, participantId: 'KEN-1' }] })
      .refused('delegation.person-exists');
  });
});
