import { readFileSync } from 'node:fs';
import { Attribution, Choice, CommentKind, Role, regionalGroups, Stage } from '@shared/domain/kernel/words.ts';
import { ProfileId } from '@shared/domain/ruleProfile.ts';
import { Outcome } from '@shared/domain/vote.ts';
import { expect, test } from 'vitest';

const messages = JSON.parse(readFileSync('shared/i18n/en/record.json', 'utf8')) as Record<string, string>;
const ends = ['parked', 'not-taken-up', 'taken-back'];

// Keys that the document puts together from a word of the domain: a new word there needs its sentence here.
test.each<[string, readonly string[]]>([
  ['record.profile', ProfileId.options],
  ['record.outcome', [...Outcome.shape.result.options, 'without-vote', ...ends]],
  ['record.outcome', Stage.options.filter((stage) => stage !== 'decided')],
  ['record.coverage', [...Stage.options, ...ends]],
  ['record.horizon', ['short', 'medium', 'long', 'none']],
  ['record.region', [...regionalGroups, 'none']],
  ['record.region.short', [...regionalGroups, 'none']],
  ['record.role', Role.options.filter((role) => role !== 'display')],
  ['record.comment', CommentKind.options],
  ['record.comments', CommentKind.options],
  ['record.positions', ['support', 'live', 'concern']],
  ['record.convergence', ['convergent', 'divided-by-region', 'divided-within-regions', 'open']],
  ['record.votes', Choice.options],
  ['record.votes.column', [...Choice.options, 'absent']],
  ['record.attribution', Attribution.options],
  ['record.alignment', ['targets', 'objectives', 'instruments']],
  ['record.annex', ['votes', 'formation', 'participation']],
  ['record.participation', ['delegations', 'people', 'comments', 'positions']],
  [
    'record.field',
    [
      'lead',
      'partners',
      'horizon',
      'measure',
      'targets',
      'objectives',
      'instruments',
      'gap',
      'means',
      'paragraph',
      'waiver',
    ],
  ],
])('%s has a message for each word', (prefix, words) => {
  for (const word of words) expect(messages, `${prefix}.${word}`).toHaveProperty([`${prefix}.${word}`]);
});
