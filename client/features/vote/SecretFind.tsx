import type { Receipt } from '@shared/domain/kernel/words.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useId, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { inGroups, readReceipt } from './receipts.ts';
import styles from './Secret.module.css';

interface SecretFindProps {
  vote: Extract<Vote, { phase: 'declared' }>;
  /** The receipt that this device remembers. */
  own: Receipt | null;
}

/** Finds a receipt among those of all ballots that were counted; no choice stands beside any of them. */
export function SecretFind({ vote: { receipts = [] }, own }: SecretFindProps) {
  const t = useT();
  const headId = useId();
  const [typed, setTyped] = useState(own ? inGroups(own) : '');
  const sought = readReceipt(typed);
  const isFound = receipts.includes(sought);
  return (
    <section className={styles.part} aria-labelledby={headId}>
      <h3 id={headId}>{t('secret.find')}</h3>
      <TextField
        label={t('secret.receipt')}
        hint={t('secret.findHint')}
        value={typed}
        onChange={setTyped}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
      />
      {sought.length === 32 && (
        <Notice live tone={isFound ? 'success' : 'caution'}>
          {t(isFound ? 'secret.found' : 'secret.notFound')}
        </Notice>
      )}
      <Disclosure summary={t('secret.list', { n: receipts.length })}>
        <ul className={styles.receipts} dir="ltr">
          {receipts.map((receipt, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two devices may have drawn the same receipt; the list stands.
            <li key={`${receipt} ${at}`}>{inGroups(receipt)}</li>
          ))}
        </ul>
      </Disclosure>
      <p className={styles.quiet}>{t('secret.proves')}</p>
    </section>
  );
}
