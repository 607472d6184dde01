import type { DelegationId, ItemId } from '@shared/domain/kernel/ids.ts';
import { regionalGroups } from '@shared/domain/kernel/words.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { PositionBars } from '../../parts/PositionBars.tsx';
import { RegionOf } from '../../parts/RegionOf.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { usePositions } from '../../parts/usePositions.ts';
import { useReplica } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './ItemPositions.module.css';

/** Where the regional groups stand on an item, how far they agree, and which delegation stands where. */
export function ItemPositions({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const format = useFormat();
  const { figures, total } = usePositions(itemId);
  const rate = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <Section
      title={t('board.position.heading')}
      level={3}
      note={t('board.position.count', { n: total })}
      acts={total > 0 && <Badge outlined>{t(`board.convergence.${figures.label}`)}</Badge>}
    >
      <PositionBars itemId={itemId} />
      {total > 0 && (
        <>
          <dl className={styles.figures}>
            <Figure term={t('board.convergence.floor')} hint={t('board.convergence.floorHint')}>
              {rate(figures.floor)}
            </Figure>
            <Figure term={t('board.convergence.breadth')} hint={t('board.convergence.breadthHint')}>
              {t('board.convergence.ofFive', { n: figures.breadth })}
            </Figure>
            <Figure term={t('board.convergence.product')} hint={t('board.convergence.productHint')}>
              {format.number(figures.product, { maximumSignificantDigits: 2 })}
            </Figure>
          </dl>
          {figures.tooFew.length > 0 && (
            <p className={styles.note}>
              {t('board.convergence.tooFew', {
                regions: format.list(figures.tooFew.map((group) => t(`parts.region.${group}`))),
              })}
            </p>
          )}
          <Disclosure summary={t('board.position.who')}>
            <Standings itemId={itemId} />
          </Disclosure>
        </>
      )}
    </Section>
  );
}

function Figure({ term, hint, children }: { term: string; hint: string; children: string }) {
  return (
    <div className={styles.figure}>
      <dt>{term}</dt>
      <dd>
        <span className={styles.value}>{children}</span>
        <span className={styles.note}>{hint}</span>
      </dd>
    </div>
  );
}

/** The delegations by regional group and position, in the reader's alphabetical order. */
function Standings({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useDelegationNames();
  const signals = useReplica(({ plenary }) => plenary.position[itemId]);
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const groups = useMemo(() => {
    const entries = Object.entries(signals ?? {});
    return regionalGroups.map((group) => ({
      group,
      standings: (['support', 'live', 'concern'] as const).map((kind) => ({
        kind,
        names: entries
          .filter(([id, signal]: [DelegationId, string]) => signal === kind && byId[id]?.regionalGroup === group)
          .map(([id]) => nameOf(id))
          .sort(format.compare),
      })),
    }));
  }, [signals, byId, nameOf, format]);
  return (
    <ul className={styles.groups}>
      {groups
        .filter(({ standings }) => standings.some(({ names }) => names.length > 0))
        .map(({ group, standings }) => (
          <li key={group} className={styles.group}>
            <RegionOf region={group} />
            <dl>
              {standings
                .filter(({ names }) => names.length > 0)
                .map(({ kind, names }) => (
                  <div key={kind}>
                    <dt>{t(`parts.position.${kind}`)}</dt>
                    <dd>{format.list(names, 'unit')}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
    </ul>
  );
}
