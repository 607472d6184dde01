import type { Paragraph } from '@shared/domain/brief.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { TermMarked } from '../../../parts/terms/TermMarked.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './ParagraphView.module.css';

/** A numbered paragraph as it reads, with its panel and its footnotes. */
export function ParagraphView(props: { paragraph: Paragraph; onEdit: () => void; onStrike: () => void }) {
  const t = useT();
  const { id, number, heading, text, panelId, footnotes } = props.paragraph;
  const panels = useReplica(({ plenary }) => plenary.panel);
  const panel = panels.byId[panelId ?? ''];
  const answers = useReplica(
    ({ plenary }) => Object.values(plenary.board.items).filter((item) => item.current.fields.paragraph === id).length,
  );
  return (
    <article className={styles.paragraph} id={`paragraph-${id}`}>
      {heading && (
        <h2 className={styles.heading}>
          <bdi>{heading}</bdi>
        </h2>
      )}
      <span className={styles.number}>{number}</span>
      <div className={styles.words}>
        <p className={styles.text} dir="auto">
          <TermMarked text={text} />
        </p>
        {footnotes.map((footnote, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a footnote is known by its place.
          <p key={at} className={styles.footnote} dir="auto">
            {footnote}
          </p>
        ))}
        <p className={styles.facts}>
          {panel && (
            <bdi>{t('secretariat.brief.panel', { n: panels.order.indexOf(panel.id) + 1, title: panel.title })}</bdi>
          )}
          {answers > 0 && <span>{t('secretariat.brief.answers', { n: answers })}</span>}
        </p>
      </div>
      <div className={styles.acts}>
        <IconButton icon="edit" label={t('secretariat.brief.edit', { number })} onClick={props.onEdit} />
        <IconButton icon="delete" label={t('secretariat.brief.strikeNamed', { number })} onClick={props.onStrike} />
      </div>
    </article>
  );
}
