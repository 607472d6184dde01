import type { RoomId } from '@shared/domain/kernel/ids.ts';
import { type FormEvent, useEffect, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './DraftList.module.css';
import { longest } from './fieldProblem.ts';
import type { RoomDrafts } from './useRoomFacts.ts';

/** Begins a draft by its title, and opens it as soon as it is in the room. */
export function NewDraft(props: {
  roomId: RoomId;
  drafts: RoomDrafts;
  onOpen: (itemId: string) => void;
  onClose: () => void;
}) {
  const { roomId, drafts, onOpen, onClose } = props;
  const t = useT();
  const { participantId } = useYou();
  const { send, isPending, refusal } = useCommand('actionItem.start');
  const [title, setTitle] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [before, setBefore] = useState<readonly string[] | null>(null);
  const begun =
    before && drafts.order.find((id) => !before.includes(id) && drafts.byId[id]?.startedBy === participantId);
  useEffect(() => {
    if (!begun) return;
    onOpen(begun);
    onClose();
  }, [begun, onOpen, onClose]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return setMissing(true);
    setBefore(drafts.order);
    const answer = await send({ roomId, title: title.trim() });
    if (!answer.ok) setBefore(null);
  };
  return (
    <form
      className={styles.new}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <TextField
        label={t('room.new.title')}
        hint={t('room.new.hint')}
        value={title}
        onChange={setTitle}
        maxLength={longest.title}
        autoFocus
        error={isMissing && title.trim() === '' ? t('room.problem.title') : undefined}
      />
      <RefusalNote refusal={refusal} />
      <Cluster>
        <Button type="submit" kind="quiet" pending={isPending || before !== null}>
          {t('room.new.begin')}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </Cluster>
    </form>
  );
}
