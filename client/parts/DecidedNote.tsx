import type { TabledItem } from '@shared/domain/board.ts';
import { profileOf } from '@shared/domain/consultation.ts';
import { reconsiderationRefusal } from '@shared/domain/reconsideration.ts';
import type { Plenary } from '@shared/domain/state.ts';
import { useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { Notice } from '../ui/Notice.tsx';

/** How an item that was decided stands: it may be reconsidered, or that was refused; null for one that was not, or where there are no votes. */
export function decidedAs(plenary: Plenary, item: TabledItem): 'may' | 'refused' | null {
  if (!profileOf(plenary.consultation).procedures.includes('vote')) return null;
  const refused = reconsiderationRefusal(plenary, item)?.refused;
  if (refused === undefined) return 'may';
  return refused === 'motion.reconsideration-refused' ? 'refused' : null;
}

/** Why an item that was decided is not put again. */
export function DecidedNote({ item }: { item: TabledItem }) {
  const t = useT();
  const as = useReplica(({ plenary }) => decidedAs(plenary, item));
  return as && <Notice>{t(`vote.decided.${as}`)}</Notice>;
}
