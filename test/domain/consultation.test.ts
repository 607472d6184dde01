import { consultation, profileOf, profiles } from '@shared/domain/consultation.ts';
import { emptyState } from '@shared/domain/state.ts';
import { vote } from '@shared/domain/vote.ts';
import { describe, expect, test } from 'vitest';
import { delegate, given, meeting, moderator, noon, panelist, secretariat } from '../support/given.ts';

const facts = {
  title: 'Thematic session 2',
  symbol: 'A/CONF.231/2',
  place: 'Geneva',
  from: '2017-06-19',
  to: '2017-06-20',
  languages: ['en' as const, 'fr' as const],
};
const { tell } = consultation;
const terms = {
  ...{ majority: 'simple' as const, quorum: 'none' as const, tie: 'rejected' as const, isIndicative: true },
  ...{ profile: 'informal', profileVersion: 1, members: 10, present: null },
};
const opened = vote.tell.plenary.VoteOpened({
  voteId: 'v1',
  itemId: 'i1',
  panelId: 'p1',
  itemVersion: 1,
  ...terms,
  electorate: [],
});

describe('opening', () => {
  test('[CON-1] the secretariat opens it once, with its facts and a rule profile', () => {
    const after = given()
      .as(secretariat)
      .when('consultation.open', { ...facts, profile: 'informal' })
      .thenTold(tell.plenary.ConsultationOpened({ ...facts, profile: 'informal', openedAt: noon }));
    expect(after.state.plenary.consultation).toEqual({ phase: 'open', ...facts, profile: 'informal', openedAt: noon });
    after
      .as(moderator)
      .when('consultation.open', { ...facts, profile: 'committee' })
      .refused('rights.not-permitted');
    after
      .as(secretariat)
      .when('consultation.open', { ...facts, profile: 'committee' })
      .refused('consultation.already-open');
  });

  test('[CON-1] before that nothing can be done', () => {
    given().as(secretariat).when('panel.order', { panelIds: [] }).refused('consultation.not-open');
    given().as(secretariat).when('consultation.close', {}).refused('consultation.not-open');
  });

  test('[CON-2] it ends on the day on which it begins or later', () => {
    const backwards = { ...facts, from: '2017-06-20', to: '2017-06-19' };
    given()
      .as(secretariat)
      .when('consultation.open', { ...backwards, profile: 'informal' })
      .refused('consultation.ends-before-it-begins');
    given(meeting())
      .as(secretariat)
      .when('consultation.describe', backwards)
      .refused('consultation.ends-before-it-begins');
    const oneDay = { ...facts, to: facts.from };
    given(meeting())
      .as(secretariat)
      .when('consultation.describe', oneDay)
      .thenTold(tell.plenary.ConsultationDescribed(oneDay));
  });

  test('[CON-2] only the secretariat corrects its facts', () => {
    for (const who of [moderator, panelist, delegate('KEN')])
      given(meeting()).as(who).when('consultation.describe', facts).refused('rights.not-permitted');
  });
});

describe('the rule profile', () => {
  test('[CON-3] the bureau chooses it; choosing the same is nothing', () => {
    const after = given(meeting())
      .when('consultation.chooseProfile', { profile: 'committee' })
      .thenTold(tell.plenary.ProfileChosen({ profile: 'committee' }));
    expect(profileOf(after.state.plenary.consultation)).toBe(profiles.committee);
    after.when('consultation.chooseProfile', { profile: 'committee' }).thenTold();
    after
      .as(delegate('KEN'))
      .when('consultation.chooseProfile', { profile: 'informal' })
      .refused('rights.not-permitted');
  });

  test('[CON-3] without a choice everything is indicative', () => {
    expect(profileOf(emptyState().plenary.consultation)).toMatchObject({ id: 'informal', isIndicative: true });
  });

  test('[CON-4] it is fixed once a vote has been opened', () => {
    given(meeting({ step: 'deciding' }), opened)
      .when('consultation.chooseProfile', { profile: 'committee' })
      .refused('consultation.profile-is-fixed');
  });
});

describe('closing', () => {
  test('[CON-6] it is not closed while a vote runs', () => {
    const voting = given(meeting({ step: 'deciding' }), opened).as(secretariat);
    voting.when('consultation.close', {}).refused('panel.vote-running');
    const withdrawn = given(meeting({ step: 'deciding' }), opened, vote.tell.plenary.VoteWithdrawn({ voteId: 'v1' }));
    withdrawn.as(secretariat).when('consultation.close', {}).done();
  });

  test('[CON-5] a closed consultation is read and not changed, until the secretariat opens it again', () => {
    const closed = given(meeting({ step: 'commenting' }))
      .as(secretariat)
      .when('consultation.close', {})
      .thenTold(tell.plenary.ConsultationClosed({}));
    closed.when('consultation.close', {}).refused('consultation.closed');
    closed.as(moderator).when('panel.goTo', { panelId: 'p1', step: 'deciding' }).refused('consultation.closed');
    closed
      .as(delegate('KEN'))
      .when('position.signal', { itemId: 'i1', position: 'support' })
      .refused('consultation.closed');
    closed.as(moderator).when('consultation.reopen', {}).refused('rights.not-permitted');
    const again = closed.when('consultation.reopen', {}).thenTold(tell.plenary.ConsultationReopened({}));
    expect(again.state.plenary.consultation).toMatchObject({ phase: 'open', title: 'Thematic session' });
    again.when('consultation.reopen', {}).refused('consultation.not-closed');
  });
});
