import type { PanelId } from '@shared/domain/kernel/ids.ts';
import type { Role } from '@shared/domain/kernel/words.ts';
import { useEffect } from 'react';
import { useRoute } from 'wouter';
import { useT } from '../i18n/I18n.tsx';
import { useMyRoom } from '../parts/useMyRoom.ts';
import type { PlaceName } from '../routes.tsx';
import { useReplica, useYou } from '../sync/Seat.tsx';
import { FrameLink } from '../ui/AppFrame.tsx';

const bureau: readonly Role[] = ['secretariat', 'moderator'];
// The desk of the chair has several rooms behind it; its entry stays marked in all of them.
const behind: Partial<Record<PlaceName, PlaceName>> = {
  seating: 'steering',
  wall: 'steering',
  ballot: 'votes',
  amendments: 'votes',
  rules: 'votes',
  silence: 'votes',
  ballots: 'votes',
  consensus: 'votes',
  explanations: 'votes',
};

/** The places of a consultation that one's role has, each in the panel that one looks at. */
export function Places({ consultationId, current }: { consultationId: string; current: PlaceName | null }) {
  const t = useT();
  const { role } = useYou();
  const room = useMyRoom();
  const panelId = usePanelInView();
  const base = `/c/${consultationId}`;
  const entries: [PlaceName, string | null][] = [
    ['agenda', base],
    ['board', panelId && `${base}/board/${panelId}`],
    ['room', room && role !== 'display' ? `${base}/room/${room.id}` : null],
    ['votes', panelId && `${base}/votes/${panelId}`],
    ['terms', role === 'display' ? null : `${base}/terms`],
    ['instruments', role !== 'display' ? `${base}/instruments` : null],
    ['steering', bureau.includes(role) && panelId ? `${base}/steering/${panelId}` : null],
    ['secretariat', role === 'secretariat' ? `${base}/secretariat/setup` : null],
    ['projector', bureau.includes(role) || role === 'display' ? `${base}/projector` : null],
  ];
  const marked = current && (behind[current] ?? current);
  useEffect(() => {
    // On a phone the places scroll sideways; the one where one is shall be seen.
    if (marked)
      document.querySelector('nav [aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [marked]);
  return entries.map(
    ([name, href]) =>
      href && (
        <FrameLink key={name} href={href} current={marked === name}>
          {name === 'room' && room ? t('parts.room', { n: room.number }) : t(`app.place.${name}`)}
        </FrameLink>
      ),
  );
}

/** The panel that the address names; otherwise the one in session, otherwise the first. */
function usePanelInView(): PanelId | null {
  const [, named] = useRoute('/c/:id/:place/:panelId');
  const panels = useReplica(({ plenary }) => plenary.panel);
  const asked = panels.byId[named?.panelId ?? '']?.id;
  return asked ?? panels.live ?? panels.order[0] ?? null;
}
