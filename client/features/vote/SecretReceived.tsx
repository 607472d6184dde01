import { useEffect, useRef } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { Message } from '../../i18n/Message.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useYou } from '../../sync/Seat.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Secret.module.css';
import { SecretReceipt } from './SecretReceipt.tsx';
import type { OwnSecretBallot } from './useSecretBallot.ts';

/** That the delegation's ballot is in the box, from whom and since when; the receipt where this device drew it; never the choice. */
export function SecretReceived({ ballot: { own, sent } }: { ballot: OwnSecretBallot }) {
  const t = useT();
  const format = useFormat();
  const { participantId } = useYou();
  const head = useRef<HTMLHeadingElement>(null);
  // Whoever has just cast is led on to what became of it.
  useEffect(() => {
    if (document.activeElement === document.body) head.current?.focus();
  }, []);
  const isOther = own !== null && own.castBy !== participantId;
  return (
    <div className={styles.part}>
      <div role="status" className={styles.part}>
        <h2 ref={head} tabIndex={-1} className={styles.head}>
          <Icon name="done" />
          {t('secret.received')}
        </h2>
        {own && (
          <p>
            {isOther ? (
              <Message
                id="secret.receivedFrom"
                values={{
                  at: format.time(own.at, { seconds: true }),
                  name: (
                    <strong>
                      <PersonName id={own.castBy} />
                    </strong>
                  ),
                }}
              />
            ) : (
              t('secret.receivedOwn', { at: format.time(own.at, { seconds: true }) })
            )}
          </p>
        )}
        <p>{t('secret.choiceForgotten')}</p>
      </div>
      {sent && !isOther && (
        <>
          {!sent.isConfirmed && <Notice tone="caution">{t('secret.receiptUnconfirmed')}</Notice>}
          <SecretReceipt receipt={sent.receipt} />
        </>
      )}
      {!sent && !isOther && <p className={styles.quiet}>{t('secret.noReceiptHere')}</p>}
    </div>
  );
}
