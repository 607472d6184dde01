import type { Snapshot } from '@shared/domain/board.ts';
import { rejectedParts } from '@shared/domain/divisions/standing.ts';
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import type { Plenary } from '@shared/domain/state.ts';
import type { Translate } from '@shared/i18n/translate.ts';
import { useCallback } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { useDelegationNames } from './useDelegationNames.ts';

type Made = Snapshot['amendedBy'];
type Trees = Pick<Plenary, 'amendment' | 'division'>;

/** What the words are made with. */
export interface Speech {
  t: Translate;
  list: (words: string[]) => string;
  nameOf: (id: DelegationId) => string;
}

/** "as amended by amendment 2 of Kenya", of a version that the plenary has made; empty of one that a room has reported. */
export function madeByWords({ amendment, division }: Trees, made: Made, { t, list, nameOf }: Speech): string {
  const divided = division.byId[made?.division ?? ''];
  if (divided) {
    const parts = rejectedParts(divided).map(({ id }) => id);
    return t('amendments.made.division', { n: parts.length, parts: list(parts) });
  }
  const known = (made?.amendments ?? []).flatMap((id) => amendment.byId[id] ?? []);
  return list(
    known.map(({ number, proposer }) => t('amendments.made.amendment', { n: number, name: nameOf(proposer) })),
  );
}

/** The same where there is little room: "amendment 2". */
export function shortMadeByWords({ amendment }: Trees, made: Made, { t, list }: Speech): string {
  if (made?.division) return t('amendments.made.shortDivision');
  const known = (made?.amendments ?? []).flatMap((id) => amendment.byId[id] ?? []);
  return list(known.map(({ number }) => t('amendments.made.shortAmendment', { n: number })));
}

/** Says of a version what made it, behind the words for the version itself: "Version 2 (as amended by …)". */
export function useMadeBy(): (version: string, made: Made, form?: 'long' | 'short') => string {
  const t = useT();
  const { list } = useFormat();
  const nameOf = useDelegationNames();
  const trees = useReplica(({ plenary: { amendment, division } }) => ({ amendment, division }));
  return useCallback(
    (version, made, form = 'long') => {
      const words = (form === 'long' ? madeByWords : shortMadeByWords)(trees, made, { t, list, nameOf });
      return words === '' ? version : t('amendments.made.version', { version, made: words });
    },
    [trees, t, list, nameOf],
  );
}
