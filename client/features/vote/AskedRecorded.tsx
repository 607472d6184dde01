import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { Notice } from '../../ui/Notice.tsx';

/** That a recorded vote was asked for in place of the show of hands, and by whom; null is the bureau. */
export function AskedRecorded({ by }: { by: DelegationId | null }) {
  const t = useT();
  const nameOf = useDelegationNames();
  return (
    <Notice tone="caution" live>
      {by === null ? t('ballot.hands.askedByBureau') : t('ballot.hands.askedBy', { delegation: nameOf(by) })}
    </Notice>
  );
}
