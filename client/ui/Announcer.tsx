import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import styles from './Announcer.module.css';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** A sentence that floats for a while: what was done, what was refused and why. */
export interface ToastContent {
  text: string;
  tone?: 'neutral' | 'success' | 'caution' | 'danger';
  act?: { label: string; onAct: () => void };
}

interface Announcements {
  announce: (text: string, urgency?: 'polite' | 'assertive') => void;
  toast: (content: ToastContent) => void;
}

interface LiveToast extends ToastContent {
  id: number;
}

const AnnouncementsContext = createContext<Announcements | null>(null);
const signs = { neutral: 'info', success: 'done', caution: 'alert', danger: 'alert' } as const;
const lifetimeMs = 8000;

/** Holds the live regions of the page; once, around the application. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const t = useT();
  const [spoken, setSpoken] = useState({ polite: '', assertive: '' });
  const [toasts, setToasts] = useState<readonly LiveToast[]>([]);
  const lastId = useRef(0);

  const announce = useCallback((text: string, urgency: 'polite' | 'assertive' = 'polite') => {
    // The same words twice are two events: a trailing mark makes them a change for the listener.
    setSpoken((now) => ({ ...now, [urgency]: now[urgency] === text ? `${text}\u00A0` : text }));
  }, []);
  const toast = useCallback((content: ToastContent) => {
    lastId.current += 1;
    const id = lastId.current;
    setToasts((now) => [...now.filter((other) => other.text !== content.text), { ...content, id }].slice(-3));
  }, []);
  const dismiss = useCallback((id: number) => setToasts((now) => now.filter((other) => other.id !== id)), []);
  const value = useMemo(() => ({ announce, toast }), [announce, toast]);

  return (
    <AnnouncementsContext value={value}>
      {children}
      <VisuallyHidden>
        <span role="status">{spoken.polite}</span>
        <span role="alert">{spoken.assertive}</span>
      </VisuallyHidden>
      <section className={styles.toasts} aria-label={t('ui.toast.region')} role="log">
        {toasts.map((item) => (
          <Toast key={item.id} content={item} onDismiss={() => dismiss(item.id)} />
        ))}
      </section>
    </AnnouncementsContext>
  );
}

function Toast({ content, onDismiss }: { content: LiveToast; onDismiss: () => void }) {
  const t = useT();
  const tone = content.tone ?? 'neutral';
  const [isHeld, setHeld] = useState(false);
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;
  // What went wrong stays until it is closed; nothing leaves while it is read or focused.
  const leaves = tone !== 'danger' && !isHeld;
  useEffect(() => {
    if (!leaves) return;
    const timer = setTimeout(() => dismiss.current(), lifetimeMs);
    return () => clearTimeout(timer);
  }, [leaves]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the sentence on the screen.
    <div
      className={cx(styles.toast, styles[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => event.key === 'Escape' && onDismiss()}
    >
      <Icon name={signs[tone]} />
      <p className={styles.text}>{content.text}</p>
      {content.act && (
        <Button size="small" onClick={() => [content.act?.onAct(), onDismiss()]}>
          {content.act.label}
        </Button>
      )}
      <IconButton icon="close" size="small" label={t('ui.close')} onClick={onDismiss} />
    </div>
  );
}

/** Says a sentence to those who listen to the screen. */
export function useAnnounce(): Announcements['announce'] {
  return useAnnouncements().announce;
}

/** Shows a sentence that floats for a while, with an act such as Undo. */
export function useToast(): Announcements['toast'] {
  return useAnnouncements().toast;
}

function useAnnouncements(): Announcements {
  const announcements = useContext(AnnouncementsContext);
  if (!announcements) throw new Error('must be inside AnnouncerProvider');
  return announcements;
}
