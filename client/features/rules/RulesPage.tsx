import { profileOf } from '@shared/domain/consultation.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DecisionPlaces } from '../../parts/DecisionPlaces.tsx';
import { ProfileChooser } from '../../parts/rules/ProfileChooser.tsx';
import { ProfileTable } from '../../parts/rules/ProfileTable.tsx';
import { useIsBureau, useReplica } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './RulesPage.module.css';

/** The rule profile in force, in words for everyone; the bureau changes it here. */
export function RulesPage() {
  const t = useT();
  const isBureau = useIsBureau();
  const profile = useReplica(({ plenary }) => profileOf(plenary.consultation));
  const { id, version, isIndicative } = profile;
  return (
    <>
      <PageTitle title={t('rules.page')} under={t('result.under', { profile: t(`rules.name.${id}`), version })} />
      <DecisionPlaces current="rules" />
      <div className={styles.page}>
        <Notice tone={isIndicative ? 'caution' : 'neutral'}>
          {isIndicative && (
            <p>
              <strong>{t('parts.result.indicative')}</strong>
            </p>
          )}
          <p>{t(`rules.words.${id}`)}</p>
        </Notice>
        <ProfileTable profile={profile} />
        <p className={styles.source}>{t('rules.source')}</p>
        {isBureau && (
          <Section title={t('rules.choose')}>
            <ProfileChooser />
          </Section>
        )}
      </div>
    </>
  );
}
