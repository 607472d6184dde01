import { SeatProvider, useReplicaValue } from '../sync/Seat.tsx';
import { ConsultationFrame } from './ConsultationFrame.tsx';
import { useLineState } from './useLineState.ts';
import { WaitingScreen } from './WaitingScreen.tsx';

/** A consultation with one's seat in it; nothing of it is drawn before the server has said who one is and how things stand. */
export function ConsultationApp({ consultationId }: { consultationId: string }) {
  return (
    <SeatProvider consultationId={consultationId}>
      <Seated consultationId={consultationId} />
    </SeatProvider>
  );
}

function Seated({ consultationId }: { consultationId: string }) {
  const state = useLineState();
  const isSeated = useReplicaValue(({ you, cursors }) => you !== null && cursors.plenary !== undefined);
  return isSeated ? <ConsultationFrame consultationId={consultationId} /> : <WaitingScreen state={state} />;
}
