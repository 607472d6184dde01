import { useT } from '../../../i18n/I18n.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NativeSelect } from '../../../ui/NativeSelect.tsx';
import styles from './LinkTerms.module.css';

/** What a link allows. */
export interface Terms {
  devices: number;
  days: number;
  revokeEarlier: boolean;
}

export const usualTerms: Terms = { devices: 5, days: 30, revokeEarlier: false };
const deviceChoices = [1, 2, 3, 5, 10];
const dayChoices = [1, 3, 7, 14, 30, 90];

/** For how many devices and how long a link is good, and whether it replaces the earlier ones. */
export function LinkTerms({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) {
  const t = useT();
  return (
    <div className={styles.terms}>
      <NativeSelect
        label={t('secretariat.link.devices')}
        value={String(terms.devices)}
        onChange={(value) => onChange({ ...terms, devices: Number(value) })}
        options={deviceChoices.map((n) => ({ value: String(n), label: t('secretariat.link.deviceCount', { n }) }))}
      />
      <NativeSelect
        label={t('secretariat.link.days')}
        value={String(terms.days)}
        onChange={(value) => onChange({ ...terms, days: Number(value) })}
        options={dayChoices.map((n) => ({ value: String(n), label: t('secretariat.link.dayCount', { n }) }))}
      />
      <Checkbox
        label={t('secretariat.link.revokeEarlier')}
        hint={t('secretariat.link.revokeEarlierHint')}
        checked={terms.revokeEarlier}
        onChange={(revokeEarlier) => onChange({ ...terms, revokeEarlier })}
      />
    </div>
  );
}
