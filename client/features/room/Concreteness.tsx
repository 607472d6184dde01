import { anchors, isMeasureExcused, missingAnchors } from '@shared/domain/anchors.ts';
import type { DraftConcreteness } from '@shared/domain/concreteness/ofDraft.ts';
import type { Part } from '@shared/domain/concreteness.ts';
import { type Fields, statedIn } from '@shared/domain/itemFields.ts';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Concreteness.module.css';
import { gapsOf, parts } from './useConcreteness.ts';

interface ConcretenessProps {
  fields: Fields;
  /** Null until the words can be looked up. */
  said: DraftConcreteness | null;
  onGo?: (part: Part, to: 'field' | 'words') => void;
}

/** What of who, what, when and measure a draft says already and where, or what would say it; each with a way there. */
export function Concreteness({ fields, said, onGo }: ConcretenessProps) {
  const t = useT();
  const gaps = gapsOf(fields, said);
  return (
    <div className={styles.concreteness}>
      <ul className={styles.line} aria-label={t('room.concrete.label')}>
        {parts.map((part) => {
          const isPresent = !gaps.includes(part);
          const isInWords = part === 'what' || said?.findings[part].from === 'words';
          const words = (
            <>
              <Presence isPresent={isPresent}>
                <span className={styles.part}>{t(`room.concrete.${part}`)}</span>{' '}
                {t(isPresent ? 'room.stated' : 'room.notStated')}
              </Presence>{' '}
              <Where part={part} fields={fields} said={said} isPresent={isPresent} />
            </>
          );
          return (
            <li key={part} className={styles.entry}>
              {onGo ? (
                <button type="button" className={styles.go} onClick={() => onGo(part, isInWords ? 'words' : 'field')}>
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
      <Anchors fields={fields} />
      {said?.language === null && said.findings.what.from === null && !gaps.includes('what') && (
        <p className={styles.where}>{t('room.concrete.noList')}</p>
      )}
    </div>
  );
}

/** What only fields can say: alignment, disaggregation, an instrument or a gap, or why one of these does not apply. */
function Anchors({ fields }: Pick<ConcretenessProps, 'fields'>) {
  const t = useT();
  const lacking = missingAnchors(fields);
  return (
    <ul className={styles.anchors} aria-label={t('fields.anchors')}>
      {anchors.map((anchor) => (
        <li key={anchor}>
          <Presence isPresent={!lacking.includes(anchor)}>
            {t(`fields.anchor.${anchor}`)} {t(lacking.includes(anchor) ? 'room.notStated' : 'room.stated')}
          </Presence>
        </li>
      ))}
    </ul>
  );
}

const mostQuotes = 2;

/** The field or the words that say a part; of one that nothing says, what would. */
function Where(props: { part: Part; isPresent: boolean } & Pick<ConcretenessProps, 'fields' | 'said'>) {
  const t = useT();
  const format = useFormat();
  const { part, isPresent, fields, said } = props;
  if (!isPresent) return <span className={styles.where}>{t(`room.concrete.need.${part}`)}</span>;
  if (statedIn(fields).has(part)) return <span className={styles.where}>{t('room.concrete.inField')}</span>;
  if (part === 'measure' && isMeasureExcused(fields))
    return <span className={styles.where}>{t('fields.excused', { reason: isolated(fields.noMeasure ?? '') })}</span>;
  const quotes = said?.quotes[part] ?? [];
  if (quotes.length === 0) return null;
  const shown = quotes.slice(0, mostQuotes).map((words) => t('room.concrete.quote', { words: isolated(words) }));
  const more = quotes.length - shown.length;
  if (more > 0) shown.push(t('room.concrete.more', { n: more }));
  return <span className={styles.where}>{format.list(shown)}</span>;
}

/** Words of one direction within a sentence of another. */
const isolated = (words: string) => `\u2068${words}\u2069`;

/** Whether something is said, by a sign and a word. */
export function Presence({ isPresent, children }: { isPresent: boolean; children: ReactNode }) {
  return (
    <span className={cx(styles.presence, !isPresent && styles.missing)}>
      <Icon name={isPresent ? 'check' : 'minus'} />
      <span>{children}</span>
    </span>
  );
}
