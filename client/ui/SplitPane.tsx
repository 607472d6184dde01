import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.ts';
import styles from './SplitPane.module.css';

/** One column of a place where people work. */
export interface Pane {
  label: string;
  icon: IconName;
  /** A number or word on the bar and on the drawer's button. */
  badge?: ReactNode;
  content: ReactNode;
}

/** The column that is shown where only one fits. */
export type PaneKey = 'start' | 'main' | 'end';

export interface SplitPaneProps {
  start: Pane;
  main: Pane;
  end: Pane;
  /** Given, the page decides which pane a phone shows; otherwise the bottom bar does alone. */
  active?: PaneKey;
  onActive?: (pane: PaneKey) => void;
}

const order: readonly PaneKey[] = ['start', 'main', 'end'];

/** Three columns on a wide screen, the last in a drawer on a middling one, one at a time above a bar on a phone. */
export function SplitPane(props: SplitPaneProps) {
  const t = useT();
  const [own, setOwn] = useState<PaneKey>('main');
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const drawer = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const active = props.active ?? own;
  const show = (pane: PaneKey) => {
    setOwn(pane);
    props.onActive?.(pane);
  };
  useEffect(() => {
    if (isDrawerOpen) drawer.current?.focus();
  }, [isDrawerOpen]);
  const closeDrawer = () => {
    setDrawerOpen(false);
    opener.current?.focus();
  };
  return (
    <div className={styles.split} data-active={active} data-drawer={isDrawerOpen}>
      <section className={cx(styles.pane, styles.start)} aria-label={props.start.label} data-pane="start">
        {props.start.content}
      </section>
      <section className={cx(styles.pane, styles.main)} aria-label={props.main.label} data-pane="main">
        <button
          ref={opener}
          type="button"
          className={styles.opener}
          aria-expanded={isDrawerOpen}
          onClick={() => setDrawerOpen(!isDrawerOpen)}
        >
          <Icon name={props.end.icon} />
          <span>{props.end.label}</span>
          {props.end.badge !== undefined && <span className={styles.badge}>{props.end.badge}</span>}
        </button>
        {props.main.content}
      </section>
      <section
        ref={drawer}
        tabIndex={-1}
        className={cx(styles.pane, styles.end)}
        aria-label={props.end.label}
        data-pane="end"
        onKeyDown={(event) => isDrawerOpen && event.key === 'Escape' && closeDrawer()}
      >
        <div className={styles.drawerHead}>
          <IconButton icon="close" label={t('ui.close')} onClick={closeDrawer} />
        </div>
        {props.end.content}
      </section>
      <nav className={styles.bar} aria-label={t('ui.panes')}>
        {order.map((key) => (
          <button
            key={key}
            type="button"
            className={styles.stop}
            aria-current={active === key}
            onClick={() => show(key)}
          >
            <Icon name={props[key].icon} />
            <span>{props[key].label}</span>
            {props[key].badge !== undefined && <span className={styles.badge}>{props[key].badge}</span>}
          </button>
        ))}
      </nav>
    </div>
  );
}
