import type { ListChange, ListLanguage, ListName } from '@shared/domain/wordList.ts';
import { type FormEvent, type MouseEvent, useMemo, useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { RefusalNote } from '../../../parts/RefusalNote.tsx';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import { useCommand } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './WordsDesk.module.css';

interface ListProps {
  language: ListLanguage;
  list: ListName;
}

const mostAtFirst = 80;

/** One list: what it does, its wordings, those that were put in first, and what was taken out of its base. */
export function WordListView(props: ListProps & { words: readonly string[]; change: ListChange }) {
  const { language, list, words, change } = props;
  const t = useT();
  const place = { language, list };
  const [isWhole, setWhole] = useState(false);
  const sorted = useMemo(() => inOrder(words, change.added, language), [words, change.added, language]);
  const shown = isWhole || sorted.length <= mostAtFirst ? sorted : sorted.slice(0, mostAtFirst);
  const remove = useCommand('wordList.remove');
  const reset = useCommand('wordList.reset');
  const isChanged = change.added.length + change.removed.length > 0;
  return (
    <div className={styles.list}>
      <p className={styles.does}>{t(`words.does.${list}`, patterns)}</p>
      <AddForm {...place} />
      {sorted.length === 0 && <Empty title={t('words.empty')}>{t('words.emptyWords')}</Empty>}
      <ul className={styles.chips}>
        {shown.map((each) => {
          const isOwn = change.added.includes(each);
          return (
            <li key={each} className={cx(styles.chip, isOwn && styles.own)} title={isOwn ? t('words.own') : undefined}>
              <bdi lang={language}>{each}</bdi>
              <IconButton
                icon="close"
                size="small"
                label={t(isOwn ? 'words.remove.own' : 'words.remove', { words: isolated(each) })}
                onClick={(event) => void andStay(event, remove.send({ ...place, words: each }))}
              />
            </li>
          );
        })}
      </ul>
      {shown.length < sorted.length && (
        <Button size="small" icon="down" onClick={() => setWhole(true)}>
          {t('words.more', { n: sorted.length - shown.length })}
        </Button>
      )}
      <RefusalNote refusal={remove.refusal ?? reset.refusal} />
      {change.removed.length > 0 && <TakenOut {...place} removed={change.removed} />}
      {isChanged && (
        <Button icon="undo" size="small" pending={reset.isPending} onClick={() => void reset.send(place)}>
          {t('words.reset')}
        </Button>
      )}
    </div>
  );
}

function inOrder(words: readonly string[], added: readonly string[], language: ListLanguage): string[] {
  const { compare } = new Intl.Collator(language);
  const own = new Set(added);
  return [...words].sort((a, b) => Number(own.has(b)) - Number(own.has(a)) || compare(a, b));
}

/** The pressed entry goes: whoever works by keys goes on at its neighbour. */
async function andStay({ currentTarget }: MouseEvent<HTMLElement>, sent: Promise<{ ok: boolean }>): Promise<void> {
  const entry = currentTarget.closest('li');
  const neighbour = entry?.nextElementSibling ?? entry?.previousElementSibling;
  if ((await sent).ok) neighbour?.querySelector('button')?.focus();
}

/** Signs keep their order within a sentence of the other direction. */
const isolated = (words: string) => `\u2068${words}\u2069`;
const patterns = {
  ...{ star: isolated('*'), number: isolated('<n>'), any: isolated('<any>') },
  ...{ year: isolated('<year>'), month: isolated('<month>'), code: isolated('<code>') },
};
const singles: readonly ListName[] = ['common', 'months', 'numbers'];

function AddForm({ language, list }: ListProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const { send, isPending } = useCommand('wordList.add');
  const { errors, take, set, clear, touch } = useFieldErrors(['words'], {
    ...{ 'wordList.not-a-wording': 'words', 'wordList.one-word': 'words' },
    ...{ 'wordList.known': 'words', 'wordList.full': 'words' },
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return set({ words: t('words.add.missing') });
    clear();
    const answer = await send({ language, list, words: typed.trim() });
    if (answer.ok) setTyped('');
    else take(answer);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('words.add')}
        hint={singles.includes(list) ? undefined : t('words.patterns', patterns)}
        maxLength={80}
        dir="auto"
        lang={language}
        autoComplete="off"
        value={typed}
        onChange={(text) => [setTyped(text), touch('words')]}
        error={errors.at.words ?? errors.other ?? undefined}
      />
      <Button type="submit" icon="add" pending={isPending}>
        {t('words.add.act')}
      </Button>
    </form>
  );
}

function TakenOut({ language, list, removed }: ListProps & { removed: readonly string[] }) {
  const t = useT();
  const { send, refusal } = useCommand('wordList.restore');
  return (
    <>
      <p className={styles.does}>{t('words.removed')}</p>
      <ul className={styles.chips}>
        {removed.map((each) => (
          <li key={each} className={cx(styles.chip, styles.out)}>
            <bdi lang={language}>
              <s>{each}</s>
            </bdi>
            <IconButton
              icon="undo"
              size="small"
              label={t('words.restore', { words: isolated(each) })}
              onClick={(event) => void andStay(event, send({ language, list, words: each }))}
            />
          </li>
        ))}
      </ul>
      <RefusalNote refusal={refusal} />
    </>
  );
}
