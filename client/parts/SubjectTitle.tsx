import type { Vote } from '@shared/domain/vote.ts';
import type { ReactNode } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { subjectTitle } from './subjectWords.ts';

/** What a vote is on, with the title of its item: "Part 1 of Identity documents". */
export function useSubjectTitle(vote: Pick<Vote, 'itemId' | 'subject'> | undefined): string {
  const t = useT();
  return useReplica(({ plenary }) => {
    const title = plenary.board.items[vote?.itemId ?? '']?.current.title ?? '';
    return vote ? subjectTitle(plenary, vote.subject, title, t) : '';
  });
}

/** The same for those who load it late: hands the words to whatever says them. */
export function SubjectTitle(props: {
  vote: Pick<Vote, 'itemId' | 'subject'>;
  children: (title: string) => ReactNode;
}) {
  return props.children(useSubjectTitle(props.vote));
}
