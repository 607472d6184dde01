import { lazy, Suspense } from 'react';
import { useT, WholeLanguage } from '../i18n/I18n.tsx';
import type { PlaceName } from '../routes.tsx';
import { useReplica, useReplicaValue } from '../sync/Seat.tsx';
import { ConnectionBanner } from '../ui/ConnectionBanner.tsx';
import { Notice } from '../ui/Notice.tsx';
import { BureauMessage } from './BureauMessage.tsx';
import { RecallNotice } from './RecallNotice.tsx';
import { useLineState } from './useLineState.ts';
import { VoteNotice } from './VoteNotice.tsx';

// Most consultations never have one: the first screen does without it.
const SilenceNotice = lazy(() =>
  import('../parts/SilenceNotice.tsx').then((module) => ({ default: module.SilenceNotice })),
);
const DecisionBanner = lazy(() =>
  import('../parts/consensus/DecisionBanner.tsx').then((part) => ({ default: part.DecisionBanner })),
);

/** What everyone must know now, below the masthead of every page: the line, the store, a vote, a recall, a message. */
export function Banners({ current }: { current: PlaceName | null }) {
  const t = useT();
  const line = useLineState();
  const status = useReplicaValue((replica) => replica.status.state);
  const isClosed = useReplica(({ plenary }) => plenary.consultation.phase === 'closed');
  const isSilent = useReplica(({ plenary }) =>
    Object.values(plenary.silence.byId).some(({ phase }) => phase === 'under-silence'),
  );
  // Fetched before it is needed: a countdown may last ten seconds.
  const mayDecide = useReplica(
    ({ plenary }) =>
      plenary.explanation.speaking !== null ||
      Object.values(plenary.panel.byId).some(({ step }) => step === 'deciding'),
  );
  const onAct = line === 'outdated' ? () => window.location.reload() : undefined;
  return (
    <>
      <ConnectionBanner state={line} onAct={onAct} />
      <div role="status">
        {status !== 'ok' && <Notice tone="caution">{t(`app.status.${status}`)}</Notice>}
        {isClosed && <Notice>{t('app.closed')}</Notice>}
        {current !== 'ballot' && <VoteNotice />}
        {isSilent && current !== 'silence' && current !== 'ballot' && (
          <Suspense>
            <WholeLanguage>
              <SilenceNotice />
            </WholeLanguage>
          </Suspense>
        )}
        {mayDecide && (
          <Suspense>
            <WholeLanguage>
              <DecisionBanner />
            </WholeLanguage>
          </Suspense>
        )}
        <RecallNotice />
        <BureauMessage />
      </div>
    </>
  );
}
