import type { DelegationId, ParticipantId } from './ids.ts';
import type { Role } from './words.ts';

/** Who acts: a person whose seat is read from the state for every command, or the program itself doing what is owed. */
export type Actor =
  | { kind: 'participant'; participantId: ParticipantId; delegationId: DelegationId | null; role: Role }
  | { kind: 'system' };
