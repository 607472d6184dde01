import type { TermStatus } from '@shared/domain/term.ts';
import { definitionIn, nameIn, type Term } from '@shared/domain/terms/glossary.ts';
import { useLang, useT } from '../../i18n/I18n.tsx';
import { Message } from '../../i18n/Message.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import styles from './TermGist.module.css';

const tones: Record<TermStatus, Tone> = { agreed: 'neutral', working: 'accent', contested: 'caution' };

/** A term in brief: what it is taken to mean, how firmly, after which source. */
export function TermGist({ term }: { term: Term }) {
  const t = useT();
  const { lang } = useLang();
  const { source, status, neutral, note, parked } = term;
  const from = [source.document, source.paragraph].filter(Boolean).join(', ');
  // Spans throughout: it stands within a line of text too.
  return (
    <span className={styles.gist}>
      <span className={styles.head}>
        <strong dir="auto">{nameIn(term, lang).preferred}</strong>
        <Badge tone={tones[status]}>{t(`terms.status.${status}`)}</Badge>
      </span>
      <span dir="auto">{definitionIn(term, lang)}</span>
      {neutral !== '' && (
        <span>
          <Message id="terms.neutral" values={{ words: <bdi>{neutral}</bdi> }} />
        </span>
      )}
      {note !== '' && (
        <span className={styles.aside}>
          <Message id="terms.disputed" values={{ note: <bdi>{note}</bdi> }} />
        </span>
      )}
      <span className={styles.aside}>
        {from === '' ? t('terms.ownWords') : <Message id="terms.source" values={{ source: <bdi>{from}</bdi> }} />}
      </span>
      {parked && <span className={styles.aside}>{t('terms.isParked')}</span>}
    </span>
  );
}
