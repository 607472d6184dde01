import type { Avoided } from '@shared/domain/terms/avoided.ts';
import { nameIn, type Term } from '@shared/domain/terms/glossary.ts';
import { useLang, useT } from '../../i18n/I18n.tsx';
import { Message } from '../../i18n/Message.tsx';
import styles from './TermGist.module.css';

/** A wording to avoid: which terms the glossary prefers, and why. */
export function AvoidedGist({ avoided, byId }: { avoided: Avoided; byId: ReadonlyMap<string, Term> }) {
  const t = useT();
  const { lang } = useLang();
  const reasons = [...new Set(avoided.instead.map(({ because }) => because))];
  const preferred = avoided.instead.flatMap(({ termId }) => byId.get(termId) ?? []);
  return (
    <div className={styles.gist}>
      <span className={styles.aside}>
        <Message id="terms.avoid" values={{ wording: <bdi>{avoided.wording}</bdi> }} />
      </span>
      {preferred.map((term) => (
        <span key={term.id}>
          <Message
            id="terms.avoid.instead"
            values={{ term: <strong dir="auto">{nameIn(term, lang).preferred}</strong> }}
          />
        </span>
      ))}
      {reasons.map((because) => (
        <span key={because}>{t(`terms.avoid.${because}`)}</span>
      ))}
    </div>
  );
}
