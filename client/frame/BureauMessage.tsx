import type { Announcement } from '@shared/domain/room.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import { useState } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { useIsBureau, useReplica, useSeat, useServerOffset, useYou } from '../sync/Seat.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';

/** How old a message may be to greet somebody who comes now. */
const freshMs = 15 * 60_000;

/** The latest message of the bureau that is meant for one; it stays until one puts it away. */
export function BureauMessage() {
  const t = useT();
  const format = useFormat();
  const { participantId } = useYou();
  const isBureau = useIsBureau();
  const offset = useServerOffset();
  const [readUntil, setReadUntil] = useReadUntil(() => Date.now() + offset - freshMs);
  const message = useReplica((state) => latestFor(state, participantId, isBureau));
  if (!message || message.at <= readUntil) return null;
  return (
    <Notice
      acts={
        <IconButton icon="close" size="small" label={t('app.message.read')} onClick={() => setReadUntil(message.at)} />
      }
    >
      <strong>{t('app.message.from', { at: format.time(message.at) })}</strong> <bdi>{message.text}</bdi>
    </Notice>
  );
}

function latestFor({ plenary }: ConsultationState, participantId: string, isBureau: boolean): Announcement | null {
  const concerns = ({ roomIds }: Announcement) =>
    isBureau || roomIds === null || roomIds.some((id) => plenary.room.byId[id]?.members.includes(participantId));
  return plenary.room.announcements.findLast(concerns) ?? null;
}

/** Until when messages were read, on this device. */
function useReadUntil(usual: () => number): [number, (at: number) => void] {
  const { consultationId } = useSeat();
  const key = `rapporteur.read.${consultationId}`;
  const [readUntil, setReadUntil] = useState(() => Number(stored(key)) || usual());
  return [
    readUntil,
    (at) => {
      setReadUntil(at);
      try {
        sessionStorage.setItem(key, String(at));
      } catch {
        // Storage may be forbidden by the browser; then a message comes back after loading the page again.
      }
    },
  ];
}

function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
