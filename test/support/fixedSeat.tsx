/** A page's seat with a replica that is already there: what a component shows of a state, without a line. */
import type { Role } from '@shared/domain/kernel/words.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import type { ReactNode } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Connection } from '../../client/sync/connection.ts';
import type { Replica } from '../../client/sync/replica.ts';
import { SeatFixed } from '../../client/sync/Seat.tsx';

/** Nothing that is only looked at asks anything of the server. */
const noLine = {} as Connection;

export function Seated({
  state,
  role = 'delegate',
  children,
}: {
  state: ConsultationState;
  role?: Role;
  children: ReactNode;
}) {
  const store = createStore<Replica>(() => ({
    ...{ state, cursors: {}, epoch: null, people: {}, presence: {}, figures: {} },
    ...{ status: { state: 'ok' }, serverOffsetMs: 0 },
    you: { participantId: 'one', delegationId: null, role, delegationKind: null, name: '' },
  }));
  return <SeatFixed seat={{ consultationId: 'c', connection: noLine, store }}>{children}</SeatFixed>;
}
