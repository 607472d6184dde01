import type { Vote } from '@shared/domain/vote.ts';
import { useCallback } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { csvOf, download, fileNameOf } from '../../parts/csv.ts';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica } from '../../sync/Seat.tsx';
import { rollCallOf } from './rollCall.ts';
import { useVotedOn } from './useVotedOn.ts';

/** The record of a declared vote as a table for spreadsheets: one line per member, in English alphabetical order. */
export function useRecordFile(vote: Extract<Vote, { phase: 'declared' }>): () => void {
  const t = useT();
  const nameOf = useDelegationNames();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const { title } = useVotedOn(vote);
  return useCallback(() => {
    const head = ['delegation', 'code', 'region', 'vote', 'item', 'version', 'declared', 'standing'];
    const standing = t(vote.terms.isIndicative ? 'parts.result.indicative' : 'vote.isDecision');
    const rows = rollCallOf(vote, byId).map(({ id, entry }) => [
      nameOf(id),
      byId[id]?.code ?? '',
      t(`parts.region.${byId[id]?.regionalGroup ?? 'none'}`),
      t(`vote.entry.${entry}`),
      title,
      String(vote.itemVersion),
      new Date(vote.declaredAt).toISOString(),
      standing,
    ]);
    const day = new Date(vote.declaredAt).toISOString().slice(0, 10);
    download(`${day}-${fileNameOf(title)}.csv`, csvOf([head.map((each) => t(`vote.csv.${each}`)), ...rows]));
  }, [vote, byId, nameOf, title, t]);
}
