import { type ExplanationList, isOfSecretVote, isOvertaken, nextOf } from '@shared/domain/explanation/shape.ts';
import type { ExplanationListId } from '@shared/domain/kernel/ids.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../parts/RefusalNote.tsx';
import { SubjectWords } from '../../parts/SubjectWords.tsx';
import { useCommand, useIsBureau, useReplica } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { EntryView } from './EntryView.tsx';
import styles from './ExplanationsPage.module.css';
import { OwnExplanation } from './OwnExplanation.tsx';

/** One list: of what, whether it is open, who stands on it, one's own place, the chair's acts. */
export function ListView({ listId }: { listId: ExplanationListId }) {
  const list = useReplica(({ plenary }) => plenary.explanation.byId[listId]);
  return list ? <KnownList list={list} /> : null;
}

function KnownList({ list }: { list: ExplanationList }) {
  const t = useT();
  const isBureau = useIsBureau();
  const title = useReplica(({ plenary }) => plenary.board.items[list.itemId]?.current.title ?? '');
  const isOver = useReplica(({ plenary }) => isOvertaken(plenary, list));
  const isSecret = useReplica(({ plenary }) => isOfSecretVote(plenary, list));
  const words = useRefusalWords();
  const isOpen = list.isOpen && !isOver;
  return (
    <Section title={t(`explanations.of.${list.explained.kind}`)}>
      <div className={styles.list}>
        <p>
          <bdi className={styles.title}>{title}</bdi> <SubjectWords vote={list} />{' '}
          <span className={styles.facts}>{t('consensus.version', { n: list.itemVersion })}</span>
        </p>
        <p className={styles.line}>
          <Badge tone={isOpen ? 'accent' : 'neutral'}>
            {t(isOver ? 'explanations.isOver' : isOpen ? 'explanations.isOpen' : 'explanations.isClosed')}
          </Badge>
          <span className={styles.facts}>{t('explanations.limit', { n: list.minutes })}</span>
        </p>
        {isSecret && <Notice>{words({ refused: 'explanation.secret-ballot' })}</Notice>}
        {isBureau && !isOver && <ChairActs list={list} />}
        {list.entries.length === 0 ? (
          <p className={styles.facts}>{t('explanations.nobody')}</p>
        ) : (
          <ol className={styles.entries}>
            {list.entries.map((entry, at) => (
              <EntryView key={entry.delegationId} list={list} entry={entry} place={at + 1} />
            ))}
          </ol>
        )}
        {!isSecret && <OwnExplanation list={list} isOpen={isOpen} />}
      </div>
    </Section>
  );
}

/** Gives the floor to the next, closes the list. */
function ChairActs({ list }: { list: ExplanationList }) {
  const t = useT();
  const next = useReplica(({ plenary }) => nextOf(plenary, list));
  const isSpeaking = useReplica(({ plenary }) => plenary.explanation.speaking !== null);
  const give = useCommand('explanation.giveFloor');
  const close = useCommand('explanation.closeList');
  return (
    <div className={styles.own}>
      <div className={styles.acts}>
        {next !== null && !isSpeaking && (
          <Button
            kind="primary"
            icon="mic"
            pending={give.isPending}
            onClick={() => void give.send({ listId: list.id, delegationId: next })}
          >
            {t('explanations.giveFloor')}
          </Button>
        )}
        {list.isOpen && (
          <Button icon="lock" pending={close.isPending} onClick={() => void close.send({ listId: list.id })}>
            {t('explanations.close')}
          </Button>
        )}
      </div>
      <RefusalNote refusal={give.refusal ?? close.refusal} />
    </div>
  );
}
