import { useT } from '../../i18n/I18n.tsx';

/** Before a recorded vote is opened: who votes, and that the choices are sealed until the declaration. */
export function OpenRecorded({ members }: { members: number }) {
  const t = useT();
  return t('vote.whoVotes', { members });
}

/** Before a show of hands: that anybody may ask for a recorded vote instead. */
export function OpenHands({ members }: { members: number }) {
  const t = useT();
  return t('ballot.open.hands', { members });
}

/** Before a roll call: how it goes, and what its opening publishes. */
export function OpenRollCall({ members }: { members: number }) {
  const t = useT();
  return t('ballot.open.rollCall', { members });
}
