import { type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import { notYetVoted, type Vote } from '@shared/domain/vote.ts';
import { useMemo } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { RegionBars } from '../../ui/RegionBars.tsx';
import { inRollCallOrder } from './rollCall.ts';
import styles from './TurnoutByRegion.module.css';

/** Who has voted, by regional group and live, and the names of those who have not; no choice is known here. */
export function TurnoutByRegion({ vote }: { vote: Vote }) {
  const t = useT();
  const delegation = useReplica(({ plenary }) => plenary.delegation);
  const { byId } = delegation;
  const missing = useReplica((state) => notYetVoted(state, vote));
  const names = useMemo(() => inRollCallOrder(missing, byId), [missing, byId]);
  const inGroup = (ids: readonly string[], group: RegionalGroup) =>
    ids.filter((id) => byId[id]?.regionalGroup === group).length;
  const n = vote.received.length;
  return (
    <div className={styles.turnout}>
      <RegionBars
        caption={t('vote.turnout', { n, members: vote.terms.members })}
        series={[{ key: 'received', label: t('vote.hasVoted'), fill: 'solid' }]}
        rows={regionalGroups
          .map((region) => ({
            region,
            label: t(`parts.region.${region}.short`),
            name: t(`parts.region.${region}`),
            values: [inGroup(vote.received, region)],
            of: inGroup(vote.electorate, region),
          }))
          .filter(({ of }) => of > 0)}
      />
      <section aria-labelledby={`${vote.id}-missing`}>
        <h4 id={`${vote.id}-missing`} className={styles.head}>
          {t(vote.phase === 'locked' ? 'vote.didNotVote' : 'vote.notYet', { n: names.length })}
        </h4>
        <ul className={styles.names}>
          {names.map((id) => (
            <li key={id}>
              <DelegationName id={id} withRegion />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
