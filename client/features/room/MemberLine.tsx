import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { RegionOfDelegation } from '../../parts/RegionOf.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import { DutyMenu } from './DutyMenu.tsx';
import styles from './RoomColumn.module.css';
import { useHands } from './useRoomFacts.ts';
import type { RoomMember } from './useRoomPeople.ts';

/** A member of the room: delegation and person, duty, whether here, hand, typing. */
export function MemberLine({ room, member }: { room: Room; member: RoomMember }) {
  const t = useT();
  const hasHand = useHands(room.id).includes(member.id);
  return (
    <li className={cx(styles.member, !member.isHere && styles.absent)}>
      {member.delegationId ? <RegionOfDelegation id={member.delegationId} /> : <Icon name="person" />}
      <span className={styles.who}>
        <span className={styles.first}>
          <span className={styles.name}>
            {member.delegationId ? <DelegationName id={member.delegationId} /> : <PersonName id={member.id} />}
          </span>
          {member.isFacilitator && <Badge outlined>{t('room.duty.facilitator')}</Badge>}
          {member.isRapporteur && <Badge outlined>{t('room.duty.rapporteur')}</Badge>}
        </span>
        <span className={styles.person}>
          <PersonName id={member.id} />
          {!member.isHere && <span>{t('room.member.absent')}</span>}
          {member.isTyping && <Sign icon="edit" words={t('room.member.typing')} className={styles.typing} />}
          {hasHand && <Sign icon="hand" words={t('room.member.hand')} className={styles.raised} />}
        </span>
      </span>
      <DutyMenu room={room} member={member} />
    </li>
  );
}

function Sign({ icon, words, className }: { icon: 'edit' | 'hand'; words: string; className: string | undefined }) {
  return (
    <span className={cx(styles.sign, className)}>
      <Icon name={icon} />
      {words}
    </span>
  );
}
