import { hasHiddenBreaker } from '@shared/domain/silence/shape.ts';
import { useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Beside the file of the decisions: from that of an old journal one can work out who broke a silence, where that is kept to the bureau. */
export function BreakerWarning() {
  const t = useT();
  const isHidden = useReplica(({ plenary }) => hasHiddenBreaker(plenary.silence));
  return isHidden && <Notice tone="caution">{t('trust.check.breaker')}</Notice>;
}
