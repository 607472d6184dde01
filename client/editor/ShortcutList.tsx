import { useT } from '../i18n/I18n.tsx';
import { Flyout } from '../ui/Flyout.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './DraftEditor.module.css';
import { keysOf, shortcuts } from './keys.ts';

const leaving = ['Esc', 'Tab'];

/** Every key of the editor, with what it does. */
export function ShortcutList() {
  const t = useT();
  return (
    <Flyout label={t('editor.shortcuts')} labelHidden icon="help">
      <dl className={styles.shortcuts}>
        {shortcuts.map(({ act }) => (
          <div key={act}>
            <dt>{t(`editor.act.${act}`)}</dt>
            <dd>
              <Kbd>{keysOf(act)}</Kbd>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('editor.leave')}</dt>
          <dd>
            {leaving.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      </dl>
    </Flyout>
  );
}
