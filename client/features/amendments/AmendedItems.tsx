import { amendmentsTo } from '@shared/domain/amendments/standing.ts';
import type { TabledItem } from '@shared/domain/board.ts';
import { pendingDivision } from '@shared/domain/divisions/standing.ts';
import { stages } from '@shared/domain/kernel/words.ts';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { DecisionPlaces } from '../../parts/DecisionPlaces.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Amendments.module.css';

/** Every item on the board with its amendments, panel by panel; what is nearest to its decision comes first. */
export function AmendedItems() {
  const t = useT();
  const { order, byId } = useReplica(({ plenary }) => plenary.panel);
  const items = useReplica(({ plenary }) => plenary.board.items);
  const ofPanel = useMemo(() => {
    const standing = Object.values(items).filter((item) => !item.gone && !item.disposition && !item.isTakenBack);
    return order.map((panelId, at) => ({
      panelId,
      number: at + 1,
      items: standing.filter((item) => item.panelId === panelId).sort((a, b) => rank(a) - rank(b)),
    }));
  }, [items, order]);
  const shown = ofPanel.filter((panel) => panel.items.length > 0);
  return (
    <>
      <PageTitle title={t('amendments.page')} under={t('amendments.items')} />
      <DecisionPlaces current="amendments" />
      <div className={styles.page}>
        {shown.length === 0 && <Empty title={t('amendments.noItems')}>{t('amendments.noItemsWords')}</Empty>}
        {shown.map(({ panelId, number, items: own }) => (
          <Section key={panelId} title={t('vote.panelOption', { n: number, title: byId[panelId]?.title ?? '' })}>
            <ul className={styles.list}>
              {own.map((item) => (
                <Entry key={item.id} item={item} />
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </>
  );
}

/** What is ready for decision before what is only commented on, and what is decided last. */
const rank = ({ stage }: TabledItem): number => (stage === 'decided' ? stages.length : -stages.indexOf(stage));

function Entry({ item }: { item: TabledItem }) {
  const t = useT();
  const { consultationId } = useSeat();
  const counts = useReplica(({ plenary }) => {
    const known = amendmentsTo(plenary.amendment, item.id);
    return { n: known.length, open: known.filter(({ phase }) => phase === 'proposed').length };
  });
  const isDivided = useReplica(({ plenary }) => pendingDivision(plenary.division, item.id) !== null);
  return (
    <li className={styles.item}>
      <Link className={styles.words} href={`/c/${consultationId}/amendments/${item.id}`}>
        <bdi>{item.current.title}</bdi>
      </Link>
      <span className={styles.facts}>
        <Badge>{t(`parts.stage.${item.stage}`)}</Badge>
        {isDivided && <Badge tone="accent">{t('amendments.isDivided')}</Badge>}
        <span>{counts.n === 0 ? t('amendments.none') : t('amendments.counts', counts)}</span>
      </span>
    </li>
  );
}
