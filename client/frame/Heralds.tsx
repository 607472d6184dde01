import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useT, WholeLanguage } from '../i18n/I18n.tsx';
import { useMyRoom } from '../parts/useMyRoom.ts';
import type { PlaceName } from '../routes.tsx';
import { useReplica, useSeat } from '../sync/Seat.tsx';
import { useAnnounce, useToast } from '../ui/Announcer.tsx';

/** Tells what has just changed for everyone: a step, a room of one's own, a result. Draws nothing itself. */
export function Heralds({ current }: { current: PlaceName | null }) {
  useStepHerald();
  useRoomHerald(current);
  useResultHerald();
  return (
    <WholeLanguage>
      <ProfileHerald />
    </WholeLanguage>
  );
}

/** Calls back when a value changes after it was first seen. */
function useChange<T>(value: T, changed: (before: T) => void): void {
  const last = useRef(value);
  const call = useRef(changed);
  call.current = changed;
  useEffect(() => {
    const before = last.current;
    last.current = value;
    if (before !== value) call.current(before);
  }, [value]);
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

function useResultHerald(): void {
  const t = useT();
  const toast = useToast();
  const [, navigate] = useLocation();
  const { consultationId } = useSeat();
  const declared = useReplica(({ plenary }) =>
    plenary.vote.order.map((id) => plenary.vote.byId[id]).findLast((vote) => vote?.phase === 'declared'),
  );
  const title = useReplica(({ plenary }) => plenary.board.items[declared?.itemId ?? '']?.current.title ?? '');
  useChange(declared?.id, () => {
    if (!declared) return;
    toast({
      text: t('app.result', { title }),
      act: { label: t('app.result.act'), onAct: () => navigate(`/c/${consultationId}/votes/${declared.panelId}`) },
    });
  });
}

/** The bureau changes the rules for everybody, and everybody is told. */
function ProfileHerald() {
  const t = useT();
  const toast = useToast();
  const [, navigate] = useLocation();
  const { consultationId } = useSeat();
  const profile = useReplica(({ plenary: { consultation } }) =>
    consultation.phase === 'unopened' ? null : consultation.profile,
  );
  useChange(profile, (before) => {
    if (!profile || !before) return;
    toast({
      text: t('rules.changed', { profile: t(`rules.name.${profile}`) }),
      act: { label: t('rules.see'), onAct: () => navigate(`/c/${consultationId}/rules`) },
    });
  });
  return null;
}
