import { useT } from '../i18n/I18n.tsx';
import { Button } from './Button.tsx';
import styles from './ConnectionBanner.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

/** How the line to the meeting is; nothing is shown while it holds. */
export type ConnectionState = 'connected' | 'connecting' | 'reconnecting' | 'offline' | 'signed-out' | 'outdated';

const signs: Record<Exclude<ConnectionState, 'connected'>, IconName> = {
  connecting: 'refresh',
  reconnecting: 'refresh',
  offline: 'offline',
  'signed-out': 'lock',
  outdated: 'refresh',
};

const needsAct = new Set<ConnectionState>(['offline', 'signed-out', 'outdated']);

/** A line under the header: what happened, what is safe, what to do. */
export function ConnectionBanner(props: { state: ConnectionState; onAct?: (() => void) | undefined }) {
  const t = useT();
  const { state, onAct } = props;
  return (
    <div role="status" className={styles.place}>
      {state !== 'connected' && (
        <div className={cx(styles.banner, needsAct.has(state) && styles.urgent)}>
          <Icon name={signs[state]} />
          <span className={styles.words}>{t(`ui.connection.${state}`)}</span>
          {onAct && needsAct.has(state) && (
            <Button size="small" onClick={onAct}>
              {t(`ui.connection.act.${state}`)}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
