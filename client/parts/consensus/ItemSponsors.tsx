import type { DelegationId, ItemId } from '@shared/domain/kernel/ids.ts';
import { enteredSponsorsOf, isSponsorListOpen, sponsorsOf } from '@shared/domain/sponsor.ts';
import { useId } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useCommand, usePermitRefusal, useReplica, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { DelegationName } from '../DelegationName.tsx';
import { RefusalNote } from '../RefusalNote.tsx';
import { useDelegationNames } from '../useDelegationNames.ts';
import { EnterSponsor } from './EnterSponsor.tsx';
import styles from './ItemSponsors.module.css';

/** Who puts an item forward; a delegation joins and leaves, the bureau enters and strikes for those in the hall. */
export function ItemSponsors({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const headId = useId();
  const sponsors = useReplica(({ plenary }) => sponsorsOf(plenary, itemId));
  const isOpen = useReplica(({ plenary }) => isSponsorListOpen(plenary, itemId));
  const mayEnter = usePermitRefusal('sponsor.enter', { itemId }) === null;
  return (
    <section aria-labelledby={headId} className={styles.part}>
      <h4 id={headId} className={styles.head}>
        {t('consensus.sponsors.count', { n: sponsors.length })}
      </h4>
      {sponsors.length > 0 && (
        <ul className={styles.names}>
          {sponsors.map((id) => (
            <Sponsor key={id} itemId={itemId} delegationId={id} mayStrike={isOpen && mayEnter} />
          ))}
        </ul>
      )}
      {isOpen && <OwnSponsorship itemId={itemId} />}
      {isOpen && mayEnter && <EnterSponsor itemId={itemId} />}
    </section>
  );
}

interface SponsorProps {
  itemId: ItemId;
  delegationId: DelegationId;
  mayStrike: boolean;
}

function Sponsor({ itemId, delegationId, mayStrike }: SponsorProps) {
  const t = useT();
  const nameOf = useDelegationNames();
  const isEntered = useReplica(({ plenary }) => enteredSponsorsOf(plenary, itemId).includes(delegationId));
  const { send, isPending, refusal } = useCommand('sponsor.strike');
  return (
    <li className={styles.sponsor}>
      <span className={styles.who}>
        <DelegationName id={delegationId} withRegion />
        {isEntered && <span className={styles.hint}>{t('consensus.sponsors.entered')}</span>}
      </span>
      {mayStrike && (
        <IconButton
          icon="close"
          kind="quiet"
          size="small"
          label={t('consensus.sponsors.strike', { name: nameOf(delegationId) })}
          disabled={isPending}
          onClick={() => void send({ itemId, delegationId })}
        />
      )}
      <RefusalNote refusal={refusal} />
    </li>
  );
}

function OwnSponsorship({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const { delegationId } = useYou();
  const refused = usePermitRefusal('sponsor.join', { itemId });
  const isMember = useReplica(({ plenary }) => plenary.delegation.byId[delegationId ?? '']?.kind === 'member-state');
  const isSponsor = useReplica(({ plenary }) => sponsorsOf(plenary, itemId).some((id) => id === delegationId));
  const join = useCommand('sponsor.join');
  const leave = useCommand('sponsor.leave');
  const act = isSponsor ? leave : join;
  if (refused || !isMember) return null;
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
