import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { useT, WholeLanguage } from '../i18n/I18n.tsx';
import { useMyRoom } from '../parts/useMyRoom.ts';
import type { PlaceName } from '../routes.tsx';
import { useReplica, useSeat } from '../sync/Seat.tsx';
import { useAnnounce, useToast } from '../ui/Announcer.tsx';
import { useChange } from './useChange.ts';

const LateHeralds = lazy(() => import('./LateHeralds.tsx').then((module) => ({ default: module.LateHeralds })));

/** Tells what has just changed for everyone: a step, a room of one's own, a result. Draws nothing itself. */
export function Heralds({ current }: { current: PlaceName | null }) {
  useStepHerald();
  useRoomHerald(current);
  return (
    <Suspense fallback={null}>
      <WholeLanguage>
        <LateHeralds />
      </WholeLanguage>
    </Suspense>
  );
}

function useStepHerald(): void {
  const t = useT();
  const toast = useToast();
  const panel = useReplica(({ plenary }) => plenary.panel.byId[plenary.panel.live ?? '']);
  useChange(panel && `${panel.id} ${panel.step}`, () => {
    if (panel) toast({ text: t('app.step', { title: panel.title, step: t(`parts.step.${panel.step}`) }) });
  });
}

function useRoomHerald(current: PlaceName | null): void {
  const t = useT();
  const toast = useToast();
  const announce = useAnnounce();
  const [, navigate] = useLocation();
  const { consultationId } = useSeat();
  const room = useMyRoom();
  useChange(room && `${room.id} ${room.phase}`, (before) => {
    if (!room) return;
    if (room.phase === 'recalling') announce(t('app.recall.words', { n: room.number }), 'assertive');
    if (room.phase !== 'open') return;
    if (before === `${room.id} recalling`) return toast({ text: t('app.recall.stopped', { n: room.number }) });
    // Whoever stands in the room sees that it is open.
    if (current === 'room') return;
    const act = { label: t('app.room.enter'), onAct: () => navigate(`/c/${consultationId}/room/${room.id}`) };
    toast({ text: t('app.room.open', { n: room.number }), act });
  });
}
