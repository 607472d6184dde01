import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { type Sender, useCommand } from '../../sync/Seat.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Adds an instrument that the list of the program does not have. */
export function AddInstrument({ onClose }: { onClose: () => void }) {
  const t = useT();
  const sender = useCommand('instrumentMap.addInstrument');
  const [typed, setTyped] = useState({ name: '', symbol: '', year: '' });
  const year = typed.year.trim() === '' ? null : Number(typed.year);
  const isYear = year === null || (Number.isInteger(year) && year >= 1000 && year <= 2999);
  const symbol = typed.symbol.trim() || null;
  const add = async () => (await sender.send({ name: typed.name.trim(), symbol, year })).ok && onClose();
  return (
    <AddFrame
      title={t('instruments.addInstrument')}
      isReady={isYear && typed.name.trim() !== ''}
      {...{ sender, onClose, add }}
    >
      <TextField
        {...{ label: t('instruments.name'), maxLength: 300, dir: 'auto', value: typed.name }}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <TextField
        {...{ label: t('instruments.symbol'), optional: true, maxLength: 60, value: typed.symbol }}
        onChange={(next) => setTyped({ ...typed, symbol: next })}
      />
      <TextField
        {...{ label: t('instruments.year'), optional: true, maxLength: 4, inputMode: 'numeric', value: typed.year }}
        error={isYear ? undefined : t('app.misfit.invalid_format')}
        onChange={(next) => setTyped({ ...typed, year: next })}
      />
    </AddFrame>
  );
}

/** Adds a theme besides the panels. */
export function AddTheme({ onClose }: { onClose: () => void }) {
  const t = useT();
  const sender = useCommand('instrumentMap.addTheme');
  const [name, setName] = useState('');
  const add = async () => (await sender.send({ name: name.trim() })).ok && onClose();
  return (
    <AddFrame title={t('instruments.addTheme')} isReady={name.trim() !== ''} {...{ sender, onClose, add }}>
      <TextField
        {...{ label: t('instruments.themeName'), maxLength: 120, dir: 'auto', value: name }}
        onChange={setName}
      />
    </AddFrame>
  );
}

function AddFrame(props: {
  title: string;
  isReady: boolean;
  sender: Pick<Sender<'instrumentMap.addTheme'>, 'isPending' | 'refusal'>;
  add: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useT();
  const { title, isReady, sender, add, onClose } = props;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={sender.isPending}
      title={title}
      acts={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" disabled={!isReady} pending={sender.isPending} onClick={() => void add()}>
            {t('instruments.save')}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <RefusalNote refusal={sender.refusal} />
        {props.children}
      </Stack>
    </Dialog>
  );
}
