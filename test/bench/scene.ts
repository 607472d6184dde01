/** What a bench's consultation is to be like, and what its load needs to know of it. */

/** As many people, rooms and texts as a bench asks for. */
export interface SceneOrder {
  people: number;
  /** Rooms with a draft each; 0 for a plenary. */
  rooms: number;
  /** The least size of the plenary's state as JSON, in bytes. */
  stateBytes?: number;
  /** Opens a vote on an item of a room. */
  isVoting?: boolean;
  /** Gives everyone a personal link that was not used yet. */
  hasLinks?: boolean;
}

/** One person as the load plays them. */
export interface Player {
  participantId: string;
  delegationId: string;
  cookie: string;
  /** The secret of a personal link that was not used yet. */
  token: string;
  /** The number of their room, from 0; -1 where they have none. */
  room: number;
}

export interface Scene {
  url: string;
  consultationId: string;
  players: Player[];
  moderator: Player;
  drafts: { roomId: string; itemId: string }[];
  voteId: string;
  /** The plenary's state as JSON and as it travels, and all that an answer to hello carries. */
  sizes: { json: number; deflated: number };
}

/** How far everybody had read when they were cut off, by number of the room. */
export interface Whereabouts {
  plenary: number;
  rooms: number[];
  vectors: Uint8Array[];
}
