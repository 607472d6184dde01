import { majorityFor } from '@shared/domain/majority.ts';
import { currentProfile, ProfileId, profileVersions } from '@shared/domain/ruleProfile.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import { languages } from '@shared/i18n/translate.ts';
import { describe, expect, test } from 'vitest';
import { changedRows, profileRows, type RuleRow } from '../../client/parts/rules/profileRows.ts';

const root = new URL('../..', import.meta.url).pathname;
const t = loadTranslator(root, 'en');
const rowsOf = (id: ProfileId, members = 193) => profileRows(currentProfile(id), members, t);
const row = (rows: readonly RuleRow[], topic: string) => rows.find((each) => each.topic === topic);
const said = (id: ProfileId, topic: string) => row(rowsOf(id), topic)?.words.join(' ');

describe('the rule profiles in words', () => {
  test('[CON-3] informal says plainly that nothing is decided', () => {
    expect(said('informal', 'decides')).toMatch(/^Nothing\..*Indicative, not a decision/);
    expect(said('informal', 'quorum')).toBe('No quorum is asked for.');
    expect(said('informal', 'silence')).toBeUndefined();
    expect(rowsOf('informal').flatMap(({ rules }) => rules)).toEqual([]);
  });

  test('[CON-8] consensus has nothing of votes, and silence with its hours', () => {
    const topics = rowsOf('consensus').map(({ topic }) => topic);
    expect(topics).toEqual(['decides', 'ways', 'explanations', 'silence']);
    expect(said('consensus', 'silence')).toContain('At least 72 hours.');
    expect(said('consensus', 'explanations')).toContain('10 minutes');
  });

  test('[CON-7] committee and plenary name their rules and what that means in numbers', () => {
    expect(row(rowsOf('committee'), 'quorum')).toEqual({
      topic: 'quorum',
      words: [
        'To open a meeting: one quarter of the members, here 49 of 193.',
        'To decide: a majority of the members, here 97 of 193.',
      ],
      rules: [108],
    });
    expect(row(rowsOf('plenary'), 'quorum')).toMatchObject({ rules: [67] });
    expect(said('plenary', 'quorum')).toContain('here 65 of 193');
    expect(row(rowsOf('plenary'), 'tie')).toMatchObject({ rules: [95] });
    expect(said('plenary', 'tie')).toContain('within 48 hours');
    expect(said('committee', 'tie')).toBe('As many in favour as against: not adopted.');
  });

  test('[CON-8] [MAJ-10] a majority that the rules do not give is said to need an agreement of the meeting', () => {
    expect(row(rowsOf('committee'), 'majority')).toMatchObject({
      words: ['Simple majority: more in favour than against'],
      rules: [125],
    });
    expect(row(rowsOf('committee'), 'agreedMajorities')?.words).toHaveLength(4);
    expect(row(rowsOf('plenary'), 'importantQuestions')).toMatchObject({ rules: [83, 84] });
    expect(said('plenary', 'importantQuestions')).toContain('also for amendments to them and for parts');
    expect(majorityFor('amendment', 'two-thirds')).toBe('two-thirds');
    expect(said('plenary', 'agreedMajorities')).not.toContain('present and voting');
  });

  test.each(languages)('[CON-7] every version of every profile is said whole in %s', (language) => {
    const own = loadTranslator(root, language);
    for (const id of ProfileId.options)
      for (const profile of profileVersions[id]) {
        const rows = profileRows(profile, 193, own);
        const all = rows.flatMap(({ topic, words }) => [own(`rules.topic.${topic}`), ...words]);
        all.push(own(`rules.words.${id}`), own(`rules.name.${id}`));
        for (const words of all) expect(words).not.toMatch(/\brules\.[a-z]|[{}#]/);
        expect(rows.every(({ words }) => new Set(words).size === words.length && words.length > 0)).toBe(true);
      }
  });
});

describe('what a switch would change', () => {
  test('[CON-3] is every line that reads otherwise, and no other', () => {
    const changes = changedRows(rowsOf('informal'), rowsOf('committee'));
    expect(changes.map(({ topic }) => topic)).toContain('quorum');
    expect(changes.map(({ topic }) => topic)).not.toContain('methods');
    expect(changes.find(({ topic }) => topic === 'silence')).toMatchObject({ before: [] });
    expect(changedRows(rowsOf('committee'), rowsOf('consensus')).find(({ topic }) => topic === 'tie')).toMatchObject({
      after: [],
    });
    for (const id of ProfileId.options) expect(changedRows(rowsOf(id), rowsOf(id))).toEqual([]);
  });
});
