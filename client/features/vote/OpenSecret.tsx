import { useT } from '../../i18n/I18n.tsx';

/** Before a secret vote is opened: who votes, and what everyone will and will not learn. */
export function OpenSecret({ members }: { members: number }) {
  const t = useT();
  return t('secret.opening', { members });
}
