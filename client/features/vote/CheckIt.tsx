import { below } from '../../http.ts';
import { useT } from '../../i18n/I18n.tsx';
import { BreakerWarning } from '../../parts/BreakerWarning.tsx';
import { DownloadButton } from '../../parts/DownloadButton.tsx';
import { useIsBureau, useReplica, useSeat, useYou } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './CheckIt.module.css';

/** How anybody checks the results for themselves: a delegate the own ballots, the bureau with the file of the decisions. */
export function CheckIt() {
  const t = useT();
  const { consultationId } = useSeat();
  const { role } = useYou();
  const isBureau = useIsBureau();
  const hasDecisions = useReplica(
    ({ plenary }) =>
      plenary.vote.order.length > 0 || plenary.silence.order.length > 0 || plenary.noObjection.order.length > 0,
  );
  if (!hasDecisions || role === 'display') return null;
  return (
    <Section title={t('trust.check')}>
      <p className={styles.words}>{t(isBureau ? 'trust.check.bureau' : 'trust.check.words')}</p>
      {isBureau && <BreakerWarning />}
      <div className={styles.acts}>
        {role === 'delegate' && (
          <LinkButton icon="vote" href={`/c/${consultationId}/ballots`}>
            {t('trust.ballots')}
          </LinkButton>
        )}
        {isBureau && (
          <DownloadButton path={below(consultationId, 'export', 'decisions.json')}>
            {t('trust.check.file')}
          </DownloadButton>
        )}
      </div>
    </Section>
  );
}
