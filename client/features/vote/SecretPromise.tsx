import { useT } from '../../i18n/I18n.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from './Secret.module.css';

const promised = ['slip', 'close', 'receipt'] as const;
const notPromised = ['server', 'turnout', 'people', 'few'] as const;

/** What is promised of a secret ballot, and what is not. */
export function SecretPromise() {
  const t = useT();
  return (
    <Disclosure summary={t('secret.promise')}>
      <div className={styles.part}>
        <h3>{t('secret.promised')}</h3>
        <ul className={styles.points}>
          {promised.map((each) => (
            <li key={each}>{t(`secret.promised.${each}`)}</li>
          ))}
        </ul>
        <h3>{t('secret.notPromised')}</h3>
        <ul className={styles.points}>
          {notPromised.map((each) => (
            <li key={each}>{t(`secret.notPromised.${each}`)}</li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
