import type { Vote } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { subjectWords } from '../../parts/subjectWords.ts';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica } from '../../sync/Seat.tsx';
import styles from './SubjectHead.module.css';

/** What a vote is on, for the last row: the amendment or the part first, with whose it is, and its item below; or the item. */
export function SubjectHead({ vote }: { vote: Pick<Vote, 'itemId' | 'subject'> }) {
  const t = useT();
  const title = useReplica(({ plenary }) => plenary.board.items[vote.itemId]?.current.title ?? '');
  const words = useReplica(({ plenary }) => subjectWords(plenary, vote.subject, t));
  const of = useSubjectFacts(vote);
  if (vote.subject.kind === 'item')
    return (
      <h1 className={styles.title}>
        <bdi>{title}</bdi>
      </h1>
    );
  return (
    <header className={styles.head}>
      <h1 className={styles.subject}>{words}</h1>
      {of !== '' && <p className={styles.of}>{of}</p>}
      <p className={styles.item}>
        <bdi>{title}</bdi>
      </p>
    </header>
  );
}

/** Whose amendment or motion it is, or which paragraphs a part has. */
function useSubjectFacts({ subject }: Pick<Vote, 'subject'>): string {
  const t = useT();
  const format = useFormat();
  const nameOf = useDelegationNames();
  const { amendment, division } = useReplica(({ plenary }) => plenary);
  if (subject.kind === 'amendment') {
    const known = amendment.byId[subject.amendmentId];
    return known ? t('amendments.by', { name: nameOf(known.proposer) }) : '';
  }
  const known = 'divisionId' in subject ? division.byId[subject.divisionId] : undefined;
  if (!known) return '';
  if (subject.kind !== 'part') return t('amendments.divisionBy', { name: nameOf(known.movedBy) });
  const blocks = known.parts.find(({ id }) => id === subject.partId)?.blocks ?? [];
  const paragraphs = format.list(blocks.map((at) => format.number(at + 1)));
  return t('projector.paragraphs', { n: blocks.length, paragraphs });
}

/** The title of an item that is decided upon as it stands. */
export function ItemHead({ itemId }: Pick<Vote, 'itemId'>) {
  return <SubjectHead vote={{ itemId, subject: { kind: 'item' } }} />;
}
