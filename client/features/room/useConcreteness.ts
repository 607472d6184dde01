import { isMeasureExcused } from '@shared/domain/anchors.ts';
import type { DraftConcreteness } from '@shared/domain/concreteness/ofDraft.ts';
import type { Part } from '@shared/domain/concreteness.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import { type Fields, statedIn } from '@shared/domain/itemFields.ts';
import type { ListChanges } from '@shared/domain/wordList.ts';
import { useEffect, useMemo, useState } from 'react';
import { useReplica } from '../../sync/Seat.tsx';
import { useOpenDraftText } from './openDraft.ts';

type Reckoning = (fields: Fields, draft: DraftText, changes: ListChanges) => DraftConcreteness;

export const parts = ['who', 'what', 'when', 'measure'] as const;

/** What a text and its fields say of who, what, when and measure; null until the words can be looked up. */
export function useConcreteness(fields: Fields, draft: DraftText | null): DraftConcreteness | null {
  const changes = useReplica(({ plenary }) => plenary.wordList.byLanguage);
  const [reckon, setReckon] = useState<Reckoning | null>(null);
  useEffect(() => {
    let isGone = false;
    // The word lists are large. Without them the fields alone count here, and the server still looks at the words.
    loadReckoning().then(
      (loaded) => isGone || setReckon(() => loaded),
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, []);
  return useMemo(() => (reckon && draft ? reckon(fields, draft, changes) : null), [reckon, fields, draft, changes]);
}

async function loadReckoning(): Promise<Reckoning> {
  const [{ draftConcreteness }, { readyListsOf }] = await Promise.all([
    import('@shared/domain/concreteness/ofDraft.ts'),
    import('@shared/domain/concreteness/lists.ts'),
  ]);
  return (fields, draft, changes) => draftConcreteness(fields, draft, readyListsOf(changes));
}

/** The same of the draft that is open on this page, as it is written. */
export function useOpenConcreteness(fields: Fields): DraftConcreteness | null {
  return useConcreteness(fields, useOpenDraftText());
}

/** What nothing says; before the words can be looked up, what no field says, and the words are taken to say what is done. */
export function gapsOf(fields: Fields, said: DraftConcreteness | null): readonly Part[] {
  if (said) return said.gaps;
  const stated = statedIn(fields);
  const isExcused = (part: Part) => part === 'measure' && isMeasureExcused(fields);
  return parts.filter((part) => part !== 'what' && !stated.has(part) && !isExcused(part));
}
