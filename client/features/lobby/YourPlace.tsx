import { mayVote } from '@shared/domain/delegation.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { useMyRoom } from '../../parts/useMyRoom.ts';
import { useReplica, useYou } from '../../sync/Seat.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './YourPlace.module.css';

/** Who one is here: for whom one speaks, with which right, in which room. */
export function YourPlace() {
  const t = useT();
  const you = useYou();
  const room = useMyRoom();
  const hasRight = useReplica(({ plenary }) => mayVote(plenary.delegation, you.delegationId));
  return (
    <Section title={t('lobby.place')}>
      <dl className={styles.facts}>
        <Fact term={t('lobby.place.name')}>
          <bdi>{you.name}</bdi>
        </Fact>
        <Fact term={t('lobby.place.role')}>{t(`parts.role.${you.role}`)}</Fact>
        {you.delegationId && (
          <Fact term={t('lobby.place.delegation')}>
            <DelegationName id={you.delegationId} withRegion />
          </Fact>
        )}
        {you.role === 'delegate' && (
          <Fact term={t('lobby.place.right')}>{t(hasRight ? 'lobby.place.mayVote' : 'lobby.place.mayNotVote')}</Fact>
        )}
        {room && <Fact term={t('lobby.place.room')}>{t(`lobby.place.room.${room.phase}`, { n: room.number })}</Fact>}
      </dl>
    </Section>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
