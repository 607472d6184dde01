import type { TabledItem } from '@shared/domain/board.ts';
import { plainText } from '@shared/domain/draftText.ts';
import { type FormEvent, useId, useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './SplitDialog.module.css';

const mostParts = 20;
const longest = 120;

/** Asks which paragraph goes into which part, and what each part is called. */
export function SplitDialog({ item, onClose }: { item: TabledItem; onClose: () => void }) {
  const t = useT();
  const formId = useId();
  const { blocks } = item.current.draft;
  const [titles, setTitles] = useState(['', '']);
  const [parts, setParts] = useState<number[]>(() => blocks.map((_, at) => (at === 0 ? 0 : 1)));
  const [isTried, setTried] = useState(false);
  const { send, isPending, refusal } = useCommand('lineage.split');
  const empty = titles.some((_, part) => !parts.includes(part));
  const isWrong = (title: string) => title.trim() === '' || title.trim().length > longest;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (empty || titles.some(isWrong)) return;
    const indexes = (part: number) => parts.flatMap((each, at) => (each === part ? [at] : []));
    const named = titles.map((title, part) => ({ title: title.trim(), blockIndexes: indexes(part) }));
    const answer = await send({ itemId: item.id, parts: named });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      size="large"
      title={t('board.split.title')}
      acts={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} pending={isPending} disabled={blocks.length < 2}>
            {t('board.split.confirm')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={4}>
          <p dir="auto">{item.current.title}</p>
          <p>{t('board.split.hint')}</p>
          {blocks.length < 2 && <Notice>{t('board.split.single')}</Notice>}
          {titles.map((title, part) => (
            <TextField
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its number
              key={part}
              label={t('board.split.partTitle', { n: part + 1 })}
              value={title}
              onChange={(next) => setTitles(titles.with(part, next))}
              error={isTried && isWrong(title) ? t('board.split.titleMissing') : undefined}
            />
          ))}
          {titles.length < Math.min(blocks.length, mostParts) && (
            <Button icon="add" onClick={() => setTitles([...titles, ''])}>
              {t('board.split.add')}
            </Button>
          )}
          <Division item={item} count={titles.length} parts={parts} onChange={setParts} />
          {isTried && empty && <Notice tone="danger">{t('board.split.partEmpty')}</Notice>}
          <RefusalNote refusal={refusal} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** Each paragraph with the part that it goes into. */
function Division(props: { item: TabledItem; count: number; parts: number[]; onChange: (parts: number[]) => void }) {
  const { item, count, parts, onChange } = props;
  const t = useT();
  const format = useFormat();
  const options = Array.from({ length: count }, (_, part) => ({
    value: String(part),
    label: t('board.split.part', { n: part + 1 }),
  }));
  return (
    <ol className={styles.blocks}>
      {item.current.draft.blocks.map((block, at) => (
        <li key={block.id ?? format.number(at)} className={styles.block}>
          <p className={styles.words} dir="auto">
            {plainText({ blocks: [block] })}
          </p>
          <NativeSelect
            label={t('board.split.goesTo', { n: at + 1 })}
            labelHidden
            value={String(parts[at] ?? 0)}
            onChange={(part) => onChange(parts.with(at, Number(part)))}
            options={options}
          />
        </li>
      ))}
    </ol>
  );
}
