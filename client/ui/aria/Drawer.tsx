import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useT } from '../../i18n/I18n.tsx';
import { cx } from '../cx.ts';
import { IconButton } from '../IconButton.tsx';
import { AriaLocale } from './AriaLocale.tsx';
import styles from './Dialog.module.css';

export interface DrawerProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  acts?: ReactNode;
  children: ReactNode;
}

/** A reading panel from the end of the line: a card opened on the board, the page of a delegation. */
export function Drawer({ isOpen, onClose, title, acts, children }: DrawerProps) {
  const t = useT();
  return (
    <AriaLocale>
      <ModalOverlay
        className={cx(styles.drawerVeil)}
        isOpen={isOpen}
        onOpenChange={(open) => !open && onClose()}
        isDismissable
      >
        <Modal className={cx(styles.drawer)}>
          <AriaDialog className={cx(styles.dialog)}>
            <header className={styles.head}>
              <Heading slot="title" level={2} className={cx(styles.title)}>
                {title}
              </Heading>
              <IconButton icon="close" label={t('ui.close')} onClick={onClose} />
            </header>
            <div className={styles.body}>{children}</div>
            {acts && <footer className={styles.acts}>{acts}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  );
}
