import { useParams } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useSeat, useYou } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { BadgesDesk } from './badges/BadgesDesk.tsx';
import { BriefDesk } from './brief/BriefDesk.tsx';
import { DelegationsDesk } from './delegations/DelegationsDesk.tsx';
import { DocumentsDesk } from './documents/DocumentsDesk.tsx';
import { PeopleDesk } from './people/PeopleDesk.tsx';
import { RecordDesk } from './record/RecordDesk.tsx';
import styles from './SecretariatPage.module.css';
import { SetupDesk } from './setup/SetupDesk.tsx';
import { WordsDesk } from './words/WordsDesk.tsx';

/** The desks of the secretariat, in the order in which a meeting needs them. */
const desks = {
  setup: SetupDesk,
  people: PeopleDesk,
  delegations: DelegationsDesk,
  brief: BriefDesk,
  words: WordsDesk,
  badges: BadgesDesk,
  documents: DocumentsDesk,
  record: RecordDesk,
} as const;
const names = Object.keys(desks) as (keyof typeof desks)[];

/** The secretariat's workplace: one desk at a time, the others a press away. */
export function SecretariatPage() {
  const t = useT();
  const { consultationId } = useSeat();
  const { role } = useYou();
  const { '*': asked } = useParams();
  const current = names.find((name) => name === asked) ?? 'setup';
  if (role !== 'secretariat') return <Empty title={t('secretariat.closed')}>{t('secretariat.closedWords')}</Empty>;
  const Desk = desks[current];
  return (
    <div className={styles.workplace}>
      <nav className={styles.desks} aria-label={t('secretariat.desks')}>
        {names.map((name) => (
          <a
            key={name}
            className={styles.desk}
            href={`/c/${consultationId}/secretariat/${name}`}
            aria-current={name === current ? 'page' : undefined}
          >
            {t(`secretariat.desk.${name}`)}
          </a>
        ))}
      </nav>
      <div className={styles.view}>
        <Desk />
      </div>
    </div>
  );
}
