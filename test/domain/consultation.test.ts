import { consultation, profileOf } from '@shared/domain/consultation.ts';
import {
  currentProfile,
  ProfileId,
  profileOfDecision,
  profileVersions,
  quorumsOf,
} from '@shared/domain/ruleProfile.ts';
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
    expect(profileOf(after.state.plenary.consultation)).toBe(currentProfile('committee'));
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

describe('the rule profiles as data', () => {
  test('[CON-7] every version that was ever released stays, numbered from one; the newest holds', () => {
    for (const id of ProfileId.options) {
      const versions = profileVersions[id];
      expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => at + 1));
      expect(versions.every((each) => each.id === id)).toBe(true);
      expect(currentProfile(id)).toBe(versions[versions.length - 1]);
      for (const each of versions) expect(profileOfDecision(id, each.version)).toBe(each);
      expect(profileOfDecision(id, versions.length + 1)).toBeNull();
    }
    expect(profileOfDecision('constructor', 1)).toBeNull();
  });

  // Whoever changes a line here has changed what decisions of the past were taken under: write a new version instead.
  test('[CON-7] the first versions mean what they meant', () => {
    const recordedOnly = { version: 1, methods: ['recorded'], procedures: ['vote'], tie: 'rejected' };
    const every = ['simple', 'two-thirds', 'absolute', 'two-thirds-members'];
    expect(profileOfDecision('informal', 1)).toMatchObject({
      ...{ ...recordedOnly, id: 'informal', isIndicative: true, quorum: 'none', majorities: every, rules: {} },
    });
    expect(profileOfDecision('committee', 1)).toMatchObject({
      ...{ ...recordedOnly, id: 'committee', isIndicative: false, quorum: 'majority-of-members', majorities: every },
      rules: { quorum: [108], majority: [125], tie: [133] },
    });
  });

  test('[CON-7] informal decides nothing and knows no silence, consensus no vote', () => {
    expect(currentProfile('informal')).toMatchObject({
      ...{ version: 2, isIndicative: true, quorum: 'none', quorumOpen: 'none', procedures: ['no-objection', 'vote'] },
    });
    expect(currentProfile('consensus')).toMatchObject({
      ...{ version: 1, isIndicative: false, majorities: [], methods: [], procedures: ['no-objection', 'silence'] },
    });
  });

  test('[CON-7] committee and plenary are those of the rules of procedure of the General Assembly', () => {
    expect(currentProfile('committee')).toMatchObject({
      ...{ version: 2, quorumOpen: 'quarter', quorum: 'majority-of-members', tie: 'rejected' },
      ...{ majorityDefault: 'simple', agreedMajorities: ['two-thirds', 'absolute', 'two-thirds-members'] },
      ...{ explanationMinutes: 10, silenceHours: 72, breakerShown: 'chair', lockWarningSeconds: 10 },
    });
    expect(currentProfile('plenary')).toMatchObject({
      ...{ version: 1, quorumOpen: 'third', quorum: 'majority-of-members', tie: 'second-vote', secondVoteHours: 48 },
      ...{ majorityDefault: 'simple', agreedMajorities: ['absolute', 'two-thirds-members'] },
    });
    const numbers = (id: ProfileId) => Object.values(currentProfile(id).rules).flat();
    expect(Math.min(...numbers('committee'))).toBeGreaterThanOrEqual(96);
    expect(Math.max(...numbers('plenary'))).toBeLessThanOrEqual(95);
  });

  test('[CON-7] of 193 members a plenary opens with 65, a committee with 49, and both decide with 97', () => {
    expect(quorumsOf(currentProfile('plenary'), 193)).toEqual({ open: 65, decide: 97 });
    expect(quorumsOf(currentProfile('committee'), 193)).toEqual({ open: 49, decide: 97 });
    expect(quorumsOf(currentProfile('committee'), 192)).toEqual({ open: 48, decide: 97 });
    for (const id of ['informal', 'consensus'] as const)
      expect(quorumsOf(currentProfile(id), 193)).toEqual({ open: null, decide: null });
  });

  test('[CON-8] a default majority, an agreed one and a way of voting are of the profile', () => {
    for (const id of ProfileId.options)
      for (const profile of profileVersions[id]) {
        const { majorities, agreedMajorities, majorityDefault, methods, procedures } = profile;
        expect(agreedMajorities.every((each) => majorities.includes(each))).toBe(true);
        expect(majorities.length > 0).toBe(procedures.includes('vote'));
        expect(methods.length > 0).toBe(procedures.includes('vote'));
        expect(majorities.length === 0 || majorities.includes(majorityDefault)).toBe(true);
        expect(agreedMajorities).not.toContain(majorityDefault);
      }
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
