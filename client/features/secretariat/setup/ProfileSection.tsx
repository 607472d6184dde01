import { useT } from '../../../i18n/I18n.tsx';
import { ProfileChooser } from '../../../parts/rules/ProfileChooser.tsx';
import { useSeat } from '../../../sync/Seat.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Section } from '../../../ui/Section.tsx';

/** What the results of decisions are worth; fixed once anything was opened for decision. */
export function ProfileSection() {
  const t = useT();
  const { consultationId } = useSeat();
  return (
    <Section
      title={t('rules.choose')}
      acts={
        <LinkButton size="small" href={`/c/${consultationId}/rules`}>
          {t('rules.see')}
        </LinkButton>
      }
    >
      <ProfileChooser />
    </Section>
  );
}
