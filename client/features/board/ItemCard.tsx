import { excusedIn } from '@shared/domain/anchors.ts';
import type { TabledItem } from '@shared/domain/board.ts';
import type { Fields } from '@shared/domain/itemFields.ts';
import { standsSince } from '@shared/domain/reconsideration.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { memo, useMemo } from 'react';
import { Link } from 'wouter';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { PositionStrip } from '../../parts/PositionStrip.tsx';
import { RoomRegions } from '../../parts/RoomRegions.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { CardMenu } from './CardMenu.tsx';
import styles from './ItemCard.module.css';
import { visibleCount } from './threads.ts';

/** A reported item on the board: title in two lines, where it comes from, what is open, where the regions stand. */
export const ItemCard = memo(function ItemCard(props: {
  item: TabledItem;
  href?: string;
  withActs?: boolean;
  /** Where the column has no heading of its own, the card's is of its level. */
  level?: 2 | 3;
}) {
  const { item, href, withActs = false } = props;
  const Heading = `h${props.level ?? 3}` as const;
  const t = useT();
  const { current } = item;
  return (
    <div className={cx(styles.card, withActs && styles.withMenu)}>
      {withActs && (
        <div className={styles.menu}>
          <CardMenu item={item} />
        </div>
      )}
      <ItemState item={item} />
      <Heading className={styles.title} dir="auto" title={current.title}>
        {href === undefined ? (
          current.title
        ) : (
          <Link href={href} className={styles.link}>
            {current.title}
          </Link>
        )}
      </Heading>
      <div className={styles.origin}>
        <RoomRegions roomId={item.roomId} />
        {current.fields.horizon && (
          <span className={styles.horizon}>{t(`board.horizon.${current.fields.horizon}`)}</span>
        )}
        {current.version > 1 && <span>{t('board.version', { n: current.version })}</span>}
      </div>
      <Excused fields={current.fields} />
      <Counts item={item} />
      <PositionStrip itemId={item.id} />
    </div>
  );
});

/** What the room says does not apply to the item; why is in the item itself. */
function Excused({ fields }: { fields: Fields }) {
  const t = useT();
  const format = useFormat();
  const excused = excusedIn(fields);
  if (excused.length === 0) return null;
  const what = format.list(excused.map((each) => t(`fields.anchor.${each}`)));
  return <p className={styles.excused}>{t('fields.excusedOn', { what })}</p>;
}

function Counts({ item }: { item: TabledItem }) {
  const t = useT();
  const comments = useReplica(({ plenary }) => visibleCount(plenary.comment.byItem[item.id]));
  const questions = useReplica(
    ({ plenary }) =>
      plenary.comment.byItem[item.id]?.filter((each) => each.kind === 'question' && !each.isAnswered && !each.hidden)
        .length ?? 0,
  );
  const isClosed = useReplica(({ plenary }) => plenary.comment.closed[item.id] === true);
  return (
    <ul className={styles.counts}>
      <Count icon="brackets" n={item.current.brackets} words={t('board.brackets', { n: item.current.brackets })} />
      <Count
        icon={isClosed ? 'lock' : 'chat'}
        n={comments}
        words={t(isClosed ? 'board.commentsClosed' : 'board.comments', { n: comments })}
      />
      {questions > 0 && <Count icon="help" n={questions} words={t('board.questions', { n: questions })} />}
    </ul>
  );
}

function Count({ icon, n, words }: { icon: IconName; n: number; words: string }) {
  const format = useFormat();
  return (
    <li className={styles.count} title={words} data-empty={n === 0 || undefined}>
      <Icon name={icon} label={words} />
      <span aria-hidden="true">{format.number(n)}</span>
    </li>
  );
}

/** What happens with an item just now, in words: on the projector, under vote, its last result. */
function ItemState({ item }: { item: TabledItem }) {
  const t = useT();
  const isSpotlit = useReplica(({ plenary }) => plenary.board.spotlight[item.panelId] === item.id);
  const votes = useReplica(({ plenary }) => plenary.vote.byId);
  const last = useMemo(
    () =>
      Object.values(votes)
        .filter((vote) => vote.itemId === item.id && vote.phase !== 'withdrawn' && tellsOfItem(vote))
        .filter(({ itemVersion }) => itemVersion >= standsSince(item))
        .at(-1),
    [votes, item],
  );
  if (!isSpotlit && !last) return null;
  return (
    <p className={styles.state}>
      {isSpotlit && (
        <Badge tone="accent" icon="screen">
          {t('board.onProjector')}
        </Badge>
      )}
      {last && last.phase !== 'declared' && (
        <Badge tone="caution" icon="vote">
          {t(`board.vote.${last.phase}`)}
        </Badge>
      )}
      {last?.phase === 'declared' && (
        <Badge icon="vote" outlined>
          {t(last.terms.isIndicative ? 'board.vote.indicated' : `board.vote.${last.outcome.result}`)}
        </Badge>
      )}
    </p>
  );
}

/** What an amendment, a part or a motion came to is not what the item came to; that a vote runs is said of any. */
function tellsOfItem({ phase, subject }: Vote): boolean {
  return phase !== 'declared' || subject.kind === 'item' || subject.kind === 'whole';
}
