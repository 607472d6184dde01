import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useSeat, useYou } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { WhyNot } from './whyNot.ts';

/** In place of the ballot for somebody who does not vote: why, in a sentence. */
export function NoBallot({ vote, reason }: { vote: Vote; reason: WhyNot }) {
  const t = useT();
  const nameOf = useDelegationNames();
  const { consultationId } = useSeat();
  const { delegationId } = useYou();
  const delegation = delegationId === null ? '' : nameOf(delegationId);
  return (
    <Notice
      tone={reason === 'no-credentials' || reason === 'too-late' ? 'caution' : 'neutral'}
      acts={
        reason === 'bureau' && (
          <LinkButton size="small" href={`/c/${consultationId}/votes/${vote.panelId}`}>
            {t('vote.toDesk')}
          </LinkButton>
        )
      }
    >
      {t(`vote.cannot.${reason}`, { delegation })}
    </Notice>
  );
}
