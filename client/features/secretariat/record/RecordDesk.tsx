import { useEffect, useState } from 'react';
import { askDigest, type HttpRefusal } from '../../../http.ts';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { RefusalNote } from '../../../parts/RefusalNote.tsx';
import { useReplica, useReplicaValue, useSeat } from '../../../sync/Seat.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import styles from './RecordDesk.module.css';
import { RegionTable } from './RegionTable.tsx';
import { useFigures } from './useFigures.ts';

/** The desk of the record: what has happened in numbers, and the fingerprint by which it is checked. */
export function RecordDesk() {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const figures = useFigures();
  return (
    <>
      <PageTitle
        title={t('secretariat.desk.record')}
        under={t('secretariat.record.under')}
        acts={
          <LinkButton icon="download" href={`/c/${consultationId}/secretariat/documents`}>
            {t('secretariat.record.toDocuments')}
          </LinkButton>
        }
      />
      <Stack gap={8}>
        <Section title={t('secretariat.record.figures')}>
          <dl className={styles.figures}>
            {figures.map(([name, value]) => (
              <div key={name} className={styles.figure}>
                <dt>{t(`secretariat.record.figure.${name}`)}</dt>
                <dd>{format.number(value)}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section title={t('secretariat.record.regions')}>
          <RegionTable />
        </Section>
        <Fingerprint />
      </Stack>
    </>
  );
}

/** The journal's length and the hash of content and order; asked again whenever something has happened. */
function Fingerprint() {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const position = useReplicaValue(({ cursors }) => cursors.plenary);
  const openedAt = useReplica(({ plenary }) =>
    plenary.consultation.phase === 'unopened' ? null : plenary.consultation.openedAt,
  );
  const [found, setFound] = useState<{ digest: string; seq: number; link: string } | null>(null);
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new event is the reason to ask again.
  useEffect(() => {
    const timer = setTimeout(async () => {
      const answer = await askDigest(consultationId);
      setRefusal(answer.ok ? null : answer);
      if (answer.ok) setFound(answer);
    }, 500);
    return () => clearTimeout(timer);
  }, [consultationId, position]);
  return (
    <Section title={t('secretariat.record.journal')}>
      <p className={styles.words}>{t('secretariat.record.journalWords')}</p>
      <RefusalNote refusal={refusal} />
      {!found && !refusal && <Skeleton lines={2} />}
      {found && (
        <dl className={styles.figures}>
          <div className={styles.figure}>
            <dt>{t('secretariat.record.events')}</dt>
            <dd>{format.number(found.seq)}</dd>
          </div>
          {openedAt !== null && (
            <div className={styles.wide}>
              <dt>{t('secretariat.record.opened')}</dt>
              <dd>{format.dateTime(openedAt)}</dd>
            </div>
          )}
          <div className={styles.wide}>
            <dt>{t('secretariat.record.digest')}</dt>
            <dd className={styles.digest} dir="ltr">
              {found.digest}
            </dd>
          </div>
          <div className={styles.wide}>
            <dt>{t('trust.lastLink')}</dt>
            <dd className={styles.digest} dir="ltr">
              {found.link}
            </dd>
          </div>
        </dl>
      )}
    </Section>
  );
}
