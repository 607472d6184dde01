/** What every page below a consultation reads and does, through hooks. */
import type { Actor } from '@shared/domain/kernel/actor.ts';
import type { Refusal } from '@shared/domain/kernel/slice.ts';
import { permitRefusal } from '@shared/domain/permits.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import type { Person, You } from '@shared/protocol/wire.ts';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { type CommandAnswer, sendCommand } from './commands.ts';
import { type Connection, connect, type Line } from './connection.ts';
import { createReplica, type Replica, type ReplicaStore } from './replica.ts';

export interface Seat {
  consultationId: string;
  connection: Connection;
  store: ReplicaStore;
}

const SeatContext = createContext<Seat | null>(null);

/** Takes one's seat in a consultation: opens the line, feeds the replica, ends both on leaving. */
export function SeatProvider({ consultationId, children }: { consultationId: string; children: ReactNode }) {
  const [seat, setSeat] = useState<Seat | null>(null);
  useEffect(() => {
    const connection = connect(consultationId);
    const { store, stop } = createReplica(connection);
    setSeat({ consultationId, connection, store });
    return () => {
      stop();
      connection.close();
    };
  }, [consultationId]);
  return seat ? <SeatContext value={seat}>{children}</SeatContext> : null;
}

/** A seat with a replica that is already there: tests. */
export function SeatFixed({ seat, children }: { seat: Seat; children: ReactNode }) {
  return <SeatContext value={seat}>{children}</SeatContext>;
}

/** The seat itself: for the drafts' channel and presence; pages use the hooks below. */
export function useSeat(): Seat {
  const seat = useContext(SeatContext);
  if (!seat) throw new Error('outside a consultation');
  return seat;
}

/** A value derived from the state; shallowly equal results do not render again. */
export function useReplica<T>(selector: (state: ConsultationState) => T): T {
  return useStore(
    useSeat().store,
    useShallow((replica: Replica) => selector(replica.state)),
  );
}

/** A value of the replica besides the state: people, presence, figures, status, the server's clock. */
export function useReplicaValue<T>(selector: (replica: Replica) => T): T {
  return useStore(useSeat().store, useShallow(selector));
}

/** Who one is here; known once the line has been up. */
export function useYou(): You {
  const you = useStore(useSeat().store, (replica) => replica.you);
  if (!you) throw new Error('before the first hello');
  return you;
}

/** Whether one is of the bureau. */
export function useIsBureau(): boolean {
  const { role } = useYou();
  return role === 'moderator' || role === 'secretariat';
}

export function usePeople(): Record<string, Person> {
  return useStore(useSeat().store, (replica) => replica.people);
}

export function useLine(): Line {
  return useStore(useSeat().connection.line, (value) => value.line);
}

export function useServerOffset(): number {
  return useStore(useSeat().store, (replica) => replica.serverOffsetMs);
}

/** Why one may not ask for a command now, by the same table as the server's; null where one may. */
export function usePermitRefusal<C extends CommandName>(type: C, place: Record<string, unknown>): Refusal | null {
  // As text: a refusal is a fresh object each time, and a selector must answer the same for the same state.
  const text = useStore(useSeat().store, (replica: Replica) =>
    JSON.stringify(permitRefusal(replica.state, actorOf(replica.you), type, place)),
  );
  return useMemo(() => JSON.parse(text) as Refusal | null, [text]);
}

function actorOf(you: You | null): Actor {
  if (!you) return { kind: 'participant', participantId: '', delegationId: null, role: 'display' };
  return { kind: 'participant', participantId: you.participantId, delegationId: you.delegationId, role: you.role };
}

export interface Sender<C extends CommandName> {
  /** Sends and waits for the durable answer; never throws. Who wants to know its command again gives the id. */
  send(payload: CommandData<C>, id?: string): Promise<CommandAnswer>;
  isPending: boolean;
  /** The last refusal, for `<RefusalNote>`; cleared by the next send or by `clear`. */
  refusal: Extract<CommandAnswer, { ok: false }> | null;
  clear(): void;
}

/** One command, as a button or a form needs it. */
export function useCommand<C extends CommandName>(type: C): Sender<C> {
  const { connection } = useSeat();
  const [pending, setPending] = useState(0);
  const [refusal, setRefusal] = useState<Sender<C>['refusal']>(null);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  const send = useCallback(
    async (payload: CommandData<C>, id?: string) => {
      setPending((count) => count + 1);
      setRefusal(null);
      const answer = await sendCommand(connection, type, payload, id);
      if (isMounted.current) {
        setPending((count) => count - 1);
        if (!answer.ok) setRefusal(answer);
      }
      return answer;
    },
    [connection, type],
  );
  return { send, isPending: pending > 0, refusal, clear: useCallback(() => setRefusal(null), []) };
}

/** Sends any command and waits for the durable answer; for desks of many acts, of which each tells its own refusal. */
export function useSend() {
  const { connection } = useSeat();
  return useCallback(
    <C extends CommandName>(type: C, payload: CommandData<C>): Promise<CommandAnswer> =>
      sendCommand(connection, type, payload),
    [connection],
  );
}

/** Says which room one looks at and whether one types there, and takes it back on leaving. */
export function usePresence(roomId: string | null, isTyping: boolean): void {
  const { connection } = useSeat();
  const line = useLine();
  useEffect(() => {
    if (line === 'live') void connection.request('presence', { roomId, isTyping });
  }, [connection, line, roomId, isTyping]);
  useEffect(
    () => () => {
      void connection.request('presence', { roomId: null, isTyping: false });
    },
    [connection],
  );
}
