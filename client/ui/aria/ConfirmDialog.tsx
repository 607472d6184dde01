import type { ReactNode } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { Button } from '../Button.tsx';
import { Notice } from '../Notice.tsx';
import { Stack } from '../Stack.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  /** The act itself in words, never "OK". */
  confirmLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
  danger?: boolean;
  pending?: boolean;
  error?: string | undefined;
  children?: ReactNode;
}

/** Asks once before what affects everybody or cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useT();
  const { isOpen, title, confirmLabel, onConfirm, onCancel, danger = false, pending = false, error } = props;
  const acts = (
    <>
      <Button autoFocus={danger} onClick={onCancel} disabled={pending}>
        {t('ui.cancel')}
      </Button>
      <Button kind={danger ? 'danger' : 'primary'} autoFocus={!danger} pending={pending} onClick={onConfirm}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onCancel}
      title={title}
      role="alertdialog"
      size="small"
      locked={pending}
      acts={acts}
    >
      <Stack gap={3}>
        {props.children}
        {error && (
          <Notice tone="danger" live>
            {error}
          </Notice>
        )}
      </Stack>
    </Dialog>
  );
}
