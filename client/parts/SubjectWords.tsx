import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { Badge } from '../ui/Badge.tsx';
import { subjectWords } from './subjectWords.ts';

/** "Amendment 2", "Part 1", where a vote is not on the item itself. */
export function SubjectWords({ vote }: { vote: Pick<Vote, 'subject'> }) {
  const t = useT();
  const words = useReplica(({ plenary }) => subjectWords(plenary, vote.subject, t));
  return words === '' ? null : <Badge tone="accent">{words}</Badge>;
}
