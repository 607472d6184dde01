import type { ConsultationSummary } from '@shared/protocol/http.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { openConsultation, signOut } from '../../http.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { AppFrame } from '../../ui/AppFrame.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import styles from './HouseHall.module.css';
import { MeetingFacts } from './MeetingFacts.tsx';
import { NewConsultationForm } from './NewConsultationForm.tsx';

/** Where a consultation's secretariat begins its work. */
const workplaceOf = (id: string) => `/c/${id}/secretariat/setup`;

/** The house secretariat's first screen: the consultations there are, the sample, and a new one. */
export function HouseHall({ consultations }: { consultations: readonly ConsultationSummary[] }) {
  const t = useT();
  const [, navigate] = useLocation();
  const [isFormOpen, setFormOpen] = useState(false);
  const isFirst = consultations.length === 0;
  return (
    <AppFrame person={t('lobby.house')} personMenu={<LeaveHouse />}>
      <title>{t('lobby.tab')}</title>
      <PageTitle
        title={t('lobby.hall')}
        under={isFirst ? undefined : t('lobby.hall.count', { n: consultations.length })}
        acts={
          !isFirst && (
            <>
              <SampleButton />
              <Button
                kind={isFormOpen ? 'quiet' : 'primary'}
                icon="add"
                aria-expanded={isFormOpen}
                onClick={() => setFormOpen(!isFormOpen)}
              >
                {t('lobby.new')}
              </Button>
            </>
          )
        }
      />
      <Stack gap={8}>
        {isFirst && (
          <Empty
            title={t('lobby.hall.empty')}
            act={
              <Cluster gap={3}>
                <SampleButton isPrimary={!isFormOpen} />
                <Button icon="add" aria-expanded={isFormOpen} onClick={() => setFormOpen(!isFormOpen)}>
                  {t('lobby.new')}
                </Button>
              </Cluster>
            }
          >
            {t('lobby.hall.emptyWords')}
          </Empty>
        )}
        {isFormOpen && (
          <Section title={t('lobby.new')} note={t('lobby.new.note')}>
            <NewConsultationForm onOpened={(id) => navigate(workplaceOf(id))} onCancel={() => setFormOpen(false)} />
          </Section>
        )}
        {!isFirst && <Consultations consultations={consultations} />}
      </Stack>
    </AppFrame>
  );
}

function Consultations({ consultations }: { consultations: readonly ConsultationSummary[] }) {
  const t = useT();
  return (
    <ul className={styles.list}>
      {consultations.map((each) => (
        <li key={each.id} className={styles.meeting}>
          <a className={styles.title} href={workplaceOf(each.id)}>
            <bdi>{each.title}</bdi>
          </a>
          {each.phase === 'closed' && <Badge>{t('lobby.hall.closed')}</Badge>}
          <span className={styles.facts}>
            {each.symbol && <bdi className={styles.symbol}>{each.symbol}</bdi>}
            <MeetingFacts meeting={each} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Opens the June 2017 meeting in one press and goes to its secretariat's desk. */
function SampleButton({ isPrimary = false }: { isPrimary?: boolean }) {
  const t = useT();
  const toast = useToast();
  const words = useRefusalWords();
  const [, navigate] = useLocation();
  const [isPending, setPending] = useState(false);
  const open = async () => {
    setPending(true);
    const answer = await openConsultation({ template: 'sample-2017' });
    setPending(false);
    if (answer.ok) navigate(workplaceOf(answer.id));
    else toast({ text: words(answer), tone: 'danger' });
  };
  return (
    <Button kind={isPrimary ? 'primary' : 'quiet'} icon="document" pending={isPending} onClick={() => void open()}>
      {t('lobby.sample')}
    </Button>
  );
}

function LeaveHouse() {
  const t = useT();
  const toast = useToast();
  const words = useRefusalWords();
  const leave = async () => {
    const answer = await signOut();
    if (answer.ok) window.location.assign('/');
    else toast({ text: words(answer), tone: 'danger' });
  };
  return (
    <Button icon="signOut" onClick={() => void leave()}>
      {t('app.signOut')}
    </Button>
  );
}
