import { listsOf } from '@shared/domain/concreteness/lists.ts';
import { type ListChange, type ListChanges, type ListLanguage, ListName } from '@shared/domain/wordList.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { WordListView } from './WordListView.tsx';
import styles from './WordsDesk.module.css';

const unchanged: ListChange = { added: [], removed: [] };
const names = ListName.options;

/** The lists of one language, one below the other; the one with the vague wordings is open. */
export function ListsOfLanguage({ language, changes }: { language: ListLanguage; changes: ListChanges }) {
  const lists = useMemo(() => listsOf(changes)[language], [changes, language]);
  const [open, setOpen] = useState<ReadonlySet<ListName>>(new Set(['vague']));
  const toggle = (name: ListName, isOpen: boolean) => {
    if (open.has(name) !== isOpen)
      setOpen(new Set(isOpen ? [...open, name] : [...open].filter((each) => each !== name)));
  };
  return (
    <div>
      {names.map((name) => {
        const words = lists?.[name] ?? [];
        const change = changes[language]?.[name] ?? unchanged;
        return (
          <Disclosure
            key={name}
            open={open.has(name)}
            onToggle={(isOpen) => toggle(name, isOpen)}
            summary={<Summary name={name} n={words.length} change={change} />}
          >
            {open.has(name) && <WordListView language={language} list={name} words={words} change={change} />}
          </Disclosure>
        );
      })}
    </div>
  );
}

function Summary({ name, n, change }: { name: ListName; n: number; change: ListChange }) {
  const t = useT();
  const [added, removed] = [change.added.length, change.removed.length];
  return (
    <>
      <span className={styles.listName}>{t(`words.list.${name}`)}</span>{' '}
      <span className={styles.count}>
        {t('words.count', { n })}
        {added + removed > 0 && ` · ${t('words.changed', { added, removed })}`}
      </span>
    </>
  );
}
