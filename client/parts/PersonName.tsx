import type { ParticipantId } from '@shared/domain/kernel/ids.ts';
import { useT } from '../i18n/I18n.tsx';
import { usePeople } from '../sync/Seat.tsx';

/** A person's name where one may know it; a neutral word where one may not, or where it was erased. */
export function PersonName({ id }: { id: ParticipantId | null }) {
  const t = useT();
  const person = usePeople()[id ?? ''];
  return <bdi>{person?.name ?? t('parts.person.unknown')}</bdi>;
}
