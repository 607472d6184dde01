import { barOf, type ExplanationList, hasExplained } from '@shared/domain/explanation/shape.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './ExplanationsPage.module.css';
import { TextForm } from './TextForm.tsx';

/** One's own delegation's place on a list: ask for the floor, withdraw, hand in a text; or why it does not explain. */
export function OwnExplanation({ list, isOpen }: { list: ExplanationList; isOpen: boolean }) {
  const words = useRefusalWords();
  const { role, delegationId } = useYou();
  const bar = useReplica(({ plenary }) => barOf(plenary, list, delegationId));
  const isHeard = useReplica(({ plenary }) => hasExplained(plenary, list, delegationId ?? ''));
  const entry = list.entries.find((each) => each.delegationId === delegationId);
  if (role !== 'delegate') return null;
  if (bar !== null) return <Notice>{words({ refused: bar })}</Notice>;
  if (isHeard && !entry) return <Notice>{words({ refused: 'explanation.once' })}</Notice>;
  const mayFile = isOpen || entry?.phase === 'speaking' || entry?.phase === 'given';
  if (!mayFile && entry?.phase !== 'waiting') return null;
  return <Acts list={list} isOpen={isOpen} mayFile={mayFile} />;
}

function Acts({ list, isOpen, mayFile }: { list: ExplanationList; isOpen: boolean; mayFile: boolean }) {
  const t = useT();
  const { delegationId } = useYou();
  const [isWriting, setWriting] = useState(false);
  const ask = useCommand('explanation.ask');
  const withdraw = useCommand('explanation.withdraw');
  const entry = list.entries.find((each) => each.delegationId === delegationId);
  const listId = list.id;
  return (
    <div className={styles.own}>
      <div className={styles.acts}>
        {isOpen && (!entry || entry.phase === 'filed') && (
          <Button icon="hand" pending={ask.isPending} onClick={() => void ask.send({ listId })}>
            {t('explanations.ask')}
          </Button>
        )}
        {(entry?.phase === 'waiting' || entry?.phase === 'filed') && (
          <Button icon="undo" pending={withdraw.isPending} onClick={() => void withdraw.send({ listId })}>
            {t('explanations.withdraw')}
          </Button>
        )}
        {mayFile && !isWriting && (
          <Button icon="edit" onClick={() => setWriting(true)}>
            {t(entry?.text ? 'explanations.replaceText' : 'explanations.writeText')}
          </Button>
        )}
      </div>
      <RefusalNote refusal={ask.refusal ?? withdraw.refusal} />
      {isWriting && <TextForm list={list} entry={entry} onEnd={() => setWriting(false)} />}
    </div>
  );
}
