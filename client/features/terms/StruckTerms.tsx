import { glossaryTerm } from '@shared/data/glossary.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from './TermsPage.module.css';

/** Terms of the base glossary that the secretariat has struck out, each a press from being back. */
export function StruckTerms() {
  const t = useT();
  const byId = useReplica(({ plenary }) => plenary.term.byId);
  const { send, isPending, refusal } = useCommand('term.restore');
  const struck = Object.entries(byId).flatMap(([id, own]) => (own === null ? (glossaryTerm(id) ?? []) : []));
  if (struck.length === 0) return null;
  return (
    <Disclosure summary={t('terms.struck', { n: struck.length })}>
      <ul className={styles.list}>
        {struck.map(({ id, term }) => (
          <li key={id} className={styles.entry}>
            <div className={styles.head}>
              <bdi className={styles.name}>{term}</bdi>
              <Button size="small" icon="undo" pending={isPending} onClick={() => void send({ termId: id })}>
                {t('terms.restore')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <RefusalNote refusal={refusal} />
    </Disclosure>
  );
}
