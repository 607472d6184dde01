import { useT } from '../../i18n/I18n.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Glossary } from './Glossary.tsx';
import { ParkedList } from './ParkedList.tsx';
import styles from './TermsPage.module.css';

/** The terms of the consultation, and in one place what is not agreed about them. */
export function TermsPage() {
  const t = useT();
  return (
    <>
      <PageTitle title={t('terms.page')} under={t('terms.under')} />
      <div className={styles.page}>
        <ParkedList />
        <Glossary />
      </div>
    </>
  );
}
