import { loadStateNames, stateName } from '@shared/data/stateNames.ts';
import { useCallback, useEffect, useState } from 'react';
import { useLang } from '../i18n/I18n.tsx';

/** Names states in the reader's language; a state goes by its code for the moment in which the names are fetched. */
export function useStateNames(): (code: string) => string {
  const { lang } = useLang();
  const [loaded, setLoaded] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    loadStateNames(lang).then(
      () => isCurrent && setLoaded(lang),
      // Codes stay on the screen; the next part that asks for names tries again.
      (error: unknown) => console.error('names of states not loaded', error),
    );
    return () => {
      isCurrent = false;
    };
  }, [lang]);
  // `loaded` is no input, but a new function tells memoized readers that names have come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  return useCallback((code: string) => stateName(code, lang), [lang, loaded]);
}
