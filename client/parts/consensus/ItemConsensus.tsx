import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { adoptedCall, callsOn } from '@shared/domain/noObjection.ts';
import { sponsorsOf } from '@shared/domain/sponsor.ts';
import { isDecided, isUnderDecision } from '@shared/domain/underDecision.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useCommand, usePermitRefusal, useReplica, useYou } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { DelegationName } from '../DelegationName.tsx';
import { RefusalNote } from '../RefusalNote.tsx';
import { CallState } from './CallState.tsx';
import styles from './ItemConsensus.module.css';

/** Who puts an item forward, with the way to join or leave, and whether it was adopted without a vote. */
export function ItemConsensus({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const sponsors = useReplica(({ plenary }) => sponsorsOf(plenary, itemId));
  const calls = useReplica(({ plenary }) => callsOn(plenary, itemId));
  const adopted = useReplica(({ plenary }) => adoptedCall(plenary, itemId)?.id ?? null);
  return (
    <Section
      title={t('consensus.sponsors.title')}
      level={3}
      note={t('consensus.sponsors.count', { n: sponsors.length })}
    >
      <div className={styles.part}>
        {sponsors.length > 0 && (
          <ul className={styles.names}>
            {sponsors.map((id) => (
              <li key={id}>
                <DelegationName id={id} withRegion />
              </li>
            ))}
          </ul>
        )}
        <OwnSponsorship itemId={itemId} />
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

function OwnSponsorship({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const { delegationId } = useYou();
  const refused = usePermitRefusal('sponsor.join', { itemId });
  const isOpen = useReplica(
    ({ plenary }) =>
      plenary.delegation.byId[delegationId ?? '']?.kind === 'member-state' &&
      !plenary.board.items[itemId]?.disposition &&
      !isUnderDecision(plenary, itemId) &&
      !isDecided(plenary, itemId),
  );
  const isSponsor = useReplica(({ plenary }) => sponsorsOf(plenary, itemId).some((id) => id === delegationId));
  const join = useCommand('sponsor.join');
  const leave = useCommand('sponsor.leave');
  const act = isSponsor ? leave : join;
  if (refused || !isOpen) return null;
  return (
    <div className={styles.own}>
      <Button
        size="small"
        icon={isSponsor ? 'minus' : 'add'}
        pending={act.isPending}
        onClick={() => void act.send({ itemId })}
      >
        {t(isSponsor ? 'consensus.sponsors.leave' : 'consensus.sponsors.join')}
      </Button>
      <p className={styles.hint}>{t('consensus.sponsors.hint')}</p>
      <RefusalNote refusal={act.refusal} />
    </div>
  );
}
