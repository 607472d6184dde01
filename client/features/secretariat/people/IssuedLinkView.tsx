import type { IssuedLink } from '@shared/protocol/http.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './IssuedLinkView.module.css';

/** A link just issued: to scan, to copy, to read; it is never shown again. */
export function IssuedLinkView({ link, name }: { link: IssuedLink; name: string }) {
  const t = useT();
  const format = useFormat();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = () =>
    // Browsers give the clipboard to secure pages only; in a hall without TLS one copies by hand.
    Promise.resolve(navigator.clipboard?.writeText(link.url) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <div className={styles.issued}>
      <div className={styles.code}>
        <QrCode text={link.url} title={t('secretariat.link.qr', { name })} />
      </div>
      <div className={styles.words}>
        <Notice tone="caution">{t('secretariat.link.once')}</Notice>
        <TextField
          label={t('secretariat.link.address')}
          hint={t('secretariat.link.good', { date: format.dateTime(link.expiresAt) })}
          value={link.url}
          onChange={() => {}}
          readOnly
          dir="ltr"
          onFocus={(event) => event.target.select()}
        />
        <div className={styles.acts}>
          <Button icon="copy" onClick={() => void copy()}>
            {t('secretariat.link.copy')}
          </Button>
          <span role="status">
            {copied && t(copied === 'yes' ? 'secretariat.link.copied' : 'secretariat.link.notCopied')}
          </span>
        </div>
      </div>
    </div>
  );
}
