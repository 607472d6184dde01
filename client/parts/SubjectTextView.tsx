import type { Vote } from '@shared/domain/vote.ts';
import { useMemo } from 'react';
import { useReplica } from '../sync/Seat.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import { DraftTextView } from './DraftTextView.tsx';
import { subjectText } from './subjectText.ts';

/** What is voted on: an amendment's changes in the text, a part, what is left of the whole; nothing where it is the item. */
export function SubjectTextView(props: {
  vote: Pick<Vote, 'itemId' | 'itemVersion' | 'subject'>;
  size?: 'page' | 'wall';
}) {
  const { vote, size = 'page' } = props;
  const trees = useReplica(({ plenary: { board, amendment, division } }) => ({ board, amendment, division }));
  const { itemId, itemVersion, subject } = vote;
  const shown = useMemo(
    () => subjectText(trees, { itemId, itemVersion, subject }),
    [trees, itemId, itemVersion, subject],
  );
  if (!shown) return null;
  if ('draft' in shown) return <DraftTextView draft={shown.draft} size={size} />;
  const as = (draft: typeof shown.before) => ({ title: '', fields: {}, draft });
  return <ComparisonView before={as(shown.before)} after={as(shown.after)} size={size} />;
}
