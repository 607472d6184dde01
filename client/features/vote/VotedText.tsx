import type { Vote } from '@shared/domain/vote.ts';
import { Link } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { DraftTextView } from '../../parts/DraftTextView.tsx';
import { FieldsView } from '../../parts/FieldsView.tsx';
import { SubjectTextView } from '../../parts/SubjectTextView.tsx';
import { useSeat } from '../../sync/Seat.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useVotedOn } from './useVotedOn.ts';
import styles from './VotedText.module.css';

/** The text that is voted on, unfolded in place, with the way to its card on the board. */
export function VotedText({ vote }: { vote: Vote }) {
  const t = useT();
  const { consultationId } = useSeat();
  const { snapshot } = useVotedOn(vote);
  if (!snapshot) return null;
  return (
    <Disclosure summary={t('vote.text', { version: vote.itemVersion })}>
      <div className={styles.text}>
        {isOnWholeText(vote) ? (
          <>
            <DraftTextView draft={snapshot.draft} />
            <FieldsView fields={snapshot.fields} />
          </>
        ) : (
          <SubjectTextView vote={vote} />
        )}
        <p>
          <Link href={`/c/${consultationId}/board/${vote.panelId}?item=${encodeURIComponent(vote.itemId)}`}>
            {t('vote.onBoard')}
          </Link>
        </p>
      </div>
    </Disclosure>
  );
}

/** The item itself, or a motion about it. */
function isOnWholeText({ subject: { kind } }: Vote): boolean {
  return kind === 'item' || kind === 'division' || kind === 'reconsideration';
}
