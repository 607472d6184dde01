import type { IssuedLink } from '@shared/protocol/http.ts';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { RegionOfDelegation } from '../../../parts/RegionOf.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import type { Row } from '../people/usePeopleRows.ts';
import styles from './BadgeCard.module.css';

/** One badge: who somebody is, for all to read, and the way in, for a camera or by hand. */
export function BadgeCard({ person, link, title }: { person: Row; link: IssuedLink; title: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <article className={styles.badge}>
      <p className={styles.meeting}>
        <bdi>{title}</bdi>
      </p>
      <div className={styles.who}>
        <h2 className={styles.name}>
          <bdi>{person.name}</bdi>
        </h2>
        <p className={styles.delegation}>
          {person.delegationId && <RegionOfDelegation id={person.delegationId} />}
          <bdi>{person.delegation || t(`parts.role.${person.role}`)}</bdi>
        </p>
        {person.delegation && <p className={styles.role}>{t(`parts.role.${person.role}`)}</p>}
      </div>
      <div className={styles.way}>
        <div className={styles.code}>
          <QrCode text={link.url} title={t('secretariat.link.qr', { name: person.name })} />
        </div>
        <div className={styles.words}>
          <p>{t('secretariat.badges.how')}</p>
          <p className={styles.address} dir="ltr">
            {link.url}
          </p>
          <p>{t('secretariat.badges.until', { date: format.date(link.expiresAt) })}</p>
        </div>
      </div>
    </article>
  );
}
