import { readyListsOf } from '@shared/domain/concreteness/lists.ts';
import { type Concreteness, concretenessOf, type Part, type VagueWording } from '@shared/domain/concreteness.ts';
import type { ListChanges } from '@shared/domain/wordList.ts';
import { isLanguage, languageNames } from '@shared/i18n/translate.ts';
import { type ReactNode, useMemo, useState } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import styles from './TryOut.module.css';

const parts = ['who', 'what', 'when', 'measure'] as const;
const noField: ReadonlySet<Part> = new Set();

/** A place to try a sentence: what the check finds in it by the lists as they stand, and by which words. */
export function TryOut({ changes }: { changes: ListChanges }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const said = useMemo(() => concretenessOf([typed], noField, readyListsOf(changes)), [typed, changes]);
  return (
    <div className={styles.tryOut}>
      <Section title={t('words.try')}>
        <TextArea label={t('words.try.label')} rows={3} dir="auto" value={typed} onChange={setTyped} />
        <div aria-live="polite" className={styles.verdict}>
          {typed.trim() === '' && <p className={styles.note}>{t('words.try.empty')}</p>}
          {typed.trim() !== '' && said.language === null && <p className={styles.note}>{t('words.try.unknown')}</p>}
          {said.language !== null && <Verdict words={typed} said={said} language={said.language} />}
        </div>
      </Section>
    </div>
  );
}

function Verdict({ words, said, language }: { words: string; said: Concreteness; language: string }) {
  const t = useT();
  const format = useFormat();
  const name = isLanguage(language) ? languageNames[language] : language;
  return (
    <>
      <p className={styles.words} lang={language} dir="auto">
        {underlined(words, said.vague)}
      </p>
      <p className={styles.note}>{t('words.try.language', { language: name })}</p>
      <dl className={styles.parts}>
        {parts.map((part) => {
          const quotes = [...new Set(said.findings[part].places.map(({ from, to }) => words.slice(from, to)))];
          const isFound = quotes.length > 0;
          return (
            <div key={part} className={cx(styles.part, !isFound && styles.missing)}>
              <dt>
                <Icon name={isFound ? 'check' : 'minus'} /> {t(`room.concrete.${part}`)}
              </dt>
              <dd>{isFound ? format.list(quotes.map((each) => quoted(each, t))) : t('words.try.notFound')}</dd>
            </div>
          );
        })}
      </dl>
      {said.vague.length === 0 && <p className={styles.note}>{t('words.try.noVague')}</p>}
      <ul className={styles.vagueList} aria-label={t('editor.vague')}>
        {said.vague.map(({ from, to, missing }) => (
          <li key={from}>
            <bdi className={styles.vague}>{words.slice(from, to)}</bdi>{' '}
            {t('editor.vague.missing', { parts: format.list(missing.map((part) => t(`editor.vague.${part}`))) })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Words of one direction within a sentence of another. */
const quoted = (words: string, t: ReturnType<typeof useT>) =>
  t('room.concrete.quote', { words: `\u2068${words}\u2069` });

/** The sentence with its vague wordings underlined. */
function underlined(words: string, vague: readonly VagueWording[]): ReactNode[] {
  let at = 0;
  const pieces: ReactNode[] = vague.flatMap(({ from, to }) => {
    const before = words.slice(at, from);
    at = to;
    return [
      before,
      <span key={from} className={styles.vague}>
        {words.slice(from, to)}
      </span>,
    ];
  });
  return [...pieces, words.slice(at)];
}
