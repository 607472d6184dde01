import type { Receipt } from '@shared/domain/kernel/words.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { download } from '../../parts/csv.ts';
import { Button } from '../../ui/Button.tsx';
import { inGroups } from './receipts.ts';
import styles from './Secret.module.css';

/** One's receipt: to be read, copied or kept as a file. */
export function SecretReceipt({ receipt }: { receipt: Receipt }) {
  const t = useT();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = () =>
    // Browsers give the clipboard to secure pages only; in a hall without TLS one copies by hand.
    Promise.resolve(navigator.clipboard?.writeText(receipt) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <section className={styles.receipt} aria-labelledby="secret-receipt">
      <h3 id="secret-receipt">{t('secret.receipt')}</h3>
      <p className={styles.code} dir="ltr" data-receipt={receipt}>
        {inGroups(receipt)}
      </p>
      <p>{t('secret.receiptWords')}</p>
      <div className={styles.acts}>
        <Button icon="copy" onClick={() => void copy()}>
          {t('secret.copy')}
        </Button>
        <Button
          icon="download"
          onClick={() => download('receipt.txt', `${inGroups(receipt)}\n`, 'text/plain;charset=utf-8')}
        >
          {t('secret.download')}
        </Button>
        <span role="status">{copied && t(copied === 'yes' ? 'secret.copied' : 'secret.notCopied')}</span>
      </div>
    </section>
  );
}
