import { column } from '@shared/domain/board.ts';
import { profileOf } from '@shared/domain/consultation.ts';
import { members } from '@shared/domain/delegation.ts';
import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { adoptedCall, countdownSeconds } from '@shared/domain/noObjection.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { ExplanationsLink } from '../../parts/consensus/ExplanationsLink.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ConsensusPage.module.css';

const seconds = [countdownSeconds.least, 20, 30, 60, countdownSeconds.most];

/** Calls for the adoption of an item: which one, for how long objections are heard, who is present where that is asked for. */
export function CallForm({ panelId }: { panelId: PanelId }) {
  const t = useT();
  const { consultationId } = useSeat();
  const ready = useReplica(({ plenary }) =>
    column(plenary.board, panelId, 'ready').filter(({ id }) => adoptedCall(plenary, id) === null),
  );
  const spotlit = useReplica(({ plenary }) => plenary.board.spotlight[panelId] ?? null);
  const profile = useReplica(({ plenary }) => profileOf(plenary.consultation));
  const entitled = useReplica(({ plenary }) => members(plenary.delegation).length);
  const [chosen, setChosen] = useState<string | null>(null);
  const [lasts, setLasts] = useState<number>(countdownSeconds.usual);
  const [present, setPresent] = useState('');
  const { send, isPending, refusal } = useCommand('noObjection.call');
  const likely = ready.find(({ id }) => id === (chosen ?? spotlit)) ?? ready[0];
  if (!likely)
    return (
      <Empty
        title={t('consensus.nothingReady')}
        act={<LinkButton href={`/c/${consultationId}/board/${panelId}`}>{t('consensus.toBoard')}</LinkButton>}
      >
        {t('consensus.nothingReadyWords')}
      </Empty>
    );
  const asksPresence = profile.quorum !== 'none';
  const count = /^\d{1,3}$/.test(present.trim()) ? Number(present) : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ itemId: likely.id, seconds: lasts, present: asksPresence ? count : null });
      }}
    >
      <NativeSelect
        label={t('consensus.item')}
        value={likely.id}
        onChange={setChosen}
        options={ready.map(({ id, current }) => ({
          value: id,
          label: t('consensus.itemOption', { title: current.title, version: current.version }),
        }))}
      />
      <NativeSelect
        label={t('consensus.lasts')}
        value={String(lasts)}
        onChange={(value) => setLasts(Number(value))}
        options={seconds.map((n) => ({ value: String(n), label: t('consensus.seconds', { n }) }))}
      />
      {asksPresence && (
        <TextField
          label={t('consensus.present')}
          hint={t('consensus.presentHint', { members: entitled, required: Math.floor(entitled / 2) + 1 })}
          inputMode="numeric"
          value={present}
          onChange={setPresent}
          className={styles.number}
        />
      )}
      <Notice tone={profile.isIndicative ? 'caution' : 'neutral'}>
        {profile.isIndicative && <strong>{t('parts.result.indicative')}. </strong>}
        {t('consensus.whoObjects', { members: entitled })}
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
