import { useFormat, useT } from '../i18n/I18n.tsx';
import { Notice } from '../ui/Notice.tsx';
import { type Refused, refusalWords } from './refusalWords.ts';

/** Says why something was refused, at once also to those who listen; nothing while nothing was. */
export function RefusalNote({ refusal }: { refusal: Refused | null | undefined }) {
  const t = useT();
  const format = useFormat();
  if (!refusal) return null;
  return (
    <div role="alert">
      <Notice tone="danger">{refusalWords(refusal, t, format.list)}</Notice>
    </div>
  );
}

/** The sentence of a refusal as text: for a field's error or a toast. */
export function useRefusalWords(): (refused: Refused) => string {
  const t = useT();
  const format = useFormat();
  return (refused) => refusalWords(refused, t, format.list);
}
