import { useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { SegmentedControl } from './RadioGroup.tsx';
import { chooseTheme, storedTheme } from './theme.ts';

/** Light, dark, or as the device prefers. */
export function ThemeSwitch() {
  const t = useT();
  const [theme, setTheme] = useState(storedTheme);
  return (
    <SegmentedControl
      label={t('ui.theme')}
      value={theme}
      options={[
        { value: 'light', label: t('ui.theme.light'), icon: 'sun' },
        { value: 'dark', label: t('ui.theme.dark'), icon: 'moon' },
        { value: 'system', label: t('ui.theme.system'), icon: 'screen' },
      ]}
      onChange={(chosen) => {
        chooseTheme(chosen);
        setTheme(chosen);
      }}
    />
  );
}
