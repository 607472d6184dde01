import { useT } from '../../i18n/I18n.tsx';

/** Before a recorded vote is opened: who votes, and that the choices are sealed until the declaration. */
export function OpenRecorded({ members }: { members: number }) {
  const t = useT();
  return t('vote.whoVotes', { members });
}
