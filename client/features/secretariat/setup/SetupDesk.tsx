import { useT } from '../../../i18n/I18n.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { ClosingSection } from './ClosingSection.tsx';
import { FactsSection } from './FactsSection.tsx';
import { PanelsSection } from './PanelsSection.tsx';
import { ProfileSection } from './ProfileSection.tsx';

/** The desk where a consultation gets its agenda, its facts and its rule profile. */
export function SetupDesk() {
  const t = useT();
  return (
    <>
      <PageTitle title={t('secretariat.desk.setup')} under={t('secretariat.setup.under')} />
      <Stack gap={8}>
        <PanelsSection />
        <FactsSection />
        <ProfileSection />
        <ClosingSection />
      </Stack>
    </>
  );
}
