import { type FormEvent, type ReactNode, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Column } from './Column.tsx';
import { tokenIn } from './useJoinToken.ts';
import styles from './Welcome.module.css';

/** For somebody without a seat yet: how one gets in, and a field for a link that cannot be opened by pressing it. */
export function Welcome({ children }: { children?: ReactNode }) {
  const t = useT();
  const [pasted, setPasted] = useState('');
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = tokenIn(pasted);
    if (token === null) setError(t(pasted.trim() === '' ? 'lobby.link.empty' : 'lobby.link.unreadable'));
    // A real load, so that nothing of an earlier attempt stays.
    else if (window.location.pathname === '/join') window.location.hash = token;
    else window.location.assign(`/join#${token}`);
  };
  return (
    <Column>
      <PageTitle title={t('lobby.welcome')} />
      {children}
      <p className={styles.words}>{t('lobby.byLink')}</p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('lobby.link')}
          hint={t('lobby.link.hint')}
          value={pasted}
          onChange={(text) => {
            setPasted(text);
            setError(undefined);
          }}
          error={error}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
        />
        <Button kind="primary" type="submit">
          {t('lobby.link.act')}
        </Button>
      </form>
      <LanguageSwitch />
    </Column>
  );
}
