import type { Snapshot } from '@shared/domain/board.ts';
import type { Silence } from '@shared/domain/silence/shape.ts';
import { wordsOf } from '@shared/domain/silence/text.ts';
import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { RefusalNote } from '../../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from '../Silence.module.css';

/** Between two rounds: the text is revised paragraph by paragraph, then the next round is prepared. */
export function RevisionDesk({ silence }: { silence: Silence }) {
  const t = useT();
  const current = useReplica(({ plenary }) => plenary.board.items[silence.itemId]?.current);
  const revise = useCommand('silence.revise');
  const renew = useCommand('silence.renew');
  if (silence.phase === 'withdrawn')
    return (
      <div className={styles.form}>
        <div>
          <Button icon="edit" pending={revise.isPending} onClick={() => void revise.send({ silenceId: silence.id })}>
            {t('silence.revise')}
          </Button>
        </div>
        <RefusalNote refusal={revise.refusal} />
      </div>
    );
  return (
    <div className={styles.form}>
      <p>{t('silence.revisionWords')}</p>
      {current && (
        <Disclosure summary={t('silence.revisionOpen', { version: current.version })} open>
          <RevisionForm key={current.version} silence={silence} current={current} />
        </Disclosure>
      )}
      <RefusalNote refusal={renew.refusal} />
      <div>
        <Button kind="primary" pending={renew.isPending} onClick={() => void renew.send({ silenceId: silence.id })}>
          {t('silence.renew')}
        </Button>
      </div>
    </div>
  );
}

interface Row {
  key: string;
  from: number | null;
  text: string;
}

function RevisionForm({ silence, current }: { silence: Silence; current: Snapshot }) {
  const t = useT();
  const [title, setTitle] = useState(current.title);
  const [rows, setRows] = useState<Row[]>(() =>
    current.draft.blocks.map((block, from) => ({ key: `block ${from}`, from, text: wordsOf(block) })),
  );
  const { send, isPending, refusal } = useCommand('silence.revise');
  const change = (key: string, text: string) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, text } : row)));
  const paragraphs = rows.filter(({ text }) => text.trim() !== '').map(({ from, text }) => ({ from, text }));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() && paragraphs.length > 0)
          void send({ silenceId: silence.id, revision: { title, paragraphs } });
      }}
    >
      <TextField label={t('silence.revision.title')} value={title} onChange={setTitle} dir="auto" maxLength={120} />
      {rows.map((row, at) => (
        <div key={row.key} className={styles.paragraph}>
          <TextArea
            label={t('silence.revision.paragraph', { n: at + 1 })}
            value={row.text}
            onChange={(text) => change(row.key, text)}
            dir="auto"
            rows={3}
          />
          <Button
            size="small"
            kind="plain"
            icon="delete"
            onClick={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
          >
            {t('silence.revision.remove', { n: at + 1 })}
          </Button>
        </div>
      ))}
      <div className={styles.acts}>
        <Button
          size="small"
          icon="add"
          onClick={() =>
            setRows((before) => [
              ...before,
              {
                key: `added ${before.length} ${Math.max(0, ...before.map(({ key }) => key.length))}`,
                from: null,
                text: '',
              },
            ])
          }
        >
          {t('silence.revision.add')}
        </Button>
        <Button type="submit" size="small" icon="check" pending={isPending}>
          {t('silence.revision.save')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
    </form>
  );
}
