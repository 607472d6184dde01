import { useFormat, useT } from '../i18n/I18n.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './SaveState.module.css';

/** Where a person's words are: on the server's disk, on the way, or only on this device. */
export type Saving = 'saved' | 'saving' | 'unsaved' | 'recovered' | 'frozen';

const signs: Record<Saving, IconName> = {
  saved: 'check',
  saving: 'refresh',
  unsaved: 'offline',
  recovered: 'history',
  frozen: 'lock',
};

/** "Saved", "Saving", "3 changes not yet saved": always visible where somebody writes. */
export function SaveState(props: { state: Saving; unsavedCount?: number; savedAt?: number }) {
  const t = useT();
  const format = useFormat();
  const title =
    props.savedAt === undefined ? undefined : t('ui.save.at', { time: format.time(props.savedAt, { seconds: true }) });
  return (
    <span className={cx(styles.state, styles[props.state])} role="status" title={title}>
      <Icon name={signs[props.state]} />
      <span>{t(`ui.save.${props.state}`, { n: props.unsavedCount ?? 0 })}</span>
    </span>
  );
}
