import type { Delegation } from '@shared/domain/delegation.ts';
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import type { Vote } from '@shared/domain/vote.ts';
import type { Translate } from '@shared/i18n/translate.ts';
import { type Entry, rollCallOf } from '../rollCall.ts';
import type { RecordNotes } from './recordNotes.ts';
import { keepsNames } from './recordOfVote.ts';

interface TableWords {
  byId: Record<DelegationId, Delegation>;
  title: string;
  nameOf(id: DelegationId): string;
  notes: RecordNotes;
  t: Translate;
}

const named = ['delegation', 'code', 'region', 'vote', 'entered', 'intended'] as const;
const unnamed = ['vote', 'ballots'] as const;
const facts = ['method', 'item', 'version', 'rules', 'declared', 'standing'] as const;
const entries: readonly Entry[] = ['yes', 'no', 'abstain', 'absent'];

/** The record of a declared vote for spreadsheets: a line per member in English alphabetical order, or the totals where no names are kept. */
export function recordTable(vote: Extract<Vote, { phase: 'declared' }>, words: TableWords): string[][] {
  const { byId, title, nameOf, notes, t } = words;
  const { terms, method, itemVersion, outcome, declaredAt } = vote;
  const profile = t(`rules.name.${terms.profile}`);
  const about = [
    t(`ballot.method.${method}`),
    title,
    String(itemVersion),
    t('result.under', { profile, version: terms.profileVersion }),
    new Date(declaredAt).toISOString(),
    t(terms.isIndicative ? 'parts.result.indicative' : 'vote.isDecision'),
  ];
  const head = (keys: readonly string[]) => [...keys, ...facts].map((key) => t(`vote.csv.${key}`));
  if (!keepsNames(vote))
    return [head(unnamed), ...entries.map((entry) => [t(`vote.entry.${entry}`), String(outcome[entry]), ...about])];
  const lines = rollCallOf(vote, byId).map(({ id, entry }) => {
    const intended = notes.intended.get(id);
    return [
      nameOf(id),
      byId[id]?.code ?? '',
      t(`parts.region.${byId[id]?.regionalGroup ?? 'none'}`),
      t(`vote.entry.${entry}`),
      notes.entered.has(id) ? t('ballot.roll.enteredMark') : '',
      intended ? t(`vote.choice.${intended}`) : '',
      ...about,
    ];
  });
  return [head(named), ...lines];
}
