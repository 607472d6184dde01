import { useT } from '../../i18n/I18n.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Flyout } from '../../ui/Flyout.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './KeysNote.module.css';
import { useKeysSetting } from './useKeys.ts';

/** Says which key does what on this page, and lets a person switch single keys off. */
export function KeysNote({ keys }: { keys: readonly { key: string; does: string }[] }) {
  const t = useT();
  const { isOn, setOn } = useKeysSetting();
  return (
    <Flyout label={t('steering.keys')} icon="help">
      <dl className={styles.keys}>
        {keys.map(({ key, does }) => (
          <div key={key} className={styles.row}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox label={t('steering.keys.on')} checked={isOn} onChange={setOn} hint={t('steering.keys.hint')} />
    </Flyout>
  );
}
