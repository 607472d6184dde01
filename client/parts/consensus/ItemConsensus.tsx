import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { adoptedCall, callsOn } from '@shared/domain/noObjection.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Section } from '../../ui/Section.tsx';
import { CallState } from './CallState.tsx';
import styles from './ItemConsensus.module.css';
import { ItemSponsors } from './ItemSponsors.tsx';

/** Who puts an item forward, and whether it was adopted without a vote. */
export function ItemConsensus({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const calls = useReplica(({ plenary }) => callsOn(plenary, itemId));
  const adopted = useReplica(({ plenary }) => adoptedCall(plenary, itemId)?.id ?? null);
  return (
    <Section title={t('consensus.sponsors.title')} level={3}>
      <div className={styles.part}>
        <ItemSponsors itemId={itemId} />
        {calls.map((call) => (
          <p key={call.id}>
            {call.id === adopted && (
              <Badge tone={call.terms.isIndicative ? 'caution' : 'success'}>
                {t(call.terms.isIndicative ? 'consensus.markIndicative' : 'consensus.mark')}
              </Badge>
            )}{' '}
            <CallState call={call} />
          </p>
        ))}
      </div>
    </Section>
  );
}
