import { meeting2017 } from '@shared/data/meeting2017.ts';
import { memberState, memberStates } from '@shared/data/memberStates.ts';
import { blankPlan, meetingDrafts, samplePlan } from '@shared/data/sampleConsultation.ts';
import { regionalGroups } from '@shared/domain/kernel/words.ts';
import { describe, expect, test } from 'vitest';

const plan = samplePlan();
const delegates = plan.participants.filter(({ role }) => role === 'delegate');

/** Seats in proportion to sizes by largest remainders; of equal remainders the first takes the seat. */
function share(seats: number, sizes: readonly number[]): number[] {
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const floors = sizes.map((size) => Math.floor((seats * size) / whole));
  const left = seats - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = sizes
    .map((size, at) => ({ at, remainder: (seats * size) % whole }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
    .slice(0, left)
    .map(({ at }) => at);
  return floors.map((floor, at) => floor + (byRemainder.includes(at) ? 1 : 0));
}

const byGroup = (codes: readonly (string | null)[]) =>
  regionalGroups.map((group) => codes.filter((code) => memberState(code ?? '')?.regionalGroup === group).length);

describe('the sample consultation', () => {
  test('is the meeting of June 2017 in Geneva, informal, in six languages', () => {
    expect(plan.title).toBe('Thematic consultation on international cooperation and governance of migration');
    expect([plan.place, plan.dates, plan.profile]).toEqual(['Geneva', ['2017-06-19', '2017-06-20'], 'informal']);
    expect([...plan.languages].sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh']);
  });

  test('has four panels with guiding questions, each heading its section of the brief', () => {
    expect(plan.panels.map(({ title }) => title)).toEqual(meeting2017.panels.map(({ title }) => title));
    for (const { question } of plan.panels) {
      expect(question.length).toBeGreaterThan(0);
      for (const text of question) expect(text).toMatch(/^[A-Z].*\?$/);
    }
    expect(plan.brief.paragraphs.flatMap(({ heading }) => heading ?? [])).toEqual(plan.panels.map((it) => it.section));
  });

  test('has every paragraph in the brief once, numbered 1 to 24', () => {
    expect(plan.brief.paragraphs.map(({ id, text }) => [id, text])).toEqual(
      meeting2017.paragraphs.map(({ id, text }) => [id, text]),
    );
    expect(plan.brief.paragraphs.map(({ number }) => number)).toEqual(
      Array.from({ length: 24 }, (_, at) => `${at + 1}`),
    );
  });

  test('has each of the ten footnotes once, inside its paragraph', () => {
    expect(plan.brief.paragraphs.flatMap(({ footnotes }) => footnotes)).toEqual(
      meeting2017.footnotes.map(({ text }) => text),
    );
    for (const { text, footnotes, footnoteOffsets } of plan.brief.paragraphs) {
      expect(footnoteOffsets).toHaveLength(footnotes.length);
      for (const at of footnoteOffsets) expect(at > 0 && at <= text.length).toBe(true);
    }
  });

  test('accredits 193 member states with a group, and seven observers without', () => {
    const members = plan.delegations.filter(({ kind }) => kind === 'member-state');
    expect(members.map(({ code, regionalGroup }) => [code, regionalGroup])).toEqual(
      memberStates.map(({ id, regionalGroup }) => [id, regionalGroup]),
    );
    const observers = plan.delegations.filter(({ kind }) => kind !== 'member-state');
    expect(observers.map(({ code }) => code)).toEqual(['VAT', 'PSE', 'EU', 'IOM', 'UNHCR', 'GFMD-CS', '100RC']);
    for (const { kind, name, regionalGroup } of observers) {
      expect(regionalGroup).toBeNull();
      expect(name === undefined).toBe(kind === 'observer-state');
    }
  });

  test('seats 60 delegates of 48 member states in proportion to the five groups', () => {
    const sizes = byGroup(memberStates.map(({ id }) => id));
    const states = [...new Set(delegates.map(({ delegation }) => delegation))];
    expect(byGroup(states)).toEqual(share(48, sizes));
    expect(byGroup(delegates.map(({ delegation }) => delegation))).toEqual(share(60, sizes));
  });

  test('names people only from the public record; everyone else is openly a seat', () => {
    const named = plan.participants.filter(({ name }) => !/^Representative of .+ \(\d\)$/.test(name));
    expect(named.map(({ role, name }) => [role, name])).toEqual([
      ['moderator', 'Ola Henrikson'],
      ['panelist', 'Gregory Maniatis'],
      ['panelist', 'Margareta Wahlström'],
      ['panelist', 'Dr. Koser'],
      ['display', 'Projector in the plenary hall'],
    ]);
    const panelists = plan.panels.flatMap((panel) => panel.panelists.map(({ name }) => name));
    expect(panelists).toEqual(named.filter(({ role }) => role === 'panelist').map(({ name }) => name));
    expect(delegates.map(({ name }) => name)).toContain('Representative of Kenya (1)');
    expect(delegates.map(({ name }) => name)).toContain('Representative of the Republic of Korea (1)');
  });

  test('seats everyone in an accredited delegation, with a key and a name of their own', () => {
    const codes = new Set(plan.delegations.map(({ code }) => code));
    expect(codes.size).toBe(plan.delegations.length);
    for (const { delegation, role } of plan.participants)
      expect(delegation === null ? !['delegate', 'observer'].includes(role) : codes.has(delegation)).toBe(true);
    expect(new Set(plan.participants.map(({ key }) => key)).size).toBe(plan.participants.length);
    expect(new Set(plan.participants.map(({ name }) => name)).size).toBe(plan.participants.length);
    for (const { key } of plan.participants) expect(key).toMatch(/^[A-Za-z0-9_.-]{1,64}$/);
  });

  test('is a new plan every time, so that a caller may change it', () => {
    samplePlan().panels.length = 0;
    expect(samplePlan()).toEqual(plan);
  });
});

describe('a new consultation', () => {
  test('has all member states and standing observers, one panel, and nobody in it', () => {
    const blank = blankPlan({
      title: 'T',
      symbol: '',
      place: 'P',
      dates: ['2027-01-01', '2027-01-02'],
      languages: ['en'],
    });
    expect(blank.delegations).toHaveLength(196);
    expect(blank.panels.map(({ title }) => title)).toEqual(['Panel 1']);
    expect([blank.participants, blank.brief.paragraphs]).toEqual([[], []]);
    expect([blank.title, blank.place, blank.profile]).toEqual(['T', 'P', 'informal']);
  });
});

describe('drafts from the meeting', () => {
  const drafts = meetingDrafts();

  test('are the eleven recommendations and the suggestion on process', () => {
    expect(drafts.map(({ key }) => key)).toEqual([
      ...[1, 2, 3].flatMap((panel) => [1, 2, 3].map((number) => `can-p${panel}-r${number}`)),
      ...['can-p4-r1', 'can-p4-r2', 'can-p4-s1'],
    ]);
    expect(drafts.filter(({ kind }) => kind === 'process-suggestion').map(({ key }) => key)).toEqual(['can-p4-s1']);
  });

  test('keep every word: the text and its list together are the source', () => {
    for (const draft of drafts) {
      const source = meeting2017.items.find(({ id }) => id === draft.key)?.text;
      expect([draft.text, ...draft.subItems].join(' - ')).toBe(source);
    }
    expect(drafts.find(({ key }) => key === 'can-p2-r3')?.subItems).toHaveLength(5);
  });

  test('carry the eight footnotes of recommendations once each, inside the text', () => {
    const carried = drafts.flatMap(({ footnotes }) => footnotes.map(({ n }) => n));
    expect(carried).toEqual([1, 2, 3, 4, 5, 6, 7, 10]);
    for (const { text, footnotes } of drafts)
      for (const footnote of footnotes) {
        expect(footnote.at > 0 && footnote.at <= text.length).toBe(true);
        expect(footnote.text).toBe(meeting2017.footnotes[footnote.n - 1]?.text);
      }
  });

  test('answer a paragraph of the brief of the same panel', () => {
    for (const { paragraph, panel } of drafts)
      expect(plan.brief.paragraphs.find(({ id }) => id === paragraph)?.panel).toBe(panel);
  });

  test('are all aligned with a target and an objective', () => {
    for (const { targets, objectives } of drafts) expect(targets.length > 0 && objectives.length > 0).toBe(true);
  });
});
