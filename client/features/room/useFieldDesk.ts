import { emptyRoom } from '@shared/domain/state.ts';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { sendCommand } from '../../sync/commands.ts';
import type { Connection } from '../../sync/connection.ts';
import type { ReplicaStore } from '../../sync/replica.ts';
import { useSeat } from '../../sync/Seat.tsx';
import { type ChangePhase, changeKey, createFieldDesk, type FieldDesk, type FieldName } from './fieldDesk.ts';

export const FieldDeskContext = createContext<FieldDesk | null>(null);

// A desk lives as long as the seat: what could not be sent before one left the room is sent all the same.
const desks = new WeakMap<Connection, Map<string, FieldDesk>>();

/** The desk of a room's fields. */
export function useOwnFieldDesk(roomId: string): FieldDesk {
  const { connection, store } = useSeat();
  const known = desks.get(connection) ?? new Map<string, FieldDesk>();
  desks.set(connection, known);
  const desk = known.get(roomId) ?? openDesk(roomId, connection, store);
  known.set(roomId, desk);
  return desk;
}

function openDesk(roomId: string, connection: Connection, store: ReplicaStore): FieldDesk {
  const itemOf = (itemId: string) => (store.getState().state.room[roomId] ?? emptyRoom()).actionItem.byId[itemId];
  return createFieldDesk({
    send: (itemId, field, value) =>
      field === 'title'
        ? sendCommand(connection, 'actionItem.entitle', { roomId, itemId, title: String(value) })
        : sendCommand(connection, 'actionItem.fill', { roomId, itemId, fields: { [field]: value } }),
    read: (itemId, field) => (field === 'title' ? itemOf(itemId)?.title : itemOf(itemId)?.fields[field]),
    watch(listener) {
      store.subscribe(listener);
      connection.line.subscribe(listener);
    },
    isLive: () => connection.line.getState().line === 'live',
  });
}

export function useFieldDesk(): FieldDesk {
  const desk = useContext(FieldDeskContext);
  if (!desk) throw new Error('outside a room');
  return desk;
}

/** One field as it is to be shown: one's own words while they are not saved, the room's otherwise. */
export function useField<Value>(itemId: string, field: FieldName, saved: Value) {
  const desk = useFieldDesk();
  const change = useStore(desk.changes, (changes) => changes[changeKey(itemId, field)]);
  const isMine = change !== undefined && change.phase !== 'saved';
  return {
    value: isMine ? (change.mine as Value) : saved,
    phase: change?.phase ?? (null as ChangePhase | null),
    refusal: change?.refusal ?? null,
    type: (mine: Value) => desk.edit(itemId, field, mine, 'at-rest'),
    choose: (mine: Value) => desk.edit(itemId, field, mine, 'now'),
    leave: () => desk.flush(itemId, field),
    discard: () => desk.discard(itemId, field),
  };
}

export type FieldState<Value> = ReturnType<typeof useField<Value>>;
