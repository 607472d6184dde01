import type { TabledItem } from '@shared/domain/board.ts';
import { Link } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { RoomRegions } from '../../parts/RoomRegions.tsx';
import { usePermitRefusal } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './SetAsideList.module.css';
import { useBoardActs } from './useBoardActs.ts';

/** What the bureau has parked or not taken up, with the reasons; nothing that was reported is ever gone. */
export function SetAsideList({ items, hrefOf }: { items: readonly TabledItem[]; hrefOf: (itemId: string) => string }) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <Section title={t('board.aside.heading')} note={t('board.count', { n: items.length })}>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <div className={styles.words}>
              <Link href={hrefOf(item.id)} className={styles.title} dir="auto">
                {item.current.title}
              </Link>
              {item.disposition && (
                <p className={styles.reason}>
                  <Badge outlined icon={item.disposition.as === 'parked' ? 'archive' : 'minus'}>
                    {t(`board.aside.${item.disposition.as}`)}
                  </Badge>{' '}
                  <span dir="auto">{item.disposition.reason}</span>
                </p>
              )}
              <div className={styles.origin}>
                <RoomRegions roomId={item.roomId} />
              </div>
            </div>
            <TakeUp item={item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Brings an item that was set aside back into its column; only for the bureau. */
export function TakeUp({ item }: { item: TabledItem }) {
  const t = useT();
  const acts = useBoardActs();
  const refusal = usePermitRefusal('board.takeUp', { itemId: item.id });
  if (refusal) return null;
  return (
    <Button icon="undo" onClick={() => void acts.takeUp(item.id)}>
      {t('board.takeUp')}
    </Button>
  );
}
