import { createFormat, type Format } from '@shared/i18n/format.ts';
import { dirOf, isLanguage, type Language, negotiateLanguage, type Translate } from '@shared/i18n/translate.ts';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { loadLanguage } from './loadLanguage.ts';

interface Speech {
  lang: Language;
  t: Translate;
  format: Format;
  setLang: (lang: Language) => void;
  /** Whether the words of every page are there, not only those of the first screen. */
  isWhole: boolean;
  wantWhole: () => void;
}

const SpeechContext = createContext<Speech | null>(null);
const storageKey = 'rapporteur.lang';

/** Loads the reader's language, remembers the choice on this device and sets it on the document. */
export function I18nProvider({ children, fallback = null }: { children: ReactNode; fallback?: ReactNode }) {
  const [speech, setSpeech] = useState<{ lang: Language; t: Translate; isWhole: boolean } | null>(null);
  const [wanted, setWanted] = useState<Language>(preferredLanguage);
  const [isWhole, setIsWhole] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    loadLanguage(wanted, isWhole).then(
      (t) => {
        if (!isCurrent) return;
        document.documentElement.lang = wanted;
        document.documentElement.dir = dirOf(wanted);
        setSpeech({ lang: wanted, t, isWhole });
      },
      // Offline while switching: the language on the screen stays, and choosing again tries again.
      (error: unknown) => {
        console.error('language not loaded', error);
        if (isCurrent) setSpeech((current) => current && { ...current });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [wanted, isWhole]);

  const wantWhole = useCallback(() => setIsWhole(true), []);
  const setLang = useCallback((lang: Language) => {
    remember(lang);
    setWanted(lang);
  }, []);

  if (!speech) return fallback;
  return (
    <I18nFixed lang={speech.lang} t={speech.t} setLang={setLang} isWhole={speech.isWhole} wantWhole={wantWhole}>
      {children}
    </I18nFixed>
  );
}

/** Speaks one language that is already there: tests, the gallery and documents in a language of their own. */
export function I18nFixed(props: {
  lang: Language;
  t: Translate;
  setLang?: (lang: Language) => void;
  isWhole?: boolean;
  wantWhole?: () => void;
  children: ReactNode;
}) {
  const { lang, t, setLang, isWhole = true, wantWhole, children } = props;
  const value = useMemo<Speech>(
    () => ({
      lang,
      t,
      format: createFormat(lang),
      setLang: setLang ?? (() => {}),
      isWhole,
      wantWhole: wantWhole ?? (() => {}),
    }),
    [lang, t, setLang, isWhole, wantWhole],
  );
  return <SpeechContext value={value}>{children}</SpeechContext>;
}

/** Holds back what stands in it until the words of every page are there: the first screen loads only its own. */
export function WholeLanguage({ children, fallback = null }: { children: ReactNode; fallback?: ReactNode }) {
  const { isWhole, wantWhole } = useSpeech();
  useEffect(wantWhole, [wantWhole]);
  return isWhole ? children : fallback;
}

/** Says messages of the catalogue: t('room.saved', { n: 3 }). */
export function useT(): Translate {
  return useSpeech().t;
}

/** The language on the screen, and the way to change it. */
export function useLang(): { lang: Language; dir: 'ltr' | 'rtl'; setLang: (lang: Language) => void } {
  const { lang, setLang } = useSpeech();
  return { lang, dir: dirOf(lang), setLang };
}

/** Writes dates, times, numbers and lists in the language on the screen. */
export function useFormat(): Format {
  return useSpeech().format;
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('must be inside I18nProvider');
  return speech;
}

function preferredLanguage(): Language {
  try {
    const stored = localStorage.getItem(storageKey);
    if (isLanguage(stored)) return stored;
  } catch {
    // Storage may be forbidden by the browser; then the choice lasts as long as the page.
  }
  return negotiateLanguage(navigator.languages);
}

function remember(lang: Language): void {
  try {
    localStorage.setItem(storageKey, lang);
  } catch {
    // See preferredLanguage.
  }
}
