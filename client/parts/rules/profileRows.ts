import { quorumsOf, type RuleProfile, type RuleTopic } from '@shared/domain/ruleProfile.ts';
import type { Translate } from '@shared/i18n/translate.ts';

/** One line of the rules in force: what it is about, in sentences, and the numbers of the rules of procedure that say so. */
export interface RuleRow {
  topic: string;
  words: readonly string[];
  rules: readonly number[];
}

/** A rule profile in words, from its data: nothing is said here that the data does not say. */
export function profileRows(profile: RuleProfile, members: number, t: Translate): RuleRow[] {
  const has = (way: RuleProfile['procedures'][number]) => profile.procedures.includes(way);
  return [
    ...decidingRows(profile, t),
    ...(has('vote') ? votingRows(profile, members, t) : []),
    explanationsRow(profile, t),
    ...(has('silence') ? [silenceRow(profile, t)] : []),
    ...['proposals', 'competing', 'division', 'amendments', 'secret'].flatMap((topic) => fixedRow(profile, topic, t)),
  ];
}

/** What would be said differently under another profile; a topic that one of them does not know has no words there. */
export function changedRows(
  before: readonly RuleRow[],
  after: readonly RuleRow[],
): { topic: string; before: readonly string[]; after: readonly string[] }[] {
  const topics = [...new Set([...after, ...before].map(({ topic }) => topic))];
  const wordsIn = (rows: readonly RuleRow[], topic: string) => rows.find((row) => row.topic === topic)?.words ?? [];
  return topics
    .map((topic) => ({ topic, before: wordsIn(before, topic), after: wordsIn(after, topic) }))
    .filter((row) => row.before.join('\n') !== row.after.join('\n'));
}

function decidingRows({ isIndicative, procedures }: RuleProfile, t: Translate): RuleRow[] {
  const worth = isIndicative ? 'nothing' : procedures.includes('vote') ? 'decision' : 'consensus';
  return [
    { topic: 'decides', words: [t(`rules.decides.${worth}`)], rules: [] },
    { topic: 'ways', words: procedures.map((way) => t(`rules.way.${way}`)), rules: [] },
  ];
}

function votingRows(profile: RuleProfile, members: number, t: Translate): RuleRow[] {
  const { methods, majorities, agreedMajorities, isIndicative, tie, secondVoteHours, lockWarningSeconds } = profile;
  const isApart = profile.rules.importantQuestions !== undefined;
  const given = majorities.filter((each) => !agreedMajorities.includes(each) && !(isApart && each === 'two-thirds'));
  const named = (which: typeof majorities) => which.map((each) => t(`rules.majority.${each}`));
  return [
    row(profile, 'methods', ...methods.map((method) => t(`rules.method.${method}`))),
    row(profile, 'ballots', t('rules.ballots')),
    row(profile, 'majority', ...(given.length > 1 ? [t('rules.majority.any')] : []), ...named(given)),
    ...(isApart ? [row(profile, 'importantQuestions', t('rules.importantQuestions'))] : []),
    ...(agreedMajorities.length > 0
      ? [row(profile, 'agreedMajorities', t('rules.agreedMajorities'), ...named(agreedMajorities))]
      : []),
    row(profile, 'presentAndVoting', t('rules.presentAndVoting')),
    row(profile, 'quorum', ...quorumWords(profile, members, t)),
    row(profile, 'tie', t(`rules.tie.${isIndicative ? 'indicative' : tie}`, { hours: secondVoteHours })),
    row(profile, 'conduct', t('rules.conduct', { seconds: lockWarningSeconds })),
  ];
}

function quorumWords(profile: RuleProfile, members: number, t: Translate): string[] {
  const { open, decide } = quorumsOf(profile, members);
  if (open === null && decide === null) return [t('rules.quorum.none')];
  return [
    ...(open === null ? [] : [t(`rules.quorum.${profile.quorumOpen}`, { n: open, members })]),
    ...(decide === null ? [] : [t('rules.quorum.decide', { n: decide, members })]),
  ];
}

function explanationsRow(profile: RuleProfile, t: Translate): RuleRow {
  const of = profile.procedures.includes('vote') ? 'vote' : 'position';
  const words = t(`rules.explanations.${of}`, { minutes: profile.explanationMinutes });
  return { topic: 'explanations', words: [words], rules: profile.rules.conduct ?? [] };
}

function silenceRow({ silenceHours, breakerShown }: RuleProfile, t: Translate): RuleRow {
  const words = [t('rules.silence', { hours: silenceHours }), t(`rules.silence.${breakerShown}`)];
  return { topic: 'silence', words, rules: [] };
}

/** A rule that is said in the same words wherever a profile has it. */
function fixedRow(profile: RuleProfile, topic: string, t: Translate): RuleRow[] {
  const rules = Object.entries(profile.rules).find(([known]) => known === topic)?.[1];
  return rules ? [{ topic, words: [t(`rules.also.${topic}`)], rules }] : [];
}

function row({ rules }: RuleProfile, topic: RuleTopic, ...words: readonly string[]): RuleRow {
  return { topic, words, rules: rules[topic] ?? [] };
}
