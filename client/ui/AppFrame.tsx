import type { ReactNode } from 'react';
import { useT } from '../i18n/I18n.tsx';
import styles from './AppFrame.module.css';
import { cx } from './cx.ts';
import { Flyout } from './Flyout.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

export interface AppFrameProps {
  /** The consultation's title; long ones wrap to two lines. */
  title?: ReactNode;
  /** Where the name of the program leads. */
  homeHref?: string;
  /** Places of the consultation: <FrameLink>s. */
  nav?: ReactNode;
  /** Clock, save state, ask for help: what must be seen at all times. */
  status?: ReactNode;
  /** Who is signed in: the words on the menu's button. */
  person?: string;
  /** What the menu of the person offers above language and light, such as leaving. */
  personMenu?: ReactNode;
  /** Below the header: <ConnectionBanner/>, announcements to all. */
  banner?: ReactNode;
  /** At the foot: <StatusLine/>. */
  foot?: ReactNode;
  /** Fills the window without a margin: rooms, board, wall. */
  full?: boolean;
  children: ReactNode;
}

/** The frame of every page: a way past the header, masthead, banner, main, foot. */
export function AppFrame(props: AppFrameProps) {
  const t = useT();
  return (
    <div className={cx(styles.frame, props.full && styles.full)}>
      <a className={styles.skip} href="#main">
        {t('ui.skip')}
      </a>
      <header className={styles.header}>
        <a className={styles.product} href={props.homeHref ?? '/'}>
          {t('ui.product')}
        </a>
        {props.title && <p className={styles.title}>{props.title}</p>}
        {props.nav && (
          <nav className={styles.nav} aria-label={t('ui.nav')}>
            {props.nav}
          </nav>
        )}
        {props.status && <div className={styles.status}>{props.status}</div>}
        <div className={styles.person}>
          <Flyout
            label={props.person ?? t('ui.preferences')}
            icon={props.person ? 'person' : 'language'}
            labelHidden={!props.person}
          >
            {props.person && <p className={styles.who}>{props.person}</p>}
            {props.personMenu}
            <LanguageSwitch />
            <ThemeSwitch />
          </Flyout>
        </div>
      </header>
      {props.banner}
      <main id="main" className={styles.main} tabIndex={-1}>
        {props.children}
      </main>
      {props.foot}
    </div>
  );
}

/** A place in the frame's navigation. */
export function FrameLink(props: {
  href: string;
  current?: boolean;
  onClick?: (event: React.MouseEvent<HTMLAnchorElement>) => void;
  children: ReactNode;
}) {
  return (
    <a
      className={styles.link}
      href={props.href}
      aria-current={props.current ? 'page' : undefined}
      onClick={props.onClick}
    >
      {props.children}
    </a>
  );
}
