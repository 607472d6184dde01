import { indicatorUnit } from '@shared/data/indicatorUnit.ts';
import { useEffect, useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';

type Texts = (code: string) => { text: string } | undefined;

/** The unit that an indicator suggests, in the reader's language; empty where it suggests none, or is not here yet. */
export function useIndicatorUnit(): (code: string | null) => string {
  const t = useT();
  const [texts, setTexts] = useState<Texts | null>(null);
  useEffect(() => {
    let isGone = false;
    import('@shared/data/sdg.ts').then(
      ({ sdgIndicator }) => isGone || setTexts(() => sdgIndicator),
      // The unit is then written by hand.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, []);
  return (code) => {
    // The rule reads the English words, whatever language the list is shown in.
    const unit = code === null ? null : indicatorUnit(texts?.(code)?.text ?? '');
    return unit ? t(`fields.unit.${unit}`) : '';
  };
}
