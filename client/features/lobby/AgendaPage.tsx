import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat, useYou } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './AgendaPage.module.css';
import { AgendaPanel } from './AgendaPanel.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import { ProfileNotice } from './ProfileNotice.tsx';
import { SessionNow } from './SessionNow.tsx';
import { YourPlace } from './YourPlace.tsx';

/** The first screen inside a consultation: what it is, where it stands, what one can do now. */
export function AgendaPage() {
  const t = useT();
  const consultation = useReplica(({ plenary }) => plenary.consultation);
  const { order, live } = useReplica(({ plenary }) => plenary.panel);
  if (consultation.phase === 'unopened') return null;
  return (
    <>
      <PageTitle
        over={consultation.symbol || t('lobby.consultation')}
        title={<bdi>{consultation.title}</bdi>}
        under={<MeetingFacts meeting={consultation} />}
      />
      <div className={styles.page}>
        <div className={styles.main}>
          {live && <SessionNow panelId={live} />}
          <Section title={t('lobby.agenda')} note={t('lobby.agenda.count', { n: order.length })}>
            {order.length === 0 ? (
              <NoPanels />
            ) : (
              <ol className={styles.panels}>
                {order.map((panelId, at) => (
                  <AgendaPanel key={panelId} panelId={panelId} number={at + 1} isLive={panelId === live} />
                ))}
              </ol>
            )}
          </Section>
        </div>
        <aside className={styles.side} aria-label={t('lobby.aside')}>
          <YourPlace />
          <ProfileNotice />
        </aside>
      </div>
    </>
  );
}

function NoPanels() {
  const t = useT();
  const { consultationId } = useSeat();
  const { role } = useYou();
  return (
    <Empty
      title={t('lobby.agenda.empty')}
      act={
        role === 'secretariat' && (
          <LinkButton kind="primary" icon="add" href={`/c/${consultationId}/secretariat/setup`}>
            {t('lobby.agenda.setUp')}
          </LinkButton>
        )
      }
    >
      {t('lobby.agenda.emptyWords')}
    </Empty>
  );
}
