import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useSeat } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** A vote that came to nothing: withdrawn by the bureau, or given up for the recorded vote that somebody asked for. */
export function Withdrawn({ vote }: { vote: Extract<Vote, { phase: 'withdrawn' }> }) {
  const t = useT();
  const { consultationId } = useSeat();
  if (!vote.replacedBy) return <Notice live>{t('vote.withdrawnWords')}</Notice>;
  return (
    <Notice
      live
      acts={
        <LinkButton size="small" href={`/c/${consultationId}/vote/${vote.replacedBy}`}>
          {t('ballot.hands.toRecorded')}
        </LinkButton>
      }
    >
      {t('ballot.hands.replaced')}
    </Notice>
  );
}
