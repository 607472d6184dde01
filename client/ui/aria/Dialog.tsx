import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useT } from '../../i18n/I18n.tsx';
import { cx } from '../cx.ts';
import { IconButton } from '../IconButton.tsx';
import { AriaLocale } from './AriaLocale.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  acts?: ReactNode;
  size?: 'small' | 'regular' | 'large';
  /** Something is on its way: neither Escape nor a press outside closes it. */
  locked?: boolean;
  role?: 'dialog' | 'alertdialog';
  children: ReactNode;
}

/** A sheet over the page that wants an answer first; keeps the focus and gives it back. */
export function Dialog(props: DialogProps) {
  const t = useT();
  const { isOpen, onClose, title, acts, size = 'regular', locked = false, role = 'dialog' } = props;
  return (
    <AriaLocale>
      <ModalOverlay
        className={cx(styles.veil)}
        isOpen={isOpen}
        onOpenChange={(open) => !open && onClose()}
        isDismissable={!locked && role === 'dialog'}
        isKeyboardDismissDisabled={locked}
      >
        <Modal className={cx(styles.modal, styles[size])}>
          <AriaDialog role={role} className={cx(styles.dialog)}>
            <header className={styles.head}>
              <Heading slot="title" level={2} className={cx(styles.title)}>
                {title}
              </Heading>
              {role === 'dialog' && !locked && <IconButton icon="close" label={t('ui.close')} onClick={onClose} />}
            </header>
            <div className={styles.body}>{props.children}</div>
            {acts && <footer className={styles.acts}>{acts}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  );
}
