import { languageNames, languages } from '@shared/i18n/translate.ts';
import { useLang, useT } from '../i18n/I18n.tsx';
import { NativeSelect } from './NativeSelect.tsx';

const options = languages.map((lang) => ({ value: lang, label: languageNames[lang], lang }));

/** The six languages, each by its own name. */
export function LanguageSwitch({ labelHidden = false }: { labelHidden?: boolean }) {
  const t = useT();
  const { lang, setLang } = useLang();
  return (
    <NativeSelect
      label={t('ui.language')}
      labelHidden={labelHidden}
      value={lang}
      options={options}
      onChange={(value) => {
        const chosen = languages.find((language) => language === value);
        if (chosen) setLang(chosen);
      }}
    />
  );
}
