import { intlLocaleOf } from '@shared/i18n/translate.ts';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLang } from '../../i18n/I18n.tsx';

/** Gives the components of react-aria the language on the screen: their hidden sentences and the direction of arrows. */
export function AriaLocale({ children }: { children: ReactNode }) {
  const { lang } = useLang();
  return <I18nProvider locale={intlLocaleOf(lang)}>{children}</I18nProvider>;
}
