import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { silencesOn } from '@shared/domain/silence/shape.ts';
import { useEffect } from 'react';
import { useParams } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useCommand, useReplica, useSeat, useYou } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { OneSilence } from './OneSilence.tsx';
import { SilenceList } from './SilenceList.tsx';

/** The silence procedures: all of them, or the one on an item. */
export function SilencePage() {
  const { itemId } = useParams();
  return itemId ? <SilenceOf key={itemId} itemId={itemId} /> : <SilenceList />;
}

/** The newest procedure on an item. */
function SilenceOf({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const { consultationId } = useSeat();
  const silences = useReplica(({ plenary }) => plenary.silence);
  const silence = silencesOn(silences, itemId).at(-1);
  useReceipt(silence?.id, silence?.phase === 'under-silence' ? (silence.rounds.length ?? 0) : 0);
  if (!silence)
    return (
      <Empty
        title={t('silence.unknown')}
        act={<LinkButton href={`/c/${consultationId}/silence`}>{t('silence.toAll')}</LinkButton>}
      >
        {t('silence.unknownWords')}
      </Empty>
    );
  return <OneSilence silence={silence} />;
}

/** Tells the bureau, and nobody else, that one's delegation has opened the text of a round (SIL-14). */
function useReceipt(silenceId: string | undefined, round: number): void {
  const { role } = useYou();
  const { send } = useCommand('silence.read');
  useEffect(() => {
    if (silenceId && round > 0 && role === 'delegate') void send({ silenceId });
  }, [silenceId, round, role, send]);
}
