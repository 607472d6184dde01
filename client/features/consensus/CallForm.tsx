import { profileOf } from '@shared/domain/consultation.ts';
import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { adoptedCall, countdownSeconds } from '@shared/domain/noObjection.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { ExplanationsLink } from '../../parts/consensus/ExplanationsLink.tsx';
import { PresenceField, usePresence } from '../../parts/deciding/PresenceField.tsx';
import { ReadyItemField, useLikelyItem, useOpenItems } from '../../parts/deciding/ReadyItemField.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './ConsensusPage.module.css';

const seconds = [countdownSeconds.least, 20, 30, 60, countdownSeconds.most];

/** Calls for the adoption of an item: which one, for how long objections are heard, who is present where that is asked for. */
export function CallForm({ panelId }: { panelId: PanelId }) {
  const t = useT();
  const { consultationId } = useSeat();
  const open = useOpenItems(panelId);
  const ready = useReplica(({ plenary }) => open.filter(({ id }) => adoptedCall(plenary, id) === null));
  const profile = useReplica(({ plenary }) => profileOf(plenary.consultation));
  const { likely, setChosen } = useLikelyItem(panelId, ready);
  const presence = usePresence();
  const [lasts, setLasts] = useState<number>(countdownSeconds.usual);
  const { send, isPending, refusal } = useCommand('noObjection.call');
  if (!likely)
    return (
      <Empty
        title={t('consensus.nothingReady')}
        act={<LinkButton href={`/c/${consultationId}/board/${panelId}`}>{t('consensus.toBoard')}</LinkButton>}
      >
        {t('consensus.nothingReadyWords')}
      </Empty>
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ itemId: likely.id, seconds: lasts, present: presence.present });
      }}
    >
      <ReadyItemField ready={ready} value={likely.id} onChange={setChosen} />
      <NativeSelect
        label={t('consensus.lasts')}
        value={String(lasts)}
        onChange={(value) => setLasts(Number(value))}
        options={seconds.map((n) => ({ value: String(n), label: t('consensus.seconds', { n }) }))}
      />
      <PresenceField presence={presence} />
      <Notice tone={profile.isIndicative ? 'caution' : 'neutral'}>
        {profile.isIndicative && <strong>{t('parts.result.indicative')}. </strong>}
        {t('consensus.whoObjects', { members: presence.entitled })}
      </Notice>
      <RefusalNote refusal={refusal} />
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="large" icon="gavel" pending={isPending}>
          {t('consensus.call')}
        </Button>
        <ExplanationsLink of={{ kind: 'item', id: likely.id }} />
      </div>
    </form>
  );
}
