import type { IssuedLink } from '@shared/protocol/http.ts';
import { useEffect, useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { NativeSelect } from '../../../ui/NativeSelect.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import type { Row } from '../people/usePeopleRows.ts';
import { BadgeCard } from './BadgeCard.tsx';
import styles from './BadgeSheet.module.css';

/** A person with the link that was just issued to them. */
export interface Badge {
  person: Row;
  link: IssuedLink;
}

const perPageChoices = ['4', '8', '10'] as const;
type PerPage = (typeof perPageChoices)[number];

/** Badges on sheets of A4, to print and cut; the addresses are nowhere else. */
export function BadgeSheet({ badges, onClose }: { badges: readonly Badge[]; onClose: () => void }) {
  const t = useT();
  const [perPage, setPerPage] = useState<PerPage>('8');
  const title = useReplica(({ plenary }) =>
    plenary.consultation.phase === 'unopened' ? '' : plenary.consultation.title,
  );
  useEffect(() => {
    // The addresses are nowhere else: a closed tab would lose them.
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, []);
  const size = Number(perPage);
  const pages = Array.from({ length: Math.ceil(badges.length / size) }, (_, at) =>
    badges.slice(at * size, (at + 1) * size),
  );
  return (
    <>
      <div className={styles.controls}>
        <PageTitle
          title={t('secretariat.badges.sheet', { n: badges.length })}
          acts={
            <>
              <Button kind="primary" icon="print" onClick={() => window.print()}>
                {t('secretariat.badges.print')}
              </Button>
              <Button onClick={onClose}>{t('secretariat.badges.done')}</Button>
            </>
          }
        />
        <Notice tone="caution">{t('secretariat.badges.once')}</Notice>
        <NativeSelect
          label={t('secretariat.badges.perPage')}
          value={perPage}
          onChange={(value) => setPerPage(perPageChoices.find((each) => each === value) ?? perPage)}
          options={perPageChoices.map((value) => ({ value, label: value }))}
        />
      </div>
      {pages.map((page, at) => (
        <section
          key={page[0]?.person.participantId}
          className={cx(styles.page, styles[`of${perPage}`])}
          aria-label={t('secretariat.badges.page', { n: at + 1, of: pages.length })}
        >
          {page.map(({ person, link }) => (
            <BadgeCard key={person.participantId} person={person} link={link} title={title} />
          ))}
        </section>
      ))}
    </>
  );
}
