import { useT } from '../i18n/I18n.tsx';
import type { PlaceName } from '../routes.tsx';
import { useReplica, useReplicaValue } from '../sync/Seat.tsx';
import { ConnectionBanner } from '../ui/ConnectionBanner.tsx';
import { Notice } from '../ui/Notice.tsx';
import { BureauMessage } from './BureauMessage.tsx';
import { RecallNotice } from './RecallNotice.tsx';
import { useLineState } from './useLineState.ts';
import { VoteNotice } from './VoteNotice.tsx';

/** What everyone must know now, below the masthead of every page: the line, the store, a vote, a recall, a message. */
export function Banners({ current }: { current: PlaceName | null }) {
  const t = useT();
  const line = useLineState();
  const status = useReplicaValue((replica) => replica.status.state);
  const isClosed = useReplica(({ plenary }) => plenary.consultation.phase === 'closed');
  const onAct = line === 'outdated' ? () => window.location.reload() : undefined;
  return (
    <>
      <ConnectionBanner state={line} onAct={onAct} />
      <div role="status">
        {status !== 'ok' && <Notice tone="caution">{t(`app.status.${status}`)}</Notice>}
        {isClosed && <Notice>{t('app.closed')}</Notice>}
        {current !== 'ballot' && <VoteNotice />}
        <RecallNotice />
        <BureauMessage />
      </div>
    </>
  );
}
