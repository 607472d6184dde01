import { fewBallots } from '@shared/domain/secretCount.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** The warning beside so few ballots that totals may tell how single delegations voted; nothing where there are enough. */
export function SecretSmall({ vote }: { vote: Vote }) {
  const t = useT();
  const n = vote.received.length;
  if (n === 0 || n >= fewBallots) return null;
  return <Notice tone="caution">{t('secret.few', { n })}</Notice>;
}
