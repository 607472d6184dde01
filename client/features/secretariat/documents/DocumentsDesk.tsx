import type { Language } from '@shared/domain/kernel/words.ts';
import { languageNames, languages } from '@shared/i18n/translate.ts';
import { useState } from 'react';
import { below } from '../../../http.ts';
import { useLang, useT } from '../../../i18n/I18n.tsx';
import { BreakerWarning } from '../../../parts/BreakerWarning.tsx';
import { DownloadButton } from '../../../parts/DownloadButton.tsx';
import { useReplica, useSeat } from '../../../sync/Seat.tsx';
import { NativeSelect } from '../../../ui/NativeSelect.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import styles from './DocumentsDesk.module.css';

/** The desk where the meeting's documents are made. */
export function DocumentsDesk() {
  const t = useT();
  const { lang } = useLang();
  const { consultationId } = useSeat();
  const [language, setLanguage] = useState<Language>(lang);
  const items = useReplica(
    ({ plenary }) => Object.values(plenary.board.items).filter((item) => !item.isTakenBack).length,
  );
  const paragraphs = useReplica(({ plenary }) => plenary.brief.paragraphs.length);
  const brief = `${below(consultationId, 'export', 'brief.docx')}?lang=${language}`;
  return (
    <>
      <PageTitle title={t('secretariat.desk.documents')} under={t('secretariat.documents.under')} />
      <Stack gap={8}>
        <Section title={t('secretariat.documents.brief')} note={t('secretariat.documents.word')}>
          <p className={styles.words}>{t('secretariat.documents.briefWords', { paragraphs, items })}</p>
          <div className={styles.acts}>
            <NativeSelect
              label={t('secretariat.documents.language')}
              value={language}
              onChange={(value) => setLanguage(languages.find((each) => each === value) ?? language)}
              options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
            />
            <DownloadButton kind="primary" path={brief}>
              {t('secretariat.documents.briefAct')}
            </DownloadButton>
          </div>
        </Section>
        <Section title={t('trust.decisions')} note={t('secretariat.documents.json')}>
          <p className={styles.words}>{t('trust.check.bureau')}</p>
          <BreakerWarning />
          <div className={styles.acts}>
            <DownloadButton path={below(consultationId, 'export', 'decisions.json')}>
              {t('trust.check.file')}
            </DownloadButton>
          </div>
        </Section>
        <Section title={t('secretariat.documents.archive')} note={t('secretariat.documents.json')}>
          <p className={styles.words}>{t('secretariat.documents.archiveWords')}</p>
          <div className={styles.acts}>
            <DownloadButton path={below(consultationId, 'export', 'archive.json')}>
              {t('secretariat.documents.archiveAct')}
            </DownloadButton>
          </div>
        </Section>
      </Stack>
    </>
  );
}
