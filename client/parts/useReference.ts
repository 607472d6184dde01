import { loadPicker, type Picker, type PickerKind, type Reach } from '@shared/data/pickers.ts';
import { useEffect, useState } from 'react';
import { useLang } from '../i18n/I18n.tsx';

/** A list of the reference data, downloaded once something of it is to be shown; null until it is here, narrower until all is. */
export function useReference(kind: PickerKind, isNeeded = true, reach: Reach = 'own'): Picker | null {
  const { lang } = useLang();
  const [picker, setPicker] = useState<Picker | null>(null);
  useEffect(() => {
    if (!isNeeded) return;
    let isCurrent = true;
    loadPicker(kind, lang, reach).then(
      (loaded) => isCurrent && setPicker(loaded),
      // Codes stay on the screen in place of words.
      (error: unknown) => console.error('reference list not loaded', error),
    );
    return () => {
      isCurrent = false;
    };
  }, [kind, lang, isNeeded, reach]);
  return picker;
}
