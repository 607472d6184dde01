import type { Panel } from '@shared/domain/panel.ts';
import { type FormEvent, type RefObject, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './AnnouncementLine.module.css';
import { roomIdsOf } from './roomIds.ts';
import { usePanelRooms } from './usePanelRooms.ts';
import type { StepActs } from './useStepActs.ts';

const everyone = '';
const allRooms = '*';

/** The line at the foot of the desk: takes the last act back, speaks to everyone, to all rooms or to one. */
export function AnnouncementLine(props: {
  panel: Panel;
  fieldRef: RefObject<HTMLInputElement | null>;
  undo: StepActs['undo'];
}) {
  const t = useT();
  const toast = useToast();
  const words = useRefusalWords();
  const { open } = usePanelRooms(props.panel.id);
  const { send, isPending, refusal } = useCommand('room.announce');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(everyone);
  // A room that has closed meanwhile is no longer written to by mistake.
  const isGone = chosen !== everyone && chosen !== allRooms && !open.some(({ id }) => id === chosen);
  const whom = isGone || open.length === 0 ? everyone : chosen;
  const say = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || isPending) return;
    const roomIds = whom === everyone ? null : whom === allRooms ? roomIdsOf(open) : [whom];
    if (!(await send({ roomIds, text })).ok) return;
    setText('');
    toast({ text: t('steering.announce.sent'), tone: 'success' });
  };
  return (
    <StatusLine label={t('steering.announce')}>
      {props.undo && (
        <Button icon="undo" shortcut="U" onClick={() => void props.undo?.act()}>
          {props.undo.label}
        </Button>
      )}
      <form className={styles.form} onSubmit={(event) => void say(event)}>
        <NativeSelect
          label={t('steering.announce.whom')}
          labelHidden
          value={whom}
          onChange={setChosen}
          options={[
            { value: everyone, label: t('steering.announce.everyone') },
            ...(open.length > 0
              ? [{ value: allRooms, label: t('steering.announce.allRooms', { n: open.length }) }]
              : []),
            ...open.map(({ id, number }) => ({ value: id, label: t('parts.room', { n: number }) })),
          ]}
        />
        <div className={styles.words}>
          <TextField
            ref={props.fieldRef}
            label={t('steering.announce.text')}
            labelHidden
            placeholder={t('steering.announce.placeholder')}
            maxLength={500}
            dir="auto"
            value={text}
            onChange={setText}
            error={refusal ? words(refusal) : undefined}
          />
        </div>
        <Button type="submit" icon="announce" shortcut="A" pending={isPending} disabled={text.trim() === ''}>
          {t('steering.announce.send')}
        </Button>
      </form>
    </StatusLine>
  );
}
