import { nameIn, type Term } from '@shared/domain/terms/glossary.ts';
import { languageNames } from '@shared/i18n/translate.ts';
import { useEffect, useRef } from 'react';
import { useLang, useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { TermGist } from '../../parts/terms/TermGist.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Cluster } from '../../ui/Stack.tsx';
import styles from './TermsPage.module.css';

/** A term of the glossary with all its names. */
export function TermEntry({ term, isAsked, onAmend }: { term: Term; isAsked: boolean; onAmend?: () => void }) {
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isAsked) entry.current?.focus();
  }, [isAsked]);
  return (
    <li ref={entry} tabIndex={-1} className={cx(styles.entry, isAsked && styles.asked)}>
      <TermGist term={term} />
      <OtherNames term={term} />
      {onAmend && <Acts term={term} onAmend={onAmend} />}
    </li>
  );
}

function OtherNames({ term }: { term: Term }) {
  const t = useT();
  const { lang } = useLang();
  const shown = nameIn(term, lang);
  const lines = term.names
    .map((name) => ({
      language: name.language,
      words: name === shown ? name.variants : [name.preferred, ...name.variants],
    }))
    .filter(({ words }) => words.length > 0);
  if (lines.length === 0) return null;
  return (
    <ul className={styles.others} aria-label={t('terms.otherNames')}>
      {lines.map(({ language, words }) => (
        <li key={language}>
          <bdi lang={language}>{languageNames[language]}</bdi>: <bdi lang={language}>{words.join('; ')}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Acts({ term, onAmend }: { term: Term; onAmend: () => void }) {
  const t = useT();
  const { send, isPending, refusal } = useCommand('term.strike');
  const { lang } = useLang();
  const name = nameIn(term, lang).preferred;
  return (
    <>
      <Cluster>
        <Button size="small" kind="plain" icon="edit" aria-label={t('terms.amend.of', { name })} onClick={onAmend}>
          {t('terms.amend')}
        </Button>
        <Button
          size="small"
          kind="plain"
          icon="delete"
          aria-label={t('terms.strike.of', { name })}
          pending={isPending}
          onClick={() => void send({ termId: term.id })}
        >
          {t('terms.strike')}
        </Button>
      </Cluster>
      <RefusalNote refusal={refusal} />
    </>
  );
}
