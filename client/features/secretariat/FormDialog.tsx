import { type FormEvent, type ReactNode, useId } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Stack.tsx';

/** A form over the desk: its fields, what is wrong with none of them in particular, Cancel and the one act. */
export function FormDialog(props: {
  title: string;
  act: string;
  size?: 'large';
  isPending: boolean;
  error: string | null;
  onSubmit: (event: FormEvent) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useT();
  const formId = useId();
  const { title, act, size, isPending, error, onSubmit, onClose, children } = props;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      {...(size && { size })}
      title={title}
      acts={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} pending={isPending}>
            {act}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void onSubmit(event)} noValidate>
        <Stack gap={4}>
          {error && (
            <Notice tone="danger" live>
              {error}
            </Notice>
          )}
          {children}
        </Stack>
      </form>
    </Dialog>
  );
}
