import { ListLanguage } from '@shared/domain/wordList.ts';
import { languageNames } from '@shared/i18n/translate.ts';
import { useState } from 'react';
import { useLang, useT } from '../../../i18n/I18n.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { ListsOfLanguage } from './ListsOfLanguage.tsx';
import { TryOut } from './TryOut.tsx';
import styles from './WordsDesk.module.css';

/** The desk of the words that the concreteness check goes by: what each list holds, and what a sentence is worth by them. */
export function WordsDesk() {
  const t = useT();
  const { lang } = useLang();
  const changes = useReplica(({ plenary }) => plenary.wordList.byLanguage);
  const languages = ListLanguage.options;
  const [chosen, setChosen] = useState(() => languages.find((each) => each === lang) ?? 'en');
  return (
    <>
      <PageTitle title={t('secretariat.desk.words')} under={t('words.under')} />
      <div className={styles.desk}>
        <div className={styles.lists}>
          <Tabs
            label={t('words.languages')}
            selected={chosen}
            onSelect={setChosen}
            tabs={languages.map((language) => ({
              key: language,
              label: languageNames[language],
              content: <ListsOfLanguage key={language} language={language} changes={changes} />,
            }))}
          />
          <p className={styles.note}>{t('words.others')}</p>
        </div>
        <TryOut changes={changes} />
      </div>
    </>
  );
}
