import { wordsOf } from '@shared/domain/amendments/changes.ts';
import type { TabledItem } from '@shared/domain/board.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import styles from './Amendments.module.css';

/** Moves to vote on parts separately: each paragraph is given to a part, or left to the rest. */
export function MoveDivision({ item, onDone }: { item: TabledItem; onDone: () => void }) {
  const t = useT();
  const [{ draft, version }] = useState(item.current);
  const [partOf, setPartOf] = useState<readonly number[]>(draft.blocks.map(() => 0));
  const { send, isPending, refusal } = useCommand('division.move');
  const numbers = [...new Set(partOf)].filter((part) => part > 0).sort((a, b) => a - b);
  const parts = numbers.map((part) => partOf.flatMap((each, at) => (each === part ? [at] : [])));
  const most = Math.min(draft.blocks.length, 50);
  const options = [
    { value: '0', label: t('amendments.rest') },
    ...Array.from({ length: most }, (_, at) => ({ value: `${at + 1}`, label: t('amendments.part', { n: at + 1 }) })),
  ];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ itemId: item.id, version, parts }).then(({ ok }) => ok && onDone());
      }}
    >
      <p>{t('amendments.moveWords')}</p>
      {draft.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place in the text.
        <div key={at} className={styles.choice}>
          <p className={styles.words} dir="auto">
            {wordsOf(block)}
          </p>
          <NativeSelect
            label={t('amendments.paragraph', { n: at + 1 })}
            value={`${partOf[at] ?? 0}`}
            onChange={(next) => setPartOf(partOf.map((each, index) => (index === at ? Number(next) : each)))}
            options={options}
          />
        </div>
      ))}
      <RefusalNote refusal={refusal} />
      <Cluster>
        <Button type="submit" kind="primary" icon="send" pending={isPending} disabled={parts.length === 0}>
          {t('amendments.moveAct')}
        </Button>
        <Button onClick={onDone}>{t('amendments.cancel')}</Button>
      </Cluster>
    </form>
  );
}
