import type { Vote } from '@shared/domain/vote.ts';
import { useMemo } from 'react';
import { useSeat, useYou } from '../../sync/Seat.tsx';
import { placeOfSlip, recallSlip } from './receipts.ts';
import { SecretFind } from './SecretFind.tsx';
import { SecretSmall } from './SecretSmall.tsx';

/** The record of a secret vote besides its totals: a warning where they are few, and the receipts. */
export function SecretLists({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const { consultationId } = useSeat();
  const { participantId } = useYou();
  const own = useMemo(
    () => recallSlip(placeOfSlip(consultationId, vote.id, participantId))?.receipt ?? null,
    [consultationId, vote.id, participantId],
  );
  return (
    <>
      <SecretSmall vote={vote} />
      <SecretFind vote={vote} own={own} />
    </>
  );
}
