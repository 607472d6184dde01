import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useLang } from '../i18n/I18n.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Tabs.module.css';

/** One of several views of the same place. */
export interface Tab<Key extends string> {
  key: Key;
  label: string;
  icon?: IconName;
  /** A number or word beside the label. */
  count?: ReactNode;
  content: ReactNode;
}

export interface TabsProps<Key extends string> {
  label: string;
  tabs: readonly Tab<Key>[];
  selected: Key;
  onSelect: (key: Key) => void;
}

/** Views of one place; arrows move between them, only the chosen one is drawn. */
export function Tabs<Key extends string>({ label, tabs, selected, onSelect }: TabsProps<Key>) {
  const id = useId();
  const { dir } = useLang();
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.find((tab) => tab.key === selected) ?? tabs[0];
  const move = (event: KeyboardEvent) => {
    const next = tabs[tabAfter(event.key, current ? tabs.indexOf(current) : -1, tabs.length, dir)];
    if (!next) return;
    event.preventDefault();
    onSelect(next.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div className={styles.tabs}>
      <div role="tablist" aria-label={label} className={styles.list} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            data-key={tab.key}
            aria-selected={tab === current}
            aria-controls={tab === current ? `${id}-view` : undefined}
            tabIndex={tab === current ? 0 : -1}
            className={cx(styles.tab)}
            onClick={() => onSelect(tab.key)}
          >
            {tab.icon && <Icon name={tab.icon} />}
            <span>{tab.label}</span>
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      {current && (
        <div role="tabpanel" id={`${id}-view`} aria-labelledby={`${id}-${current.key}`} className={styles.view}>
          {current.content}
        </div>
      )}
    </div>
  );
}

/** The place of the tab that a key leads to; minus one when the key leads nowhere. */
export function tabAfter(key: string, index: number, count: number, dir: 'ltr' | 'rtl'): number {
  const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (index + 1) % count;
  if (key === backward) return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
