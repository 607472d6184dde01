import { type FormEvent, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { RefusalNote } from '../RefusalNote.tsx';

const longest = 500;
const longestWords = 120;

/** Parks a disagreement about a term, or about other words, so that the room goes on; nobody is named. */
export function ParkForm(props: {
  roomId: string;
  itemId: string | null;
  termId: string | null;
  /** What it is about, where nothing else is typed. */
  words: string;
  /** Whether words may be typed for a term too. */
  asksWords?: boolean;
  onDone: () => void;
}) {
  const { roomId, itemId, termId, words, asksWords = termId === null, onDone } = props;
  const t = useT();
  const toast = useToast();
  const [note, setNote] = useState('');
  const [about, setAbout] = useState(termId === null ? words : '');
  const said = (about.trim() || (termId === null ? '' : words)).slice(0, longestWords);
  const isMissing = said === '';
  const { send, isPending, refusal } = useCommand('term.park');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (note.length > longest || isMissing) return;
    const answer = await send({ roomId, itemId, termId, words: said, note: note.trim() });
    if (!answer.ok) return;
    toast({ text: t('terms.park.done', { words: said }), tone: 'success' });
    onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={2}>
        {asksWords && (
          <TextField
            label={t('terms.park.words')}
            optional={termId !== null}
            autoFocus={words === ''}
            placeholder={termId === null ? undefined : words}
            maxLength={longestWords}
            dir="auto"
            value={about}
            onChange={setAbout}
          />
        )}
        <TextArea
          label={t('terms.park.note')}
          hint={t('terms.park.hint')}
          optional
          autoFocus={!asksWords || words !== ''}
          rows={2}
          limit={longest}
          dir="auto"
          value={note}
          onChange={setNote}
        />
        <RefusalNote refusal={refusal} />
        <Cluster>
          <Button kind="primary" size="small" type="submit" pending={isPending} aria-disabled={isMissing}>
            {t('terms.park')}
          </Button>
          <Button size="small" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        </Cluster>
      </Stack>
    </form>
  );
}
