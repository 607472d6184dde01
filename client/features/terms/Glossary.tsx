import { buildIndex, searchIndex } from '@shared/data/search.ts';
import { nameIn, type Term } from '@shared/domain/terms/glossary.ts';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useLang, useT } from '../../i18n/I18n.tsx';
import { useTerms } from '../../parts/terms/useTerms.ts';
import { useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { StruckTerms } from './StruckTerms.tsx';
import { TermDialog } from './TermDialog.tsx';
import { TermEntry } from './TermEntry.tsx';
import styles from './TermsPage.module.css';

/** The glossary: searched by words in any language that it has, defined and amended by the secretariat. */
export function Glossary() {
  const t = useT();
  const mayEdit = useYou().role === 'secretariat';
  const terms = useTerms();
  const asked = useAskedTerm();
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<Term | 'new' | null>(null);
  const shown = useShown(terms?.all ?? [], typed);
  if (!terms) return <Skeleton lines={8} />;
  return (
    <Section
      title={t('terms.glossary')}
      note={t('terms.count', { n: terms.all.length })}
      acts={
        mayEdit && (
          <Button icon="add" onClick={() => setEdited('new')}>
            {t('terms.define')}
          </Button>
        )
      }
    >
      <div className={styles.search}>
        <TextField
          label={t('terms.search')}
          labelHidden
          placeholder={t('terms.search')}
          type="search"
          icon="search"
          dir="auto"
          value={typed}
          onChange={setTyped}
        />
      </div>
      {shown.length === 0 && <Empty title={t('terms.none')} />}
      <ul className={styles.list}>
        {shown.map((term) => (
          <TermEntry
            key={term.id}
            term={term}
            isAsked={term.id === asked}
            {...(mayEdit && { onAmend: () => setEdited(term) })}
          />
        ))}
      </ul>
      {mayEdit && <StruckTerms />}
      {edited !== null && <TermDialog term={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

/** In alphabetical order of the language of the page, or by how well they fit what was typed. */
function useShown(all: readonly Term[], typed: string): Term[] {
  const { lang } = useLang();
  const index = useMemo(
    () =>
      buildIndex(
        all.map((term) => ({
          id: term.id,
          label: nameIn(term, lang).preferred,
          detail: term.definition,
          keywords: [...term.names.flatMap(({ preferred, variants }) => [preferred, ...variants]), term.neutral],
        })),
      ),
    [all, lang],
  );
  return useMemo(() => {
    const byId = new Map(all.map((term) => [term.id, term]));
    if (typed.trim() !== '') return searchIndex(index, typed, all.length).flatMap(({ id }) => byId.get(id) ?? []);
    const { compare } = new Intl.Collator(lang);
    return [...all].sort((a, b) => compare(nameIn(a, lang).preferred, nameIn(b, lang).preferred));
  }, [all, index, typed, lang]);
}

/** The term by which somebody has come here from a text; the address is then as it was. */
function useAskedTerm(): string | null {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const named = new URLSearchParams(search).get('term');
  const [asked, setAsked] = useState(named);
  useEffect(() => {
    if (!named) return;
    setAsked(named);
    navigate(path, { replace: true });
  }, [named, path, navigate]);
  return asked;
}
