import type { Silence } from '@shared/domain/silence/shape.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DecisionPlaces } from '../../parts/DecisionPlaces.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import { PrepareForm } from './PrepareForm.tsx';
import styles from './Silence.module.css';
import { SilenceState } from './SilenceState.tsx';

/** Every procedure, the newest first; for the bureau also the way to prepare one. */
export function SilenceList() {
  const t = useT();
  const { order, byId } = useReplica(({ plenary }) => plenary.silence);
  const known = order
    .map((id) => byId[id])
    .filter((each) => each !== undefined)
    .reverse();
  return (
    <>
      <PageTitle title={t('silence.page')} under={t('silence.meaning')} />
      <DecisionPlaces current="silence" />
      <div className={styles.page}>
        <PrepareForm />
        <Section title={t('silence.all')}>
          {known.length === 0 ? (
            <Empty title={t('silence.none')}>{t('silence.noneWords')}</Empty>
          ) : (
            <ul className={styles.list}>
              {known.map((each) => (
                <Entry key={each.id} silence={each} />
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}

function Entry({ silence }: { silence: Silence }) {
  const t = useT();
  const { consultationId } = useSeat();
  const title = useReplica(({ plenary }) => plenary.board.items[silence.itemId]?.current.title ?? '');
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <h3 className={styles.entryTitle}>
          <bdi>{title}</bdi>
        </h3>
        <SilenceState silence={silence} />
      </div>
      <LinkButton href={`/c/${consultationId}/silence/${silence.itemId}`}>{t('silence.openPage')}</LinkButton>
    </li>
  );
}
